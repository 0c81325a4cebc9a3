"""Reigns, eras and periods by name: of China, Japan, Korea and Vietnam year by year, of others as a span."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent
# The first two are counted in years (“Tenpō 4”); a period is a span only.
COUNTED = ("japan", "japan_more", "china", "korea", "vietnam")
_HEPBURN = ((re.compile("n(?=[bpm])"), "m"), (re.compile("m(?=[bpm])"), "n"))


@dataclass(frozen=True, slots=True)
class Reign:
    """A reign, an era of it, or a period; years are astronomical, `end` is None if it lasts."""

    name: str
    begin: int
    end: int | None
    of: str
    is_counted: bool
    source: str

    @property
    def is_verified(self) -> bool:
        return self.source != "unverified"

    @property
    def last(self) -> int:
        """The last year; of what still lasts one far enough to hold all dates of today."""
        return 2100 if self.end is None else self.end

    def year(self, number: int) -> int | None:
        """The year that is its `number`th, or None if it did not last so long."""
        year = self.begin + number - 1
        return year if self.is_counted and number > 0 and year <= self.last else None


@cache
def reigns() -> dict[str, tuple[Reign, ...]]:
    """All reigns and periods by each of their names."""
    found: dict[str, list[Reign]] = {}
    for table in (*COUNTED, "periods"):
        with (_HERE / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                reign = _reign(row, is_counted=table in COUNTED)
                for name in _names(row):
                    known = found.setdefault(name, [])
                    if not any((one.begin, one.last) == (reign.begin, reign.last) for one in known):
                        known.append(reign)
    return {name: tuple(several) for name, several in found.items()}


def _reign(row: dict[str, str], *, is_counted: bool) -> Reign:
    name = row["name"].split(" | ")[0]
    end = int(row["end"]) if row["end"] else None
    return Reign(name, int(row["begin"]), end, row["of"], is_counted, row["source"])


def _names(row: dict[str, str]) -> set[str]:
    """Every spelling: both names, and of Japanese ones n for m before b and p (Tempō, Tenpō)."""
    names = {name for column in ("name", "native") for name in row[column].split(" | ") if name}
    if row["of"].startswith("Japan"):
        names |= {pattern.sub(put, name) for name in set(names) for pattern, put in _HEPBURN}
    return names
