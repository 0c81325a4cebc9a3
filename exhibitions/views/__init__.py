"""Thin pages of exhibitions, and the home page, which needs every app."""
