"""The Metropolitan Museum of Art, New York: answers of its API as a table."""
