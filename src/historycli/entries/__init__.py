"""Text to events: parsing entries and the rules they are held to."""
