"""Where no path is recorded: what would have to be asked otherwise, and how near one comes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from heapq import nsmallest
from math import asin, cos, radians, sin, sqrt

from collection.enums import Certainty
from collection.influences.graph import Graph
from collection.influences.paths import Path, Question, paths
from collection.influences.ripples import Around, ripple
from collection.influences.statements import End

EARTH = 6371  # km
NEAR = 3


@dataclass(frozen=True)
class Nearest:
    """`otherwise`: questions beside the one asked that have an answer. `ways`: to what the beginning does reach and lies
    nearest to the end, by the distance of their centres."""

    otherwise: tuple[Question, ...]
    ways: tuple[Path, ...]


def nearest(graph: Graph, asked: Question) -> Nearest:
    """Empty where a name is of nobody in the graph."""
    if asked.source == asked.target or not (graph.knows(asked.source) and graph.knows(asked.target)):
        return Nearest((), ())
    otherwise = tuple(question for question in _beside(asked) if paths(graph, question, 1))
    return Nearest(otherwise, tuple(_ways(graph, asked)))


def _beside(asked: Question) -> Iterator[Question]:
    if asked.at_least != Certainty.DISPUTED:
        yield replace(asked, at_least=Certainty.DISPUTED)
    if asked.certain:
        yield replace(asked, certain=False)
    if not asked.broad:
        yield replace(asked, broad=True)
    yield replace(asked, source=asked.target, target=asked.source)


def _ways(graph: Graph, asked: Question) -> Iterator[Path]:
    goal = _centre(graph, asked.target)
    reached = ripple(graph, Around(asked.source, at_least=asked.at_least, broad=asked.broad))
    if goal is None or goal.latitude is None:
        return
    placed = (end for one in reached if (end := graph.ends[one.slug]).latitude is not None)
    for end in nsmallest(NEAR, placed, key=lambda end: _km(goal, end)):
        yield from paths(graph, replace(asked, target=end.slug), 1)


def _centre(graph: Graph, name: str) -> End | None:
    return graph.ends.get(name) or graph.ends.get(graph.works[name].culture)


def _km(one: End, other: End) -> float:
    """Along the great circle."""
    points = (one.latitude or 0, one.longitude or 0, other.latitude or 0, other.longitude or 0)
    lat1, lon1, lat2, lon2 = (radians(degrees) for degrees in points)
    part = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, part)))
