"""Ripples: all that something can have led to, or come from, in time; and what two works have in common upstream."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.edges import FUTURE, NEVER, PAST, Edges, Flags, Numbers
from collection.influences.graph import Graph
from collection.influences.statements import Statement

UNREACHED = -NEVER


@dataclass(frozen=True)
class Reached:
    """A culture that was reached: in how many steps at least, from when on at the earliest (upstream: until when), and by
    which statement; None where it is the culture of the very work that was asked for."""

    slug: str
    steps: int
    year: int | None
    via: Statement | None
    before: str  # slug of the culture just before it on the way; "" at the beginning


@dataclass
class Ripple:
    """Rings around the beginning: arrival by place, the ring, and the edge by which it was reached."""

    arrival: Numbers
    steps: Numbers
    by: Numbers  # number of a row of `edges`; of `seeds` after those; -1 at the beginning
    edges: Edges
    seeds: list[tuple[int, int, int]] = field(default_factory=list)  # (place, arrival, statement)


def spread(edges: Edges, starts: Iterable[int], seeds: Iterable[tuple[int, int, int]] = ()) -> Ripple:
    """Go out from `starts` (places) and `seeds` (places reached already by a statement), ring by ring, until all is
    reached that can be in time: a step is possible if it may end no earlier than its beginning was reached."""
    arrival = np.full(edges.size, UNREACHED, dtype=np.int64)
    ripple = Ripple(arrival, np.full(edges.size, -1), np.full(edges.size, -1), edges, list(seeds))
    for place in starts:
        arrival[place], ripple.steps[place] = PAST, 0
    for number, (place, year, _statement) in enumerate(ripple.seeds):
        if year < arrival[place]:
            arrival[place], ripple.steps[place] = year, 1
            ripple.by[place] = len(edges.source) + number
    ring = int(ripple.steps.max()) + 1
    moved = arrival < UNREACHED
    while moved.any():
        moved = _ring(ripple, moved, ring)
        ring += 1
    return ripple


def _ring(ripple: Ripple, moved: Flags, ring: int) -> Flags:
    """One step on from the places that were reached, or reached earlier, in the last ring."""
    edges = ripple.edges
    open_ = np.flatnonzero(moved[edges.source])
    begun = ripple.arrival[edges.source[open_]]
    in_time = begun <= edges.last[open_]
    open_, there = open_[in_time], np.maximum(begun, edges.first[open_])[in_time]
    order = np.lexsort((there, edges.target[open_]))
    open_, there = open_[order], there[order]
    targets, firsts = np.unique(edges.target[open_], return_index=True)
    earlier = there[firsts] < ripple.arrival[targets]
    targets, firsts = targets[earlier], firsts[earlier]
    ripple.arrival[targets] = there[firsts]
    ripple.by[targets] = open_[firsts]
    ripple.steps[targets] = np.where(ripple.steps[targets] < 0, ring, ripple.steps[targets])
    onwards = np.zeros(edges.size, dtype=bool)
    onwards[targets] = True
    return onwards


@dataclass(frozen=True)
class Around:
    """Of what (culture or work), downstream or up, how sure, and whether a culture speaks for its parts."""

    of: str
    upstream: bool = False
    at_least: Certainty = Certainty.DISPUTED
    broad: bool = False


def ripple(graph: Graph, asked: Around) -> list[Reached]:
    """Every culture downstream or upstream, nearest first, then earliest (upstream: latest) and by name."""
    if not graph.knows(asked.of):
        return []
    edges = graph.edges(asked.broad).surer_than(CERTAINTY_RANKS[asked.at_least])
    edges = edges.backwards() if asked.upstream else edges
    starts = [graph.places[asked.of]] if asked.of in graph.places else []
    seeds = [] if starts else _seeds(graph, asked)
    found = spread(edges, starts, seeds)
    places = np.flatnonzero(found.steps > 0).tolist()
    rings = [_reached(graph, found, place, asked.upstream) for place in places if found.by[place] >= 0]
    return sorted(rings, key=lambda one: (one.steps, _order(one, asked.upstream), one.slug))


def _order(one: Reached, upstream: bool) -> int:
    if one.year is None:
        return FUTURE
    return -one.year if upstream else one.year


def _seeds(graph: Graph, asked: Around) -> list[tuple[int, int, int]]:
    rank = CERTAINTY_RANKS[asked.at_least]
    if asked.upstream:
        received = graph.received_by(asked.of, asked.broad)
        seeds = [(place, -edge.last, edge.statement) for place, edge in received if edge.rank >= rank]
        return seeds + _maker(graph, asked.of)
    given = graph.given_by(asked.of, asked.broad)
    return [(edge.target, edge.first, edge.statement) for edge in given if edge.rank >= rank]


def _maker(graph: Graph, work: str) -> list[tuple[int, int, int]]:
    """A work has behind it what its culture had received until it was made."""
    made = graph.works[work]
    place = graph.places.get(made.culture)
    return [] if place is None else [(place, PAST if made.latest is None else -made.latest, -1)]


def _reached(graph: Graph, found: Ripple, place: int, upstream: bool) -> Reached:
    row = int(found.by[place])
    seeded = row - len(found.edges.source)
    number = found.seeds[seeded][2] if seeded >= 0 else int(found.edges.statement[row])
    before = "" if seeded >= 0 else graph.slugs[int(found.edges.source[row])]
    arrival = int(found.arrival[place])
    year = None if abs(arrival) >= FUTURE else -arrival if upstream else arrival
    via = graph.statements[number] if number >= 0 else None
    return Reached(graph.slugs[place], int(found.steps[place]), year, via, before)


@dataclass(frozen=True)
class Shared:
    """A culture upstream of two works or cultures: how it is reached from each."""

    slug: str
    ways: tuple[Reached, ...]


def common(graph: Graph, names: Iterable[str], *, broad: bool = False) -> list[Shared]:
    """What all of `names` have upstream in common, the nearest first: why they may look alike."""
    upstream = [{one.slug: one for one in ripple(graph, Around(name, True, broad=broad))} for name in names]
    if not upstream:
        return []
    slugs = set(upstream[0]).intersection(*upstream[1:])
    shared = [Shared(slug, tuple(rings[slug] for rings in upstream)) for slug in slugs]
    return sorted(shared, key=lambda one: (sum(way.steps for way in one.ways), one.slug))


def travels(statements: Iterable[Statement], works: frozenset[str]) -> list[Statement]:
    """How a motif, a material or a type of works went from culture to culture: what its works show, in the order of the
    years; what has none comes last."""
    shown = [said for said in statements if works.intersection(said.works)]
    return sorted(shown, key=lambda said: (said.earliest is None, said.earliest or 0, said.latest or 0))
