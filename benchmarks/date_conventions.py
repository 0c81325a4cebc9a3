"""What a museum means by its words, learnt from one half and tried on the other, and the other way round.

The habits beside “about”, “early”, “mid” and “late” (`HABITS`) are tried one after the other on every museum; one is
taken where more records of the learning half then lie within. plain: records within, without any of them. from half
the texts, from half the records: with what the other half taught. as set: with `collection/dates/conventions.py`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from benchmarks.date_records import half_of
from benchmarks.dates import Row, _share, records, verdicts
from collection.dates.conventions import KNOWN, Convention
from collection.dates.words import read

COLUMNS = ("records", "plain", "from half the texts", "from half the records", "as set")
_PARTS = tuple(
    {"early": (0, early), "late": (late, 99)} for early in (20, 25, 30, 33) for late in (67, 70, 75, 80)
)
_MIDDLES = tuple({"mid": (begin, end)} for begin in (34, 50) for end in (50, 66))
HABITS: Mapping[str, tuple[Any, ...]] = {
    "part": (0,),
    "has_later_events": (True,),
    "narrows": (("",), ("", "early", "late"), ("", "early", "mid", "late")),
    "ends": (*_MIDDLES, *_PARTS),
}
_NONE: Mapping[str, Any] = {"part": None, "has_later_events": False, "narrows": (), "ends": {}}
Counted = list[tuple[Row, int]]


def measure() -> Iterator[tuple[str, ...]]:
    """A line for each museum and one for all."""
    by_museum: dict[str, Counted] = defaultdict(list)
    for row, count in records():
        if row.years:
            by_museum[row.museum].append((row, count))
    sums = [0] * len(COLUMNS)
    for museum, counted in sorted(by_museum.items()):
        plain = replace(KNOWN[museum], **_NONE)
        bare, in_all = _within(counted, plain)
        learnt = [_crosswise(halves, plain) for halves in (_by_text(counted), _by_record(counted))]
        found = (in_all, bare, *learnt, _within(counted, KNOWN[museum])[0])
        sums = [whole + part for whole, part in zip(sums, found, strict=True)]
        yield (museum, *_line(*found))
    yield ("all", *_line(*sums))


def _by_text(counted: Counted) -> tuple[Counted, Counted]:
    """All records of a text in one half: what was learnt is tried on words that were never seen."""
    halves: tuple[Counted, Counted] = ([], [])
    for row, count in counted:
        halves[half_of(row)].append((row, count))
    return halves


def _by_record(counted: Counted) -> tuple[Counted, Counted]:
    """Every other record of each text and pair of years; a single one where its text falls."""
    halves: tuple[Counted, Counted] = ([], [])
    for row, count in counted:
        more = half_of(row)
        halves[more].append((row, count - count // 2))
        if count > 1:
            halves[1 - more].append((row, count // 2))
    return halves


def _crosswise(halves: tuple[Counted, Counted], plain: Convention) -> int:
    first, second = halves
    return _within(first, _learnt(second, plain))[0] + _within(second, _learnt(first, plain))[0]


def _line(in_all: int, *parts: int) -> tuple[str, ...]:
    return (f"{in_all:,}", *(_share(part, in_all) for part in parts))


def _learnt(texts: Counted, convention: Convention) -> Convention:
    """The convention with each habit by which more of these records lie within."""
    best = _within(texts, convention)[0]
    for name, choices in HABITS.items():
        for choice in choices:
            value = {**convention.ends, **choice} if name == "ends" else choice
            tried = replace(convention, **{name: value})
            within = _within(texts, tried)[0]
            if within > best:
                best, convention = within, tried
    return convention


def _within(texts: Counted, convention: Convention) -> tuple[int, int]:
    """How many records lie within, and how many could be compared."""
    within, compared = 0, 0
    for row, count in texts:
        reading = read(row.text, convention=convention)
        years = (reading.span.earliest_begin, reading.span.latest_end)
        if reading.understood and years != (None, None):
            compared += count
            within += count * ("within" in verdicts(row, years))
    return within, compared
