"""Rows that are alike but for a few numbers: a template draws each once, and afterwards only the numbers are put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from django.template import Context, engines
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_ROWS = 20_000  # of all lists in all languages, those shown last
_SIGN = "\0"  # stands in no text: it marks the places of the numbers


def drawn_rows(
    name: str, items: Iterable[Mapping[str, Any]], open_props: Iterable[str], shared: Mapping[str, Any]
) -> SafeString:
    """The template `name` drawn for each of `items` with what is `shared`.

    `open_props` are the properties of an item that differ from one page to the next. The template may only print them:
    neither ask for them nor put them through a filter.
    """
    places = tuple(open_props)
    language, same = get_language() or "", tuple(shared.items())
    parts = []
    for item in items:
        fixed = tuple(pair for pair in item.items() if pair[0] not in places)
        row, order = _row(name, language, places, same, fixed)
        parts.append(row % tuple(_printed(item[place]) for place in order))
    return mark_safe("".join(parts))


def _printed(value: Any) -> Any:
    return value if isinstance(value, int | float | SafeString) else conditional_escape(value)


@lru_cache(maxsize=MOST_ROWS)
def _row(
    name: str,
    language: str,
    places: tuple[str, ...],
    shared: tuple[tuple[str, Any], ...],
    fixed: tuple[Any, ...],
) -> tuple[str, tuple[str, ...]]:
    """(the row with %s where an open property stands, the properties in this order)."""
    item = dict(fixed) | {place: f"{_SIGN}{place}{_SIGN}" for place in places}
    context = Context({**dict(shared), "item": item}, use_l10n=False)
    html = engines["django"].get_template(name).template.render(context)
    pieces = html.replace("%", "%%").split(_SIGN)
    return "%s".join(pieces[::2]), tuple(pieces[1::2])
