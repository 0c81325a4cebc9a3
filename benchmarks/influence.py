"""The graph of influence: 20,000 knots and 200,000 statements, against networkx on the time-expanded graph."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from itertools import islice, pairwise
from typing import Any

import networkx as nx

from collection.enums import Certainty, InfluenceKind
from collection.influences.edges import COSTS
from collection.influences.graph import Graph, graph_of
from collection.influences.paths import MOST, Question, paths
from collection.influences.ripples import Around, ripple
from collection.influences.statements import End, Statement

COLUMNS = ("asked", "p50", "p95", "aim")
KNOTS, STATEMENTS, ASKED, RIVAL = 20_000, 200_000, 200, 5
WORKS = 50_000  # that show the statements
SHOWN = 200  # flows and cultures told of an answer
REGIONS = ("east-asia", "south-asia", "west-asia", "europe")
STEP = 100  # years between two moments of the time-expanded graph


def measure() -> Iterator[tuple[str, ...]]:
    """Milliseconds of processor time. The arrays are made once a catalogue version, before the first question."""
    chance = random.Random(6)  # noqa: S311
    graph = made(chance)
    began = time.process_time()
    tallies = graph.tallies("culture")
    _ = graph.plain.tiers, graph.plain.backwards.tiers
    yield "arrays of a catalogue version", "1", f"{(time.process_time() - began) * 1000:.0f} ms", "–", "–"
    names = [(chance.choice(graph.slugs), chance.choice(graph.slugs)) for _ in range(ASKED)]
    windows = [
        (first, first + chance.randrange(1, 4000)) for first in chance.choices(range(-2000, 1800), k=ASKED)
    ]
    yield row("flows of a window", lambda one: tallies.within((), *one)[:SHOWN], windows, "30 ms")
    yield row(
        "the same of two kinds",
        lambda one: tallies.within(("motif", "trade"), *one)[:SHOWN],
        windows,
        "30 ms",
    )
    yield row("five best chains", lambda one: paths(graph, Question(*one)), names, "100 ms")
    yield row(
        "certainly in time only", lambda one: paths(graph, Question(*one, certain=True)), names, "100 ms"
    )
    yield row("ripple downstream", lambda one: ripple(graph, Around(one[0]))[:SHOWN], names, "50 ms")
    yield row(
        "ripple upstream", lambda one: ripple(graph, Around(one[0], upstream=True))[:SHOWN], names, "50 ms"
    )
    expanded = time_expanded(graph)
    pairs = (pair for pair in names if len(paths(graph, Question(*pair))) == MOST)
    both = [pair for pair in pairs if nx.has_path(expanded, (pair[0], "begin"), (pair[1], "end"))][:RIVAL]
    yield row(
        "five best chains, where networkx finds any", lambda one: paths(graph, Question(*one)), both, "–"
    )
    yield row("networkx, shortest_simple_paths", lambda pair: rival(expanded, *pair), both, "–")


def row(
    words: str, ask: Callable[[Any], object], questions: list[tuple[Any, ...]], aim: str
) -> tuple[str, ...]:
    taken = []
    for question in questions:
        began = time.process_time()
        ask(question)
        taken.append((time.process_time() - began) * 1000)
    taken.sort()
    middle, most = taken[len(taken) // 2], taken[min(int(len(taken) * 0.95), len(taken) - 1)]
    return words, str(len(taken)), f"{middle:.1f} ms", f"{most:.1f} ms", aim


def made(chance: random.Random) -> Graph:
    ends = [End(f"c{n}", (("en", f"C{n}"),), REGIONS[n % 4], 0.0, 0.0, ("CN",)) for n in range(KNOTS)]
    said = []
    for number in range(STATEMENTS):
        source, target = chance.sample(ends, 2)
        first = chance.randrange(-2000, 1900)
        last = first + chance.randrange(300)
        kinds, certainty = (chance.choice(InfluenceKind.values),), chance.choice(list(Certainty))
        works = (f"w{number % WORKS}",)
        said.append(Statement(f"s{number}", source, target, kinds, certainty, first, last, (), works))
    return graph_of(said)


def time_expanded(graph: Graph) -> nx.DiGraph:
    """Each culture at each hundred years in which something happened to it; a statement leads from its first moment to
    the same of who received. That is less than we ask: later years within a doubt are not tried."""
    moments: dict[str, set[int]] = {}
    expanded = nx.DiGraph()
    for said in graph.statements:
        moment = (said.earliest or 0) // STEP
        for slug in (said.source.slug, said.target.slug):
            moments.setdefault(slug, set()).add(moment)
        expanded.add_edge(
            (said.source.slug, moment), (said.target.slug, moment), weight=COSTS[said.certainty]
        )
    for slug, own in moments.items():
        known = sorted(own)
        expanded.add_edges_from((((slug, one), (slug, other)) for one, other in pairwise(known)), weight=0)
        expanded.add_edge((slug, "begin"), (slug, known[0]), weight=0)
        expanded.add_edges_from((((slug, one), (slug, "end")) for one in known), weight=0)
    return expanded


def rival(expanded: nx.DiGraph, source: str, target: str) -> list[list[tuple[str, Any]]]:
    chains = nx.shortest_simple_paths(expanded, (source, "begin"), (target, "end"), weight="weight")
    return list(islice(chains, MOST))
