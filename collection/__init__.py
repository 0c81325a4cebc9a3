"""Artworks and what is known of them."""
