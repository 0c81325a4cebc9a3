"""The Metropolitan Museum of Art, New York: the table of its open access."""
