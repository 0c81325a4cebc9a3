"""Statements as arrays that are sorted by who gave: what the searches run over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.statements import Statement

Numbers = NDArray[np.int64]
Years = NDArray[np.int32]
Flags = NDArray[np.bool_]
PAST, FUTURE = -(10**8), 10**8  # the years of a statement that has none
NEVER = -(10**9)
UNREACHED = -NEVER

# What a step costs in a ranking: four of the surest are as good as three possible ones. A step without years is a
# little worse than one with.
COSTS = {Certainty.CERTAIN: 4, Certainty.PROBABLE: 5, Certainty.POSSIBLE: 6, Certainty.DISPUTED: 9}
WITHOUT_YEARS = 1
DEAREST = max(COSTS.values()) + WITHOUT_YEARS


class Edge(NamedTuple):
    """One statement as a step to `target`, at some time from `first` to `last`."""

    statement: int
    target: int
    first: int
    last: int
    cost: int
    rank: int

    @classmethod
    def of(cls, number: int, said: Statement, target: int) -> Edge:
        first, last = said.earliest, said.latest
        dated = first is not None and last is not None
        if first is None or last is None:
            first, last = _of_the_cultures(said)
        cost = COSTS[said.certainty] + (0 if dated else WITHOUT_YEARS)
        return cls(number, target, first, last, cost, CERTAINTY_RANKS[said.certainty])

    def not_before(self, year: int | None) -> Edge | None:
        if year is None or year <= self.first:
            return self
        return self._replace(first=year) if year <= self.last else None

    def not_after(self, year: int | None) -> Edge | None:
        if year is None or year >= self.last:
            return self
        return self._replace(last=year) if year >= self.first else None


def _of_the_cultures(said: Statement) -> tuple[int, int]:
    """Where nobody says a year: not before there were both cultures, not after the one that received."""
    first = max((year for year in (said.source.begin, said.target.begin) if year is not None), default=PAST)
    last = FUTURE if said.target.end is None else said.target.end
    return first, max(first, last)


@dataclass(frozen=True)
class Edges:
    """All edges, sorted by source; `starts[v]:starts[v + 1]` are those out of v."""

    size: int
    starts: Numbers
    source: Numbers
    target: Numbers
    first: Numbers
    last: Numbers
    cost: Numbers
    rank: Numbers
    statement: Numbers

    def out_of(self, place: int, rank: int = 0) -> list[Edge]:
        """Those out of a place whose certainty is at least of this rank."""
        part = slice(self.starts[place], self.starts[place + 1])
        columns = (self.statement, self.target, self.first, self.last, self.cost, self.rank)
        rows = zip(*(column[part].tolist() for column in columns), strict=True)
        return [edge for row in rows if (edge := Edge(*row)).rank >= rank]

    def rows_out_of(self, places: Numbers) -> tuple[Numbers, Numbers]:
        """(rows, how many of each place) of all edges out of these places, in their order."""
        begins = self.starts[places]
        lengths = self.starts[places + 1] - begins
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        return np.repeat(begins - ends + lengths, lengths) + np.arange(total), lengths

    @cached_property
    def backwards(self) -> Edges:
        """Who received gives, and time runs the other way: what is downstream there is upstream here."""
        rows = self._rows()
        turned = rows[:, [1, 0, 3, 2, 4, 5, 6]]
        turned[:, 2:4] *= -1
        return _sorted(turned, self.size)

    @cached_property
    def tiers(self) -> Sequence[Edges]:
        """The edges apart by cost and certainty, each sorted as all are."""
        rows = self._rows()
        kinds = np.unique(rows[:, 4:6], axis=0)
        return tuple(_sorted(rows[(rows[:, 4:6] == kind).all(axis=1)], self.size) for kind in kinds)

    def _rows(self) -> Numbers:
        columns = (self.source, self.target, self.first, self.last, self.cost, self.rank, self.statement)
        return np.stack(columns, axis=1)


def edges_of(
    statements: Iterable[Statement], places: dict[str, int], family: Callable[[str], Sequence[str]]
) -> Edges:
    """The edges between all who speak for the ends of each statement. What stays within one is none of its edges."""
    rows = []
    for number, said in enumerate(statements):
        edge = Edge.of(number, said, 0)
        givers, receivers = family(said.source.slug), family(said.target.slug)
        for source, target in product(givers, receivers):
            own = (source, target) == (givers[0], receivers[0])
            if own or (source not in receivers and target not in givers):
                rows.append((places[source], places[target], *edge[2:], number))
    return _sorted(np.array(rows, dtype=np.int64).reshape(-1, 7), len(places))


def _sorted(rows: Numbers, size: int) -> Edges:
    rows = rows[np.argsort(rows[:, 0], kind="stable")]
    starts = np.searchsorted(rows[:, 0], np.arange(size + 1))
    return Edges(size, starts, *(np.ascontiguousarray(column) for column in rows.T))
