"""Astronomical years (1 BCE is 0) said as people say them."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def year(value: int | None) -> str:
    """`-499` → “500 BCE”, `1600` → “1600”, `79` → “79 CE”; an empty text for None."""
    if value is None or value == "":
        return ""
    number = int(value)
    if number <= 0:
        return _("%(year)s BCE") % {"year": grouped(1 - number)}
    if number < 1000:
        return _("%(year)s CE") % {"year": number}
    return str(number)


def year_span(begin: int | None, end: int | None) -> str:
    """“500–300 BCE”, “100 BCE–200 CE”, “1600–1699”; one year if both are the same."""
    if begin is None or end is None or begin == end:
        return year(begin if begin is not None else end)
    if end <= 0:
        return _("%(begin)s–%(end)s BCE") % {"begin": grouped(1 - begin), "end": grouped(1 - end)}
    if begin > 0 and end < 1000:
        return _("%(begin)s–%(end)s CE") % {"begin": begin, "end": end}
    return pgettext("span of years", "%(begin)s–%(end)s") % {"begin": year(begin), "end": year(end)}


def grouped(number: int) -> str:
    """Years of five figures and more are grouped, those of four are not: “10 000”, “2500”."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}") if number >= 10_000 else str(number)
