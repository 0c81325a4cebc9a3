"""What a higher app adds to a page of this one: found by name in settings, never imported (CONTRACTS §4)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string


def panels_for(page: str, request: HttpRequest, thing: Any) -> list[dict[str, Any]]:
    """The panels of `page` for `thing`: each {template, …context}; those that have nothing to say are left out."""
    found = (import_string(path)(request, thing) for path in settings.PANELS.get(page, []))
    return [panel for panel in found if panel]
