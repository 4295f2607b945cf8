"""The user's own events: read from files that are not trusted, compiled, and kept beside the bundled ones."""
