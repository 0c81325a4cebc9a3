"""Countries of today: their names (CLDR, so that no name is ours) and the region each is shown under."""

from __future__ import annotations

import csv
from functools import lru_cache

from babel import Locale
from django.conf import settings
from django.utils.translation import get_language

from collection.enums import Region


@lru_cache
def _regions() -> dict[str, Region]:
    with (settings.BASE_DIR / "fixtures" / "regions.csv").open(encoding="utf-8", newline="") as file:
        return {
            code.strip(): Region(row["slug"])
            for row in csv.DictReader(file)
            for code in row["countries"].split("|")
        }


def region_of(code: str) -> Region | None:
    """The region a country (ISO 3166-1 alpha-2) is shown under; None where the list has none."""
    return _regions().get(code)


@lru_cache(maxsize=32)
def _names(language: str) -> dict[str, str]:
    return dict(Locale.parse(language, sep="-").territories)


def country_name(code: str, language: str | None = None) -> str:
    """A country in the reader's words; the code itself where there is no name."""
    return _names(language or get_language() or "en").get(code.upper(), code)


@lru_cache
def country_codes() -> dict[str, str]:
    """The ISO code of each country by its English name."""
    return {name: code for code, name in _names("en").items() if len(code) == 2}


def is_country(code: str) -> bool:
    """True for an ISO code that CLDR names."""
    return len(code) == 2 and code.isalpha() and code.isupper() and code in _names("en")
