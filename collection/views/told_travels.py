"""A motif, a material or a technique on its way: stops where its works were made, and what is claimed between them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from collection.enums import ConceptKind
from collection.exports.card import card_of
from collection.exports.journeys import claim_of, works_by_id
from collection.exports.voices import voices_on
from collection.influences.graph import Graph
from collection.influences.ripples import travels
from collection.influences.statements import Statement
from collection.models import Concept
from collection.views.under import under, url_of
from members.languages import best_language

# kind → the facet of the list, which is also what its records call it
FACETS = {
    ConceptKind.MOTIF: "motif",
    ConceptKind.MATERIAL: "material",
    ConceptKind.TECHNIQUE: "technique",
}
PICTURES = 4  # of a stop
STOPS = 60
_COLUMNS = ("public_id", "culture__slug", "earliest_year", "latest_year")


@dataclass
class Stop:
    """A culture where works of the term were made, or that a claim reaches."""

    slug: str
    works: list[str] = field(default_factory=list)
    earliest: int | None = None
    latest: int | None = None
    claims: list[Statement] = field(default_factory=list)  # that arrive here
    gives: bool = False  # a claim leaves from here

    def take(self, work: str, earliest: int | None, latest: int | None) -> None:
        """One work more; its years widen those of the stop."""
        self.works.append(work)
        if earliest is not None:
            self.earliest = earliest if self.earliest is None else min(self.earliest, earliest)
        if latest is not None:
            self.latest = latest if self.latest is None else max(self.latest, latest)

    @property
    def pictured(self) -> list[str]:
        """Its own works; where it has none here, those that show what arrived."""
        return self.works or list(dict.fromkeys(work for said in self.claims for work in said.works))

    @property
    def years(self) -> tuple[int | None, int | None]:
        """Those of its works, else those in which something arrived."""
        if self.earliest is not None:
            return self.earliest, self.latest if self.latest is not None else self.earliest
        dated = [said for said in self.claims if said.earliest is not None and said.latest is not None]
        first = min((said.earliest or 0 for said in dated), default=None)
        return first, max((said.latest or 0 for said in dated), default=None)

    @property
    def begins(self) -> tuple[bool, int, str]:
        """In the order of time; what has no year comes last."""
        first, _last = self.years
        return first is None, first or 0, self.slug


@dataclass(frozen=True)
class Travel:
    """A term, its works and its stops in the order of time."""

    term: Concept
    works: int
    stops: tuple[Stop, ...]
    said: tuple[Statement, ...]

    @property
    def told(self) -> list[Stop]:
        """The stops that have works or are reached; where these are many, only those that a claim reaches or leaves."""
        shown = [stop for stop in self.stops if stop.works or stop.claims]
        if len(shown) <= STOPS // 3:
            return shown
        return [stop for stop in shown if stop.claims or stop.gives][:STOPS]


def travel_of(graph: Graph, term: Concept) -> Travel | None:
    """None where no public work has it."""
    rows = list(under(**{FACETS[ConceptKind(term.kind)]: term.slug}).in_order().values_list(*_COLUMNS))
    if not rows:
        return None
    said = travels(graph.statements, frozenset(row[0] for row in rows))
    return Travel(term, len(rows), tuple(_stops(rows, said)), tuple(said))


def _stops(rows: Iterable[Sequence[Any]], said: Iterable[Statement]) -> list[Stop]:
    found: dict[str, Stop] = {}
    for work, culture, earliest, latest in rows:
        found.setdefault(culture or "", Stop(culture or "")).take(work, earliest, latest)
    for statement in said:
        giver, taker = statement.source.slug, statement.target.slug
        found.setdefault(taker, Stop(taker)).claims.append(statement)
        found.setdefault(giver, Stop(giver)).gives = True
    return sorted(found.values(), key=lambda stop: stop.begins)


def journey_of(graph: Graph, travel: Travel) -> dict[str, Any]:
    """The stops as the page tells them, with pictures and second voices read once."""
    stops = travel.told
    shown = works_by_id(work for stop in stops for work in stop.pictured[:PICTURES])
    voices = voices_on(said.public_id for said in travel.said)
    here = {stop.slug for stop in stops}
    told = [_stop(graph, travel.term, stop, shown, voices) | {"from": _from(stop, here)} for stop in stops]
    return {
        "stops": told,
        "left_out": sum(bool(stop.works) and stop.slug not in here for stop in travel.stops),
        "drawn": [
            {**stop, "url": f"#stop-{stop['slug']}", "sure_from": stop["earliest"], "sure_to": stop["latest"]}
            for stop in told
            if stop["earliest"] is not None
        ],
    }


def _stop(graph: Graph, term: Concept, stop: Stop, shown: Any, voices: Any) -> dict[str, Any]:
    end = graph.ends.get(stop.slug)
    labels = end.label_map if end else shown_labels(stop, shown)
    tag = best_language(labels) or "und"
    claims = list({said.text: said for said in stop.claims}.values())
    facet = {FACETS[ConceptKind(term.kind)]: term.slug}
    return {
        "slug": stop.slug or "unknown",
        "label": labels.get(tag, stop.slug),
        "lang": tag,
        "region": end.region if end else "",
        "page": reverse("culture", args=[stop.slug]) if stop.slug else "",
        "earliest": stop.years[0],
        "latest": stop.years[1],
        "count": len(stop.works),
        "works": [card_of(shown[work]) for work in stop.pictured[:PICTURES] if work in shown],
        "works_url": url_of(**facet, **({"culture": stop.slug} if stop.slug else {})),
        "claims": [claim_of(said, voices) for said in claims],
        "more": max(len(claims) - 2, 0),
        "gives": stop.gives,
        "ripples_url": f"{reverse('ripples')}?{urlencode({'of': stop.slug})}",
    }


def _from(stop: Stop, here: set[str]) -> list[dict[str, Any]]:
    """Who gave what arrived: a stop above, or else a culture's page."""
    givers = {said.source.slug: said.source for said in stop.claims if said.source.slug != stop.slug}
    return [
        {
            "labels": giver.label_map,
            "url": f"#stop-{slug}" if slug in here else reverse("culture", args=[slug]),
        }
        for slug, giver in givers.items()
    ]


def shown_labels(stop: Stop, shown: Any) -> dict[str, str]:
    """The name of a culture that no claim knows, from one of its works."""
    for work in stop.works:
        if work in shown and shown[work].culture:
            return dict(shown[work].culture.labels)
    return {}
