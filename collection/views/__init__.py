"""Thin pages: each asks a QuerySet or `search`, and hands a representation to a template."""
