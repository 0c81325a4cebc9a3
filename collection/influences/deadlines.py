"""How late is early enough: for each cost, the latest year in which something at a place may still reach the end."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from collection.influences.edges import FUTURE, NEVER, Edge, Edges, Numbers


class Deadlines:
    """`row(cost)[v]` is the latest arrival at v from which the end is reached by steps of exactly this cost together.

    Possible (`certain` false): years can be chosen within all doubts so that no step is before the one that it follows.
    Certain: each step is over before the next can begin, whatever the years were within their doubts.
    """

    def __init__(self, edges: Edges, *, goal: int, into: Iterable[tuple[int, Edge]], certain: bool) -> None:
        self.edges = edges
        self.certain = certain
        self._rows: list[Numbers] = []
        self._alive: list[bool] = []
        self._goal = goal
        self._into: dict[int, list[tuple[int, Edge]]] = {}
        for place, edge in into:
            self._into.setdefault(edge.cost, []).append((place, edge))

    def row(self, cost: int) -> Numbers:
        while len(self._rows) <= cost:
            self._rows.append(self._next(len(self._rows)))
            self._alive.append(bool((self._rows[-1] > NEVER).any()))
        return self._rows[cost]

    def alive(self, cost: int) -> bool:
        """Whether anything reaches the end at this cost."""
        self.row(cost)
        return self._alive[cost]

    def _next(self, cost: int) -> Numbers:
        row = np.full(self.edges.size, NEVER, dtype=np.int64)
        if cost == 0 and self._goal >= 0:
            row[self._goal] = FUTURE
        for place, edge in self._into.get(cost, ()):
            row[place] = max(int(row[place]), edge.first if self.certain else edge.last)
        for tier in self.edges.tiers:
            before = cost - tier.cost
            if before < 0 or not self._alive[before]:
                continue
            deadline = self._rows[before][tier.target]
            if self.certain:
                best = np.where(tier.last <= deadline, tier.first, NEVER)
            else:
                best = np.where(tier.first <= deadline, np.minimum(tier.last, deadline), NEVER)
            best = np.maximum.reduceat(best, tier.starts)
            row[tier.sources] = np.maximum(row[tier.sources], best)
        return row
