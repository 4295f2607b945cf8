"""Events in other programs' formats: pure functions, events go in and text comes out."""
