"""Centuries as a template filter, and counted works."""

from __future__ import annotations

from django.utils.translation import ngettext

from collection.dates.centuries import century_label

__all__ = ["century_label", "works"]


def works(count: int) -> str:
    """“1 work”, “24 works”."""
    return ngettext("%(count)s work", "%(count)s works", count) % {"count": count}
