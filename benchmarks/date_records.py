"""The same texts counted as records: how often a museum itself gives one text the same years, and whether we lie as near.

The file has each pair of years of a text once, with the number of its records; counted so, a slip weighs as much as what
the museum means. Here every record counts once. exact, within, ceiling: as in `dates`. own width: the width in years
within which 95 of 100 pairs of the museum's own records of one text lie (the repeatability limit of ISO 5725), for each
kind of text, at least its “about”; learnt from one half of the texts and applied to the other, both ways. It knows
nothing of our reader. own within: both of our ends lie within it.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.dates import Row, Years, _share, records, verdicts, width_of
from collection.dates.conventions import DEFAULT, KNOWN
from collection.dates.words import read

COLUMNS = ("records", "exact", "within", "ceiling", "own within", "contradict")
_FEWEST = 30  # pairs from which a width is learnt
_KINDS = (
    ("millennium", re.compile("millen", re.IGNORECASE)),
    (
        "part of a century",
        re.compile(r"\b(early|mid|late|half|quarter|third|beginning|end)\b.*centur", re.IGNORECASE),
    ),
    ("century", re.compile("centur", re.IGNORECASE)),
    ("decade", re.compile(r"\d0.?s\b")),
    ("year", re.compile("")),
)


@dataclass(frozen=True, slots=True)
class Read:
    """A pair of years of a museum, how many records have it, ours, and what kind of text it is."""

    row: Row
    count: int
    ours: Years
    kind: str
    half: int


def measure() -> Iterator[tuple[str, ...]]:
    """A line for each museum and one for all."""
    found = list(_read())
    widths = [_widths([one for one in found if one.half != half]) for half in (0, 1)]
    for museum in (*sorted({one.row.museum for one in found}), "all"):
        own = [one for one in found if museum in (one.row.museum, "all")]
        yield (museum, *_figures(own, widths))


def _read() -> Iterator[Read]:
    for row, count in records():
        reading = read(row.text, convention=KNOWN.get(row.museum, DEFAULT))
        ours = (reading.span.earliest_begin, reading.span.latest_end)
        if row.years and reading.understood and ours != (None, None):
            about = "about " if "approximate" in reading.qualifiers else ""
            kind = next(name for name, pattern in _KINDS if pattern.search(row.text))
            yield Read(row, count, ours, about + kind, half_of(row))


def half_of(row: Row) -> int:
    """0 or 1, the same for all records of a text."""
    return hashlib.sha256(f"{row.museum}{row.text}".encode()).digest()[0] % 2


def _widths(found: list[Read]) -> dict[tuple[str, str], int]:
    """(museum, kind of text) → years; none where too few records repeat a text."""
    apart: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    for texts in _by_text(found).values():
        in_all = sum(one.count for one in texts)
        for one in texts:
            for other in texts:
                pairs = one.count * (other.count - (one is other)) / max(in_all - 1, 1)
                apart[one.row.museum, one.kind][
                    _apart(one.row.years or (0, 0), other.row.years or (0, 0))
                ] += pairs  # type: ignore[assignment]
    return {key: _limit(counted) for key, counted in apart.items() if sum(counted.values()) >= _FEWEST}


def _limit(counted: Counter[int]) -> int:
    """The distance that 95 of 100 do not pass."""
    wanted, seen = 0.95 * sum(counted.values()), 0.0
    for years in sorted(counted):
        seen += counted[years]
        if seen >= wanted:
            return years
    return max(counted)


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1]))


def _by_text(found: list[Read]) -> dict[tuple[str, str], list[Read]]:
    grouped: dict[tuple[str, str], list[Read]] = defaultdict(list)
    for one in found:
        grouped[one.row.museum, one.row.text].append(one)
    return grouped


def _figures(found: list[Read], widths: list[dict[tuple[str, str], int]]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for one in found:
        for verdict in verdicts(one.row, one.ours):
            counts[verdict] += one.count
        begin, end = one.row.years or (0, 0)
        ours = (begin if one.ours[0] is None else one.ours[0], end if one.ours[1] is None else one.ours[1])
        width = max(widths[one.half].get((one.row.museum, one.kind), 0), width_of(one.row.museum, ours[0]))
        counts["own"] += one.count * (_apart((begin, end), ours) <= width)
    total = sum(one.count for one in found)
    best = sum(_best(texts) for texts in _by_text(found).values())
    shares = (counts["exact"], counts["within"], best, counts["own"], counts["contradict"])
    return (f"{total:,}", *(_share(part, total) for part in shares))


def _best(texts: list[Read]) -> int:
    """Records that a reader would meet who gave the text the pair that suits most of them."""
    return max(
        sum(other.count for other in texts if "within" in verdicts(other.row, one.row.years or (0, 0)))
        for one in texts
    )
