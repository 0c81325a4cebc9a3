"""Comma-separated values in UTF-8."""
