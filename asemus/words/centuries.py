"""Centuries by the label that addresses use: the first year as people say it (`1600`, `0`, `-400`)."""

from __future__ import annotations

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _


def century_label(value: int | str) -> str:
    """`1600` → “17th century”, `0` → “1st century CE”, `-400` → “4th century BCE”."""
    first = int(value)
    if first < 0:
        return _("%(century)s century BCE") % {"century": ordinal(-first // 100)}
    number = first // 100 + 1
    if number < 10:
        return _("%(century)s century CE") % {"century": ordinal(number)}
    return _("%(century)s century") % {"century": ordinal(number)}


def ordinal(number: int) -> str:
    """“1st”, “2nd”; Roman figures in French, as its books write them."""
    if (get_language() or "en").startswith("fr"):
        return _roman(number) + ("er" if number == 1 else "e")
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def _roman(number: int) -> str:
    text = ""
    for value, sign in (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ):
        while number >= value:
            text, number = text + sign, number - value
    return text


def works(count: int) -> str:
    """“1 work”, “24 works”."""
    return ngettext("%(count)s work", "%(count)s works", count) % {"count": count}
