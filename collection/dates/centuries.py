"""Centuries, disjoint as in EDTF, and the labels that addresses use: the first year as people say it.

`1600` is the 17th century (1600–1699), `0` the 1st (1–99), `-100` the 1st BCE (−99…0), `-400` the 4th BCE
(−399…−300).
"""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from collection.dates.spans import FARTHEST_YEAR, Span
from collection.dates.years import YearError

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def label_of(year: int) -> int:
    """The label of the century in which an astronomical year lies."""
    if year > 0:
        return year // 100 * 100
    return -(-year // 100 + 1) * 100


def span_of(label: int) -> Span:
    """The years of a century, as the time within which something happened."""
    if label >= 0:
        return Span.within(max(label, 1), label + 99)
    return Span.within(label + 1, label + 100)


def parse_label(text: str) -> int:
    """Read `1600`, `0`, `-400` from an address; raises YearError."""
    try:
        label = int(text) if text.lstrip("-").isdecimal() and len(text) <= 9 else 1
    except ValueError:
        label = 1
    if label % 100 or abs(label) > FARTHEST_YEAR - 100:
        raise YearError(
            _("“%(text)s” is not a century. Write its first year: 1600 for the 17th, -400 for the 4th BCE.")
            % {"text": text[:40]}
        )
    return label


def centuries_of(span: Span) -> list[int]:
    """Labels of all centuries that a span may touch, in order; none for a span without both ends."""
    if span.earliest_begin is None or span.latest_end is None:
        return []
    return list(range(label_of(span.earliest_begin), label_of(span.latest_end) + 1, 100))


def century_label(label: int | str) -> str:
    """“17th century”, “1st century CE”, “4th century BCE”, in the active language (“XVIIᵉ siècle”)."""
    first = int(label)
    if first < 0:
        return _("%(ordinal)s century BCE") % {"ordinal": ordinal(-first // 100)}
    number = first // 100 + 1
    if number < 10:
        return _("%(ordinal)s century CE") % {"ordinal": ordinal(number)}
    return _("%(ordinal)s century") % {"ordinal": ordinal(number)}


def ordinal(number: int) -> str:
    """“1st”, “17th”; figures and endings are chosen by the translators."""
    # Translators: write "roman" if your language counts centuries in Roman figures, else "arabic".
    figures = pgettext("figures of centuries", "arabic")
    # Translators: endings of 1st, 2nd, 3rd, and of all others; for French "er e e e".
    endings = pgettext("endings of 1st 2nd 3rd 4th", "st nd rd th").split(" ")
    teens = number % 100 in (11, 12, 13) or (figures == "roman" and number > 3)
    ending = endings[-1] if teens else endings[min((number - 1) % 10, len(endings) - 1)]
    return (roman(number) if figures == "roman" else str(number)) + ending


def roman(number: int) -> str:
    """Roman figures; larger numbers than 3999 stay as they are."""
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        text += sign * count
    return text
