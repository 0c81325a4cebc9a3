"""Numbers as the reader's language groups them, and data for scripts."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from babel.numbers import format_decimal
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import _json_script_escapes
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language


def number(value: float | str | None) -> str:
    """`12345` → “12,345”, in French “12 345”; an empty text for None."""
    if value is None or value == "":
        return ""
    return number_in(get_language() or "en", value)


@lru_cache(maxsize=10_000)
def number_in(language: str, value: float | str) -> str:
    """The same in a language."""
    return format_decimal(value, locale=language.replace("-", "_"))


def json_data(value: Any) -> SafeString:
    """JSON for a data block in a page: `<`, `>` and `&` are written as escapes, so no text can end it."""
    return mark_safe(
        json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False).translate(_json_script_escapes)
    )


def share_of(value: float, whole: float) -> str:
    """`value` as a percentage of `whole`, with one decimal and a point, for an SVG attribute."""
    return f"{100 * value / whole:.1f}" if whole else "0"
