"""In which country of today a place of a chain lies, and when it bore that name (data: towns.tsv, names.tsv)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from babel import Locale

_FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of a table of this folder; lines that begin with # are remarks."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t")


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    found = {str(name).casefold(): code for code, name in Locale("en").territories.items() if len(code) == 2}
    for row in rows("towns.tsv"):
        found |= {name.casefold(): row["country"] for name in row["names"].split("|")}
    return found


def country_of(words: str) -> str:
    """ISO 3166-1 alpha-2 of “Vienna, Austria” or “Paris and New York” (the first known); empty if not known."""
    for part in [words, *reversed(words.split(",")), *words.split(" and ")]:
        if code := _countries().get(part.strip().rstrip("?").casefold()):
            return code
    return ""


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[int | None, int | None, str]]:
    return {
        row["name"].casefold(): (
            int(row["from"]) if row["from"] else None,
            int(row["until"]) if row["until"] else None,
            row["note"],
        )
        for row in rows("names.tsv")
    }


def name_in_use(words: str) -> tuple[str, int | None, int | None, str] | None:
    """(name, first year, last year, note) of the first part of `words` whose time of use is known."""
    for part in words.split(","):
        if found := _names().get(part.strip().casefold()):
            return part.strip(), *found
    return None
