"""What is alike but for a few values: a template draws it once with holes, and afterwards only the values are put in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django.template import Context, engines
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

MOST_ROWS = 20_000  # of all lists in all languages, those shown last
MOST_HOLED = 5_000  # components, those shown last
_SIGN = "\0"  # stands in no text: it marks the holes
Pairs = tuple[tuple[str, Any], ...]
Holed = tuple[str, tuple[str, ...]]  # the text with %s for each hole, and what stands in them in this order


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
        fixed = tuple([pair for pair in item.items() if pair[0] not in places])
        row, order = _row(name, language, places, same, fixed)
        parts.append(row % tuple([_printed(item[place]) for place in order]))
    return mark_safe("".join(parts))


def drawn_with_holes(
    name: str, values: Mapping[str, Any], asked: Iterable[str], printed: tuple[str, ...]
) -> SafeString:
    """The template `name` drawn with two sorts of values: those it asks for, which must be hashable, and those it only prints."""
    fixed = tuple([(key, values[key]) for key in asked])
    text, order = _component(name, get_language() or "", printed, fixed)
    return mark_safe(text % tuple([_printed(values[place]) for place in order]))


def _printed(value: Any) -> Any:
    if type(value) is str:  # what conditional_escape would do, without asking whether it is a lazy one
        return escape(value)
    return value if isinstance(value, int | float | SafeString) else conditional_escape(value)


@lru_cache(maxsize=MOST_ROWS)
def _row(name: str, language: str, places: tuple[str, ...], shared: Pairs, fixed: Pairs) -> Holed:
    return _holed(name, {**dict(shared), "item": dict(fixed) | _holes(places)})


@lru_cache(maxsize=MOST_HOLED)
def _component(name: str, language: str, places: tuple[str, ...], fixed: Pairs) -> Holed:
    return _holed(name, dict(fixed) | _holes(places))


def _holes(places: tuple[str, ...]) -> dict[str, str]:
    return {place: f"{_SIGN}{place}{_SIGN}" for place in places}


def _holed(name: str, values: dict[str, Any]) -> Holed:
    html = engines["django"].get_template(name).template.render(Context(values, use_l10n=False))
    pieces = html.replace("%", "%%").split(_SIGN)
    return "%s".join(pieces[::2]), tuple(pieces[1::2])
