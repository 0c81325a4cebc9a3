"""The staff's side of museums and people."""

from members.admin import deeds, museums, people  # noqa: F401  registers them
