"""Astronomical years (1 BCE is 0) as template filters; the words are those of collection.dates."""

from __future__ import annotations

from collection.dates.display import year_text, years_text


def year(value: int | str | None) -> str:
    """`-499` → “500 BCE”, `1600` → “1600”, `79` → “79 CE”; an empty text for nothing."""
    return year_text(_number(value))


def year_span(begin: int | str | None, end: int | str | None) -> str:
    """“500–300 BCE”, “100 BCE–200 CE”, “1600–1699”; one year if both are the same or one is missing."""
    first, last = _number(begin), _number(end)
    return years_text(first if first is not None else last, last if last is not None else first)


def _number(value: int | str | None) -> int | None:
    return None if value is None or value == "" else int(value)
