"""Ripples: all that something can have led to, or come from, in time; and what two works have in common upstream."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import overload

import numpy as np

from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.edges import FUTURE, PAST, Edge
from collection.influences.graph import Graph
from collection.influences.spreading import Spread, spread
from collection.influences.statements import Statement


@dataclass(frozen=True)
class Reached:
    """A culture that was reached: in how many steps at least, and by which statement; from when on at the earliest (upstream: until
    when), in whatever number of steps. The statement is None where it is the culture of the very work that was asked for."""

    slug: str
    steps: int
    year: int | None
    via: Statement | None
    before: str  # slug of the culture just before it on the way; "" at the beginning


@dataclass(frozen=True)
class Around:
    """Of what (culture or work), downstream or up, how sure, and whether a culture speaks for its parts."""

    of: str
    upstream: bool = False
    at_least: Certainty = Certainty.DISPUTED
    broad: bool = False
    works: frozenset[str] = (
        frozenset()
    )  # of a motif, material or technique: `of` is its name, and its works begin


class Rings(Sequence[Reached]):
    """All that was reached, nearest first, then earliest (upstream: latest) and by name; told where it is asked for."""

    def __init__(self, graph: Graph, found: Spread, *, upstream: bool) -> None:
        self.graph, self.found, self.upstream = graph, found, upstream
        places = np.flatnonzero((found.steps > 0) & (found.by >= 0))
        arrival = found.arrival[places]
        year = np.where(np.abs(arrival) >= FUTURE, FUTURE, arrival)
        self.places = places[np.lexsort((places, year, found.steps[places]))]

    @property
    def slugs(self) -> list[str]:
        return [self.graph.slugs[place] for place in self.places.tolist()]

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, at: int) -> Reached: ...
    @overload
    def __getitem__(self, at: slice) -> list[Reached]: ...
    def __getitem__(self, at: int | slice) -> Reached | list[Reached]:
        if isinstance(at, slice):
            return [self.at(place) for place in self.places[at].tolist()]
        return self.at(int(self.places[at]))

    def at(self, place: int) -> Reached:
        """How one place was reached."""
        graph, found = self.graph, self.found
        row = int(found.by[place])
        seeded = row - len(found.edges.source)
        number = found.seeds[seeded][2] if seeded >= 0 else int(found.edges.statement[row])
        before = "" if seeded >= 0 else graph.slugs[int(found.edges.source[row])]
        arrival = int(found.arrival[place])
        year = None if abs(arrival) >= FUTURE else -arrival if self.upstream else arrival
        via = graph.statements[number] if number >= 0 else None
        return Reached(graph.slugs[place], int(found.steps[place]), year, via, before)


def ripple(graph: Graph, asked: Around) -> Sequence[Reached]:
    """Every culture downstream or upstream; nothing of a name that is nobody's."""
    if not asked.works and not graph.knows(asked.of):
        return []
    return rings(graph, asked)


def rings(graph: Graph, asked: Around) -> Rings:
    edges = graph.edges(asked.broad)
    starts = [graph.places[asked.of]] if asked.of in graph.places and not asked.works else []
    seeds = [] if starts else _seeds(graph, asked)
    found = spread(
        edges.backwards if asked.upstream else edges, starts, seeds, rank=CERTAINTY_RANKS[asked.at_least]
    )
    return Rings(graph, found, upstream=asked.upstream)


def _seeds(graph: Graph, asked: Around) -> list[tuple[int, int, int]]:
    rank = CERTAINTY_RANKS[asked.at_least]
    if asked.works:
        return _shown_by(graph, asked, rank)
    if asked.upstream:
        received = graph.received_by(asked.of, asked.broad)
        seeds = [(place, -edge.last, edge.statement) for place, edge in received if edge.rank >= rank]
        return seeds + _maker(graph, asked.of)
    given = graph.given_by(asked.of, asked.broad)
    return [(edge.target, edge.first, edge.statement) for edge in given if edge.rank >= rank]


def _shown_by(graph: Graph, asked: Around, rank: int) -> list[tuple[int, int, int]]:
    """What the works of a motif show to have come somewhere; upstream, from where."""
    seeds = []
    for number, said in enumerate(graph.statements):
        if asked.works.isdisjoint(said.works):
            continue
        edge = Edge.of(number, said, graph.places[said.target.slug])
        if edge.rank >= rank:
            end = (
                (graph.places[said.source.slug], -edge.last) if asked.upstream else (edge.target, edge.first)
            )
            seeds.append((*end, number))
    return seeds


def _maker(graph: Graph, work: str) -> list[tuple[int, int, int]]:
    """A work has behind it what its culture had received until it was made."""
    made = graph.works[work]
    place = graph.places.get(made.culture)
    return [] if place is None else [(place, PAST if made.latest is None else -made.latest, -1)]


@dataclass(frozen=True)
class Shared:
    """A culture upstream of two works or cultures: how it is reached from each."""

    slug: str
    ways: tuple[Reached, ...]


def common(graph: Graph, names: Sequence[str], *, broad: bool = False, most: int = 200) -> list[Shared]:
    """What all of `names` have upstream in common, the nearest first: why they may look alike."""
    if not names or not all(map(graph.knows, names)):
        return []
    upstream = [rings(graph, Around(name, True, broad=broad)) for name in names]
    places = reduce(np.intersect1d, [one.places for one in upstream])
    steps = np.sum([one.found.steps[places] for one in upstream], axis=0)
    nearest = places[np.lexsort((places, steps))][:most].tolist()
    return [Shared(graph.slugs[place], tuple(one.at(place) for one in upstream)) for place in nearest]


def travels(statements: Iterable[Statement], works: frozenset[str]) -> list[Statement]:
    """How a motif, a material or a type of works went from culture to culture: what its works show, in the order of the
    years; what has none comes last."""
    shown = [said for said in statements if works.intersection(said.works)]
    return sorted(shown, key=lambda said: (said.earliest is None, said.earliest or 0, said.latest or 0))
