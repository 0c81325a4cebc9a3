"""Countries as museums write them: “Myanmar (Burma)”, “Indonesia (Java)”, “India (?)” → an ISO code."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from babel import Locale

from collection.imports.phrases_said import Names, plain, scanned

# Names that CLDR does not have: former ones, and those of parts of one country of today.
_ALSO = {
    "Burma": "MM",
    "Persia": "IR",
    "Siam": "TH",
    "Ceylon": "LK",
    "Korea": "KR",
    "Turkey": "TR",
    "Hong Kong": "HK",
    "Java": "ID",
    "Bali": "ID",
    "Sumatra": "ID",
    "Czech Republic": "CZ",
    "England": "GB",
    "Scotland": "GB",
    "Holland": "NL",
    "USA": "US",
}


def countries_said(said: Iterable[str], same: Mapping[str, str]) -> str:
    """The one country that the words name; nothing where they name two, or none."""
    names, codes = _countries()
    for words in said:
        if (code := same.get(plain(words))) is not None:
            return code
        found = {codes[name] for name in scanned(words.partition("(")[0], names)}
        if len(found) == 1:
            return found.pop()
        if found:
            return ""
    return ""


@lru_cache(maxsize=1)
def _countries() -> tuple[Names, Mapping[str, str]]:
    territories = Locale.parse("en").territories
    codes = {name: code for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    codes |= _ALSO
    return Names(codes), codes
