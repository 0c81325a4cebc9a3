"""Carnegie Museum of Art, Pittsburgh."""
