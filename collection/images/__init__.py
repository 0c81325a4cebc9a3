"""Photographs: checked when they come in, kept untouched, shown as derivatives."""
