"""A year as people give it in an address or a form: a number, or words with an era."""

from __future__ import annotations

import re

from django.utils.translation import gettext as _

from collection.dates.spans import FARTHEST_YEAR

# After folding case and dropping stops and spaces. French, German and Dutch readers type their own.
_BEFORE = frozenset({"bce", "bc", "avjc", "avj-c", "aec", "vchr", "vuz"})
_AFTER = frozenset({"", "ce", "ad", "apjc", "apj-c", "aprj-c", "aprjc", "ec", "nchr", "uz"})
_WORDS = re.compile(r"(?P<ad>ad )?(?P<year>\d[\d,\s\u202f\u00a0]*)(?P<era>[a-z. \-]*)")
_NUMBER = re.compile(r"[+-]?\d{1,20}")
_MINUS = dict.fromkeys(map(ord, "\u2212\u2010\u2011\u2012\u2013"), "-")


class YearError(ValueError):
    """Says in a sentence for visitors why a text is no year."""


def parse_year(text: str) -> int:
    """`-499`, `500 BCE`, `79 CE`, `av. J.-C.` … → the astronomical year (500 BCE is −499).

    A bare number is taken as astronomical, as in JSON. Raises YearError.
    """
    words = text.strip().translate(_MINUS).lower()
    if _NUMBER.fullmatch(words):
        return _within_reach(int(words))
    found = _WORDS.fullmatch(words) if len(words) <= 60 else None
    if not found:
        raise YearError(_not_a_year(text))
    year = int(re.sub(r"\D", "", found["year"]) or "0")
    era = re.sub(r"[. ]", "", found["era"])
    if era in _BEFORE and year > 0 and not found["ad"]:
        return _within_reach(1 - year)
    if era in _AFTER and year > 0:
        return _within_reach(year)
    raise YearError(_not_a_year(text))


def _within_reach(year: int) -> int:
    if abs(year) > FARTHEST_YEAR:
        raise YearError(_("Years reach ten million back and forward, not farther."))
    return year


def _not_a_year(text: str) -> str:
    return _("“%(text)s” is not a year. Write 1600, 500 BCE, or -499 for 500 BCE.") % {"text": text[:40]}
