"""Exhibitions that curators of several museums put together from the collection."""
