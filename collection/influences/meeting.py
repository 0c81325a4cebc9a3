"""Chains of an exact cost looked for from both ends at once: the side that has less to look at goes on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from collection.influences.arrivals import Arrivals
from collection.influences.edges import DEAREST, NEVER, Edges, Years

Seed = tuple[int, int, int]  # cost, place, year


class Meeting:
    """`latest(cost)` says, for chains of this cost together, until when one must be at a place after steps of some cost.

    `begins` are what is reached to begin with, `ends` by when what must be reached: (cost, place, year).
    """

    def __init__(
        self, edges: Edges, begins: Iterable[Seed], ends: Iterable[Seed], *, certain: bool, rank: int
    ) -> None:
        turned = [(cost, place, -year) for cost, place, year in ends]
        self.ahead = Arrivals(edges, begins, certain=certain, rank=rank)
        self.back = Arrivals(edges.backwards, turned, certain=certain, rank=rank)
        self.deadlines: list[Years] = []  # of `back`, the right way round
        for side in (self.ahead, self.back):
            while len(side.rows) < DEAREST:
                side.grow()

    @property
    def effort(self) -> int:
        return min(self.ahead.effort, self.back.effort)

    def meets(self, cost: int) -> bool:
        """Whether there is a chain of this cost: some place is reached from one end not later than the other needs it."""
        while len(self.ahead.rows) + len(self.back.rows) < cost + DEAREST + 1:
            side = self.back if self.back.effort <= self.ahead.effort else self.ahead
            side.grow()
        farthest = min(len(self.ahead.rows) - 1, cost)
        return any(self._meets_at(done, cost - done) for done in range(farthest, farthest - DEAREST, -1))

    def _meets_at(self, done: int, left: int) -> bool:
        if done < 0 or not len(self.ahead.alive[done]) or not len(self.back.alive[left]):
            return False
        places = self.ahead.alive[done]
        return bool((self.ahead.rows[done][places] <= -self.back.rows[left][places]).any())

    def latest(self, cost: int) -> list[Years]:
        """`latest(cost)[done][v]`: the latest year to be at v, `done` being the cost of the steps before; NEVER where the
        end is not reached by what is left. Asked for where the ends meet."""
        known = len(self.back.rows)
        self.deadlines += [-row for row in self.back.rows[len(self.deadlines) :]]
        found = self.deadlines[min(known - 1, cost) :: -1]
        for done in range(cost - known, -1, -1):
            found.insert(0, self._onwards(done, found))
        return found

    def _onwards(self, done: int, later: list[Years]) -> Years:
        """Of the places that are reached at the cost `done`, by the rows of what costs more."""
        row = np.full(self.ahead.size, NEVER, dtype=np.int32)
        places = self.ahead.alive[done]
        for tier in self.ahead.tiers if len(places) else ():
            at = int(tier.cost[0]) - 1
            if at >= len(later):
                continue
            rows, _lengths = tier.rows_out_of(places)
            deadline = later[at][tier.target[rows]]
            if self.ahead.certain:
                in_time, year = tier.last[rows] <= deadline, tier.first[rows]
            else:
                in_time, year = tier.first[rows] <= deadline, np.minimum(tier.last[rows], deadline)
            np.maximum.at(row, tier.source[rows[in_time]], year[in_time].astype(np.int32))
        return row
