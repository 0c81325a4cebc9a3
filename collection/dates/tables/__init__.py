"""Reigns, eras and periods with their years: tables as files, and the generators of those that have a source."""
