"""All that can be reached in time from somewhere, ring by ring, over arrays."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from collection.influences.arrivals import step
from collection.influences.edges import PAST, UNREACHED, Edges, Numbers


@dataclass
class Spread:
    """Rings around the beginning: earliest arrival by place, the ring, and an edge by which it was reached there."""

    arrival: Numbers
    steps: Numbers  # -1 where it is not reached
    by: Numbers  # number of a row of `edges`; of `seeds` after those; -1 at the beginning
    edges: Edges
    seeds: list[tuple[int, int, int]] = field(default_factory=list)  # (place, arrival, statement)


def spread(
    edges: Edges,
    starts: Iterable[int],
    seeds: Iterable[tuple[int, int, int]] = (),
    *,
    rank: int = 0,
    certain: bool = False,
) -> Spread:
    """Go out from `starts` (places) and `seeds` (places reached already by a statement) by claims of at least this rank,
    until all is reached that can be in time (see `arrivals.step`)."""
    found = Spread(
        np.full(edges.size, UNREACHED, dtype=np.int64),
        np.full(edges.size, -1),
        np.full(edges.size, -1),
        edges,
        list(seeds),
    )
    for place in starts:
        found.arrival[place], found.steps[place] = PAST, 0
    for number, (place, year, _statement) in enumerate(found.seeds):
        if year < found.arrival[place]:
            found.arrival[place], found.steps[place] = year, 1
            found.by[place] = len(edges.source) + number
    ring = int(found.steps.max(initial=0)) + 1
    moved = np.flatnonzero(found.arrival < UNREACHED)
    while len(moved):
        moved = _ring(found, moved, ring, rank, certain=certain)
        ring += 1
    return found


def _ring(found: Spread, moved: Numbers, ring: int, rank: int, *, certain: bool) -> Numbers:
    """One step on from the places that were reached, or reached earlier, in the last ring."""
    edges, arrival = found.edges, found.arrival
    rows, lengths = edges.rows_out_of(moved)
    in_time, there = step(edges, rows, np.repeat(arrival[moved], lengths), certain=certain)
    target = edges.target[rows]
    better = in_time & (there < arrival[target])
    if rank:
        better &= edges.rank[rows] >= rank
    rows, there, target = rows[better], there[better], target[better]
    np.minimum.at(arrival, target, there)
    won = there == arrival[target]
    # Of several edges that are as early the last one written stays: the first of them.
    rows, target = rows[won][::-1], target[won][::-1]
    is_fresh = found.steps[target] < 0  # who is reached earlier by more steps keeps the claim of its own ring
    found.by[target[is_fresh]] = rows[is_fresh]
    onwards = np.zeros(edges.size, dtype=bool)
    onwards[target] = True
    moved = np.flatnonzero(onwards)
    fresh = moved[found.steps[moved] < 0]
    found.steps[fresh] = ring
    return moved
