"""Words of the field in many languages, with the English word that records have: शतरंज is chess, κένταυρος centaur.

Deities, persons, animals, motifs and well-known titles, which no term carries. Asked only where a question finds nothing.
"""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from collection.search.asking import parts_of
from collection.search.words import fold, runs

_FILE = Path(__file__).with_name("glossary.csv")
_LONGEST = 4  # words of a name


@cache
def _names() -> dict[str, str]:
    """Folded name → its English."""
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = [
            (row["english"], _key(name)) for row in csv.DictReader(file) for name in row["names"].split("|")
        ]
    return {key: english for english, key in rows if key != _key(english)}


def _key(text: str) -> str:
    return " ".join(run for run, _grams in runs(fold(text)))


def english(word: str) -> str:
    """The English word; empty if it is not known."""
    return _names().get(_key(word), "")


def translated(words: str) -> str:
    """What was typed with English words for the names in it that are known, the longest first; empty if there are none."""
    if whole := english(words):
        return whole
    parts = parts_of(words)
    found: list[str] = []
    at, is_changed = 0, False
    while at < len(parts):
        size, name = _name_at([part.text for part in parts[at : at + _LONGEST]])
        part = parts[at]
        if name and not any(each.is_phrase or each.is_excluded for each in parts[at : at + size]):
            found.append(name)
            is_changed = True
        else:
            size = 1
            text = f'"{part.text}"' if part.is_phrase else part.text
            found.append(f"-{text}" if part.is_excluded else text)
        at += size
    return " ".join(found) if is_changed else ""


def _name_at(texts: list[str]) -> tuple[int, str]:
    for size in range(len(texts), 0, -1):
        if name := english(" ".join(texts[:size])):
            return size, name
    return 1, ""
