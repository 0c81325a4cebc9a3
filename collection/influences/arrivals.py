"""How early something can be anywhere: for each cost of the steps before, the earliest year; and whether it can be at all.

Possible (`certain` false): years can be chosen within all doubts so that no step is before the one that it follows.
Certain: each step is over before the next can begin, whatever the years were within their doubts.

Run over `edges.backwards` the same says how late is early enough: its years are negative deadlines.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from collection.influences.edges import UNREACHED, Edges, Flags, Numbers, Years


def step(edges: Edges, rows: Numbers, begun: Numbers | Years, *, certain: bool) -> tuple[Flags, Numbers]:
    """(which of these rows can be taken from a place that was reached in the year `begun`, arrival by each)."""
    if certain:
        return begun <= edges.first[rows], edges.last[rows]
    return begun <= edges.last[rows], np.maximum(begun, edges.first[rows])


class Arrivals:
    """`rows[cost][v]` is the earliest arrival at v by steps of exactly this cost together; `alive[cost]` are the places
    that are reached so. Only what goes on from those is looked at, so that the first rows of a large graph cost little."""

    def __init__(
        self, edges: Edges, seeds: Iterable[tuple[int, int, int]], *, certain: bool, rank: int
    ) -> None:
        """`seeds` are (cost, place, year) of what is reached to begin with."""
        self.size = edges.size
        self.tiers = [tier for tier in edges.tiers if tier.rank[0] >= rank]
        self.certain = certain
        self.rows: list[Years] = []
        self.alive: list[Numbers] = []
        self.seeds: dict[int, list[tuple[int, int]]] = {}
        for cost, place, year in seeds:
            self.seeds.setdefault(cost, []).append((place, year))

    @property
    def effort(self) -> int:
        """About how many places the next row goes on from."""
        cost = len(self.rows)
        befores = (cost - int(tier.cost[0]) for tier in self.tiers)
        return sum(len(self.alive[before]) for before in befores if before >= 0)

    def grow(self) -> None:
        """One row more."""
        cost = len(self.rows)
        row = np.full(self.size, UNREACHED, dtype=np.int32)  # half the memory to fill
        for place, year in self.seeds.get(cost, ()):
            row[place] = min(int(row[place]), year)
        for tier in self.tiers:
            before = cost - int(tier.cost[0])
            if before < 0 or not len(self.alive[before]):
                continue
            places = self.alive[before]
            rows, lengths = tier.rows_out_of(places)
            begun = np.repeat(self.rows[before][places], lengths)
            in_time, there = step(tier, rows, begun, certain=self.certain)
            np.minimum.at(row, tier.target[rows[in_time]], there[in_time].astype(np.int32))
        self.rows.append(row)
        self.alive.append(np.flatnonzero(row < UNREACHED))
