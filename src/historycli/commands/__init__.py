"""The commands: each asks the collection and hands what it gets to a renderer."""
