"""Paths: the best chains of statements from one culture or work to another in which no step goes back in time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.edges import FUTURE, PAST, Edge, Years
from collection.influences.flows import Flow
from collection.influences.graph import Graph
from collection.influences.meeting import Meeting
from collection.influences.spreading import spread

MOST = 5
DETOUR = 15  # a chain that costs more than the best and this is told no more: three probable steps
FARTHEST = 60  # ten possible steps
PATIENCE = 4000  # places looked at in one search; enough for every chain of a graph of ten thousands
LARGE = 2000  # places to go on from; beyond it one asks first whether there is any chain at all
START = -2


@dataclass
class Step(Flow):
    """One step of a chain: all statements that can carry it, and the years in which it can have happened."""

    earliest: int | None = None
    latest: int | None = None

    @property
    def stands_for(self) -> list[str]:
        """Slugs of the parts for which its ends speak, where they do."""
        own = [s.source.slug for s in self.statements if not s.source_work] + [
            s.target.slug for s in self.statements if not s.target_work
        ]
        ends = (self.source, self.target)
        return [slug for slug in dict.fromkeys(own) if slug not in ends] if self.broad else []

    broad: bool = False


@dataclass(frozen=True)
class Path:
    """A chain, the surest and shortest having the smallest cost. `certain`: in time whatever the doubts of the years."""

    steps: tuple[Step, ...]
    cost: int
    certain: bool

    @property
    def places(self) -> list[str]:
        """Every culture or work on the way."""
        return [self.steps[0].source, *(step.target for step in self.steps)]


@dataclass(frozen=True)
class Question:
    """From where to where, how sure each step must be, and whether a culture speaks for its parts."""

    source: str
    target: str
    at_least: Certainty = Certainty.DISPUTED
    certain: bool = False  # only chains that are in time whatever the doubts
    broad: bool = False


@dataclass
class Search:
    """One question put to the graph."""

    graph: Graph
    asked: Question
    starts: list[Edge] = field(init=False)  # of a work that the chain begins with
    into: dict[int, list[Edge]] = field(init=False)  # of a work that it ends with
    patience: int = PATIENCE

    def __post_init__(self) -> None:
        graph, asked = self.graph, self.asked
        self.rank = CERTAINTY_RANKS[asked.at_least]
        self.edges = graph.edges(asked.broad)
        self.start = graph.places.get(asked.source, START)
        self.goal = graph.places.get(asked.target, -1)
        given = graph.given_by(asked.source, asked.broad) if self.start == START else []
        received = graph.received_by(asked.target, asked.broad) if self.goal < 0 else []
        self.starts = [edge for edge in given if edge.rank >= self.rank]
        self.into = {}
        for place, edge in received:
            if edge.rank >= self.rank:
                self.into.setdefault(place, []).append(edge)
        self.begins = [(e.cost, e.target, self._years(e)[1]) for e in self.starts] or [(0, self.start, PAST)]
        self.ends = [(e.cost, place, self._years(e)[0]) for place, those in self.into.items() for e in those]
        self.ends = self.ends or [(0, self.goal, FUTURE)]

    def _years(self, edge: Edge) -> tuple[int, int]:
        """(when one must be at its beginning, when one is at its end at the earliest)."""
        return (edge.first, edge.last) if self.asked.certain else (edge.last, edge.first)

    def best(self, most: int = MOST) -> list[Path]:
        """At most `most` chains, the surest and shortest first; then those that more works show."""
        if (self.start == START and not self.starts) or (self.goal < 0 and not self.into):
            return []
        meeting = Meeting(self.edges, self.begins, self.ends, certain=self.asked.certain, rank=self.rank)
        found: list[Path] = []
        known: set[tuple[int, ...]] = set()
        last = FARTHEST
        cost, is_sure = 1, False
        while cost <= last and len(found) < most and self.patience > 0:
            if not is_sure and not found and meeting.effort > LARGE:
                if not self._is_reached():
                    break
                is_sure = True
            level = []
            for chain in self._chains(cost, meeting):
                way = tuple(edge.target for edge in chain)
                if way not in known:
                    known.add(way)
                    level.append(self._path(chain, cost))
            if level and not found:
                last = min(last, cost + DETOUR)
            found += sorted(level, key=_by_evidence)
            cost += 1
        return found[:most]

    def _is_reached(self) -> bool:
        """Whether there is any chain at all, whatever it costs."""
        seeds = [(place, year, -1) for _cost, place, year in self.begins]
        arrival = spread(self.edges, (), seeds, rank=self.rank, certain=self.asked.certain).arrival
        return any(arrival[place] <= year for _cost, place, year in self.ends)

    def _out_of(self, place: int) -> list[Edge]:
        if place == START:
            return self.starts
        return [*self.edges.out_of(place, self.rank), *self.into.get(place, ())]

    def _arrival(self, arrived: int, edge: Edge) -> int | None:
        """When one is there at the earliest, having been at the edge's beginning in `arrived`; None if it is too late."""
        before, after = self._years(edge)
        return max(arrived, after) if arrived <= before else None

    def _chains(self, cost: int, meeting: Meeting) -> Iterator[list[Edge]]:
        """Every chain of exactly this cost that comes to no place twice."""
        if meeting.meets(cost):
            yield from self._walk(self.start, PAST, 0, meeting.latest(cost), [], {self.start})

    def _walk(
        self, place: int, arrived: int, done: int, latest: list[Years], chain: list[Edge], seen: set[int]
    ) -> Iterator[list[Edge]]:
        if done == len(latest) - 1 and place == self.goal:
            yield list(chain)
            return
        self.patience -= 1
        if place == self.goal or self.patience < 0:
            return
        for edge, there in self._onwards(place, arrived, done, latest, seen):
            yield from self._walk(
                edge.target, there, done + edge.cost, latest, [*chain, edge], seen | {edge.target}
            )

    def _onwards(
        self, place: int, arrived: int, done: int, latest: list[Years], seen: set[int]
    ) -> list[tuple[Edge, int]]:
        """The steps from here that still lead to the end in time: of those to one place at one cost, the earliest."""
        best: dict[tuple[int, int], tuple[Edge, int]] = {}
        for edge in self._out_of(place):
            after = done + edge.cost
            if after >= len(latest) or edge.target in seen:
                continue
            there = self._arrival(arrived, edge)
            if there is None or not self._reaches(
                edge.target, there, latest[after], after == len(latest) - 1
            ):
                continue
            kept = best.get((edge.target, edge.cost))
            if kept is None or there < kept[1]:
                best[edge.target, edge.cost] = edge, there
        return list(best.values())

    def _reaches(self, place: int, arrived: int, latest: Years, is_last: bool) -> bool:
        return is_last if place < 0 else bool(arrived <= latest[place])

    def _path(self, chain: list[Edge], cost: int) -> Path:
        """The chain told: with every statement that could stand for one of its steps while the others stay."""
        slugs = self.graph.slugs
        names = [
            self.asked.source,
            *(slugs[edge.target] if edge.target >= 0 else self.asked.target for edge in chain),
        ]
        carried = self._carried(chain)
        firsts, lasts = _windows(carried)
        steps = [
            Step(
                names[number],
                names[number + 1],
                [self.graph.statements[edge.statement] for edge in edges],
                earliest=None if firsts[number] == PAST else firsts[number],
                latest=None if lasts[number] == FUTURE else lasts[number],
                broad=self.asked.broad,
            )
            for number, edges in enumerate(carried)
        ]
        in_time = all(one.last <= other.first for one, other in pairwise(chain))
        return Path(tuple(steps), cost, in_time)

    def _carried(self, chain: list[Edge]) -> list[list[Edge]]:
        carried = []
        place, arrived = self.graph.places.get(self.asked.source, START), PAST
        until = self._until(chain)
        for number, edge in enumerate(chain):
            beside = [
                other
                for other in self._out_of(place)
                if other.target == edge.target
                and (there := self._arrival(arrived, other)) is not None
                and there <= until[number]
            ]
            carried.append([edge, *(other for other in beside if other != edge)])
            place, arrived = edge.target, self._arrival(arrived, edge) or arrived
        return carried

    def _until(self, chain: list[Edge]) -> list[int]:
        """The latest arrival at the end of each step from which the rest of the chain is in time."""
        until = [FUTURE]
        for edge in reversed(chain[1:]):
            until.insert(0, edge.first if self.asked.certain else min(edge.last, until[0]))
        return until


def _windows(carried: list[list[Edge]]) -> tuple[list[int], list[int]]:
    """When each step can have happened: not before what it follows, not after what follows it."""
    firsts = [min(edge.first for edge in edges) for edges in carried]
    lasts = [max(edge.last for edge in edges) for edges in carried]
    for number in range(1, len(firsts)):
        firsts[number] = max(firsts[number], firsts[number - 1])
        lasts[-1 - number] = min(lasts[-1 - number], lasts[-number])
    return firsts, lasts


def _by_evidence(path: Path) -> tuple[bool, int, int, list[str]]:
    """Of equal cost: surely in time, short, shown by many works."""
    return not path.certain, len(path.steps), -sum(len(step.works) for step in path.steps), path.places


def paths(graph: Graph, asked: Question, most: int = MOST) -> list[Path]:
    """The best chains. Empty where there is none, and where a name is of nobody in the graph."""
    if asked.source == asked.target or not (graph.knows(asked.source) and graph.knows(asked.target)):
        return []
    return Search(graph, asked).best(most)
