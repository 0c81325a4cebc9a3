"""The way from words and filters to ids and counts."""
