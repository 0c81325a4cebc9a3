"""What the map through time shows: arcs and dots of all years, the rail of centuries, and the moment that is looked at."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from collection.dates.centuries import century_label, label_of, span_of
from collection.dates.display import year_text
from collection.exports.card import card_of
from collection.influences.flows import Flow, flows
from collection.influences.graph import Graph
from collection.influences.statements import End, Statement
from collection.models import Artwork
from collection.views.asked_flows import Asked
from collection.views.kind_families import family_of
from collection.views.told_flows import arrow, end_named, told_flow

FIRST, LAST = -3000, 2000  # labels of centuries: five thousand years
CENTURIES = range(FIRST, LAST + 1, 100)
PICTURES = 12  # of the works of a moment
UNSURE = ("possible", "disputed")
BARS = 44  # height of the rail, in pixels


def years_of(label: int) -> tuple[int, int]:
    """The first and last year of a century."""
    span = span_of(label)
    first, last = span.earliest_begin, span.latest_end
    assert first is not None and last is not None  # noqa: S101  a century has both ends
    return first, last


def centuries_of(said: Statement) -> range:
    """The centuries of a statement, by their labels; what is older than the rail stands at its beginning."""
    if said.earliest is None or said.latest is None:
        return range(0)
    first, last = (min(max(label_of(year), FIRST), LAST) for year in (said.earliest, said.latest))
    return range(first, last + 1, 100)


def rail(graph: Graph, asked: Asked) -> dict[str, Any]:
    """Every century with its number of statements, as a bar and as a link; those of the window are marked."""
    every = asked.whenever()
    counts = Counter(label for said in every.of(graph) for label in centuries_of(said))
    most = max(counts.values(), default=1)
    bars = []
    for number, label in enumerate(CENTURIES):
        first, last = years_of(label)
        high = round(BARS * (counts[label] / most) ** 0.6, 1) if counts[label] else 0
        bars.append(
            {
                "century": label,
                "label": century_label(label),
                "first": first,
                "last": last,
                "words": (year_text(first), year_text(last)),
                "count": counts[label],
                "url": every.during(first, last).address("influences"),
                "x": round(100 * number / len(CENTURIES), 2),
                "y": BARS - high,
                "height": high,
                "is_chosen": asked.is_windowed and _overlaps(asked, first, last),
                "tick": first if label % 1000 == 0 else None,
            }
        )
    return {
        "bars": bars,
        "width": round(100 / len(CENTURIES) - 0.35, 2),
        "step": round(100 / len(CENTURIES), 3),
        "url": every.address("influences"),
        "chosen": (asked.earliest, asked.latest) if asked.is_windowed else None,
        "height": BARS,
    }


def _overlaps(asked: Asked, first: int, last: int) -> bool:
    return (asked.latest is None or first <= asked.latest) and (
        asked.earliest is None or last >= asked.earliest
    )


def drawn(graph: Graph, asked: Asked, *, is_still: bool = False) -> dict[str, Any]:
    """Props of the atlas: all arcs of all years, those of the window are on. What stands still has no others."""
    now = {(flow.source, flow.target): flow for flow in flows(asked.of(graph))}
    every = list(now.values()) if is_still else flows(asked.whenever().of(graph))
    weight: Counter[str] = Counter()
    for flow in every:
        for slug in {flow.source, flow.target}:
            weight[slug] += len(flow.works)
    lit = {slug for pair in now for slug in pair}
    return {
        "arcs": [
            _arc(graph, flow, now.get((flow.source, flow.target)), asked)
            for flow in every
            if _is_placed(graph.ends[flow.source]) and _is_placed(graph.ends[flow.target])
        ],
        "dots": [
            _dot(graph, slug, weight[slug], slug in lit) for slug in weight if _is_placed(graph.ends[slug])
        ],
    }


def _is_placed(end: End) -> bool:
    return end.latitude is not None and end.longitude is not None


def _arc(graph: Graph, flow: Flow, now: Flow | None, asked: Asked) -> dict[str, Any]:
    source, target = graph.ends[flow.source], graph.ends[flow.target]
    shown = now or flow
    works: dict[int, set[str]] = {}
    for said in flow.statements:
        for label in centuries_of(said):
            works.setdefault(label, set()).update(said.works)
    return {
        "from": (source.latitude, source.longitude),
        "to": (target.latitude, target.longitude),
        "ends": f"{flow.source} {flow.target}",
        "label": arrow(graph, flow, "culture"),
        "url": asked.between(flow.source, flow.target).address("influence_claims"),
        "weight": len(shown.works),
        "count": len(shown.works),
        "family": family_of(shown.statements, asked.kinds).value,
        "is_unsure": shown.certainty in UNSURE,
        "is_on": now is not None,
        "centuries": " ".join(f"{label}:{len(works[label])}" for label in sorted(works)),
    }


def _dot(graph: Graph, slug: str, weight: int, is_on: bool) -> dict[str, Any]:
    end = graph.ends[slug]
    return {
        **end_named(graph, slug, "culture"),
        "latitude": end.latitude,
        "longitude": end.longitude,
        "weight": weight,
        "r": 2.2 + min(weight, 40) ** 0.5 * 0.55,
        "is_on": is_on,
    }


def moment(graph: Graph, asked: Asked) -> dict[str, Any]:
    """What was given and received in the window: the count, some of its works, and every exchange."""
    chosen = asked.of(graph)
    found = flows(chosen)
    works = {work for said in chosen for work in said.works}
    return {
        "statements": len(chosen),
        "works_count": len(works),
        "works": _pictured(found),
        "rows": [told_flow(graph, flow, asked) for flow in found],
        "unsure": sum(said.certainty in UNSURE for said in chosen),
        "unsaid": sum(not said.said_by for said in chosen),
        "url": asked.address("influence_claims"),
        "flows_url": asked.address("influence_flows"),
        "json_url": asked.address("influences_json"),
        "works_url": works_url(asked),
    }


def works_url(asked: Asked) -> str:
    """The same question to the list of works, where that one can ask it: of cultures and kinds, without years."""
    is_put = asked.sources or asked.targets or asked.kinds
    if asked.level != "culture" or asked.touching or asked.is_windowed or not is_put:
        return ""
    query = urlencode([(f"influence_{name}", value) for name, value in asked.pairs])
    return f"{reverse('artworks')}?{query}"


def _pictured(found: list[Flow]) -> list[dict[str, Any]]:
    """Cards of a few works, one of each exchange before a second of any, in the order of their years."""
    turns = zip_longest(*(flow.works for flow in found))
    chosen = list(dict.fromkeys(work for turn in turns for work in turn if work))[:PICTURES]
    works = Artwork.objects.published().filter(public_id__in=chosen).with_card()
    return [card_of(work) for work in sorted(works, key=lambda work: (work.earliest_year or 0, work.pk))]
