"""The date of a museum's export: its words where they can be read, else its years where they can be."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import gettext as _

from collection.dates import words as date_words
from collection.dates.spans import Span

_FIRST, _LAST = -300_000, 2_100  # years that a museum can mean; 17000 is a slip


def date_cells(
    words: str = "", begin: str = "", end: str = "", period: str = ""
) -> tuple[dict[str, str], list[str]]:
    """display_date, earliest_begin and latest_end, and remarks. Years are historical: -500 is 500 BCE.

    The words rule: they are what the museum shows, and padding and slips are in the numbers ("19th century" as
    1800 to 1899 here and as 19 to 19 there). The numbers speak where no words can be read.
    """
    shown = (words or period)[: date_words.MAX_LENGTH]
    reading = date_words.read(shown) if shown else None
    span = reading.span if reading is not None and reading.span.is_bounded else None
    years, remark = _years(begin, end)
    remarks = [remark] if remark else []
    if years is None or (span is not None and words):
        if years and span is not None and not _meet(span, years):
            remarks.append(
                _("Its years %(begin)s to %(end)s do not fit its words “%(words)s”: the words were followed.")
                % {"words": shown, "begin": begin, "end": end}
            )
        return {"display_date": shown or "Not dated", "earliest_begin": "", "latest_end": ""}, remarks
    cells = {"earliest_begin": str(years[0]), "latest_end": str(years[1])}
    return {"display_date": shown or _said(*years), **cells}, remarks


@lru_cache(maxsize=4096)
def _years(begin: str, end: str) -> tuple[tuple[int, int] | None, str]:
    """Astronomical years, None where there are none to be trusted; and a sentence on those that are not."""
    try:
        first, last = _year(begin), _year(end)
    except ValueError:
        return None, _("Its years “%(begin)s” and “%(end)s” are none.") % {"begin": begin, "end": end}
    if first is None or last is None or (first == last == 0):
        return None, ""
    if not _FIRST <= first <= last <= _LAST:
        return None, _(
            "Its years %(begin)s to %(end)s cannot be and were left in the record of the source."
        ) % {
            "begin": begin,
            "end": end,
        }
    return (first + (first < 0), last + (last < 0)), ""


def _year(said: str) -> int | None:
    """-1200 of “-1200.0” and of “-1200-01-13”."""
    said = said.strip()
    if not said:
        return None
    sign, digits = (-1, said[1:]) if said.startswith("-") else (1, said)
    return sign * int(digits.partition("-")[0].partition(".")[0])


def _meet(span: Span, years: tuple[int, int]) -> bool:
    """False where words and years are further apart than any habit of padding."""
    first, last = span.earliest_begin, span.latest_end
    return first is None or last is None or (first <= years[1] + 30 and last >= years[0] - 30)


def _said(first: int, last: int) -> str:
    """Years in words, as a person writes them."""

    def year(number: int) -> str:
        return f"{1 - number} BCE" if number <= 0 else str(number)

    if first == last:
        return year(first)
    if first <= 0 and last <= 0:
        return f"{1 - first}–{1 - last} BCE"
    return f"{year(first)}–{year(last)}" if first > 0 else f"{year(first)} – {last} CE"
