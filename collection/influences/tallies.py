"""Flows of any window as numbers: works, weight and both directions of every pair, counted over arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from typing import overload

import numpy as np

from collection.enums import CERTAINTY_RANKS, InfluenceKind
from collection.influences.edges import FUTURE, NEVER, PAST, Flags, Numbers
from collection.influences.flows import LEVELS
from collection.influences.statements import Statement

_BITS = {kind: 1 << place for place, kind in enumerate(InfluenceKind.values)}
# A work weighs one where a claim that it shows is certain, three quarters where probable, and so on.
QUARTERS = 4


@dataclass(frozen=True)
class Tally:
    """What went from one place to another, and how much more than came back: `balance` is from -1 to 1."""

    source: str
    target: str
    statements: int
    works: int
    weight: float
    balance: float


class Tallied(Sequence[Tally]):
    """What was counted in one window: the heaviest first, then by name; told where it is asked for."""

    def __init__(
        self, tallies: Tallies, found: Numbers, statements: Numbers, works: Numbers, quarters: Numbers
    ) -> None:
        self.tallies, self.statements, self.works, self.quarters = tallies, statements, works, quarters
        # By quarters, then by works: one number each, for that sorts many times faster than two.
        weight = quarters[found] * (int(works.max(initial=0)) + 1) + works[found]
        self.places = found[np.argsort(-weight, kind="stable")]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Tally: ...
    @overload
    def __getitem__(self, at: slice) -> list[Tally]: ...
    def __getitem__(self, at: int | slice) -> Tally | list[Tally]:
        if isinstance(at, slice):
            return [self.of(place) for place in self.places[at].tolist()]
        return self.of(int(self.places[at]))

    def of(self, place: int) -> Tally:
        there, reverse = int(self.quarters[place]), int(self.tallies.reverse[place])
        back = int(self.quarters[reverse]) if reverse >= 0 else 0
        balance = (there - back) / max(there + back, 1)
        said, works = int(self.statements[place]), int(self.works[place])
        return Tally(*self.tallies.pairs[place], said, works, there / QUARTERS, balance)


class Tallies:
    """The pairs of a level, made once of all statements; `within` counts them for any kinds and years."""

    def __init__(self, statements: Sequence[Statement], level: str = "culture") -> None:
        self._columns(statements)
        self._pairs(statements, level)
        self._incidences(statements)

    def _columns(self, statements: Sequence[Statement]) -> None:
        dated = [s.earliest is not None and s.latest is not None for s in statements]
        self.first = _array(s.earliest if d else FUTURE for s, d in zip(statements, dated, strict=True))
        self.last = _array(s.latest if d else PAST for s, d in zip(statements, dated, strict=True))
        self.kinds = _array(sum(_BITS[kind] for kind in set(s.kinds)) for s in statements)
        self.rank = _array(CERTAINTY_RANKS[s.certainty] for s in statements)

    def _pairs(self, statements: Sequence[Statement], level: str) -> None:
        """Every pair that is ever spoken of, and the rows (pair, statement)."""
        ends_of = LEVELS[level]
        spoken = [
            (pair, number)
            for number, said in enumerate(statements)
            for pair in product(ends_of(said.source), ends_of(said.target))
        ]
        self.pairs = sorted({pair for pair, _number in spoken})
        places = self.places = {pair: place for place, pair in enumerate(self.pairs)}
        rows = sorted((places[pair], number) for pair, number in spoken)
        self.reverse = _array(places.get((target, source), -1) for source, target in self.pairs)
        self.pair, self.of = _two(rows)
        self.starts = np.searchsorted(self.pair, np.arange(len(self.pairs) + 1))

    def _incidences(self, statements: Sequence[Statement]) -> None:
        """(pair, work, statement) in this order, the surest statement of a pair and work first."""
        works: dict[str, int] = {}
        shown = [[works.setdefault(work, len(works)) for work in said.works] for said in statements]
        lengths = _array(len(those) for those in shown)
        flat = _array(work for those in shown for work in those)
        offsets = np.concatenate(([0], np.cumsum(lengths)))
        repeat = lengths[self.of]
        begins = np.repeat(offsets[:-1][self.of] - (np.cumsum(repeat) - repeat), repeat)
        work = flat[begins + np.arange(int(repeat.sum()))]
        pair, of = np.repeat(self.pair, repeat), np.repeat(self.of, repeat)
        order = np.lexsort((-self.rank[of], work, pair))
        self.shown_pair, self.shown_work, self.shown_of = pair[order], work[order], of[order]

    def within(
        self, kinds: Iterable[str] = (), earliest: int | None = None, latest: int | None = None
    ) -> Tallied:
        """The pairs between which something possibly went, the heaviest first, then by name. See `flows.within`."""
        kept = self._kept(kinds, earliest, latest)
        said = np.bincount(self.pair[kept[self.of]], minlength=len(self.pairs))
        works, quarters = self._weigh(kept)
        return Tallied(self, np.flatnonzero(said), said, works, quarters)

    def statements_between(
        self, source: str, target: str, kinds: Iterable[str], earliest: int | None, latest: int | None
    ) -> list[int]:
        """The numbers of the statements behind one pair."""
        place = self.places.get((source, target))
        if place is None:
            return []
        part = self.of[self.starts[place] : self.starts[place + 1]]
        return [int(number) for number in part[self._kept(kinds, earliest, latest)[part]]]

    def _kept(self, kinds: Iterable[str], earliest: int | None, latest: int | None) -> Flags:
        wanted = sum(_BITS[kind] for kind in set(kinds))
        kept = np.ones(len(self.first), dtype=bool) if not wanted else (self.kinds & wanted) != 0
        if earliest is None and latest is None:
            return kept
        window = (earliest if earliest is not None else NEVER, latest if latest is not None else -NEVER)
        return kept & (self.first < FUTURE) & (self.first <= window[1]) & (self.last >= window[0])

    def _weigh(self, kept: Flags) -> tuple[Numbers, Numbers]:
        """(works, quarters) of each pair: every work once, by the surest claim that it shows."""
        rows = np.flatnonzero(kept[self.shown_of])
        pair, work = self.shown_pair[rows], self.shown_work[rows]
        fresh = np.ones(len(rows), dtype=bool)
        fresh[1:] = (pair[1:] != pair[:-1]) | (work[1:] != work[:-1])
        pair, rank = pair[fresh], self.rank[self.shown_of[rows[fresh]]]
        size = len(self.pairs)
        works = np.bincount(pair, minlength=size)
        return works, np.bincount(pair, weights=rank + 1, minlength=size).astype(np.int64)


def _array(numbers: Iterable[int | None]) -> Numbers:
    return np.array(list(numbers), dtype=np.int64)


def _two(rows: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    table = np.array(rows, dtype=np.int64).reshape(-1, 2)
    return np.ascontiguousarray(table[:, 0]), np.ascontiguousarray(table[:, 1])
