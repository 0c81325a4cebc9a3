"""Who influenced whom: a map, a matrix and a list of the same statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.dates.years import YearError, parse_year
from collection.enums import Certainty, InfluenceKind, Region
from collection.influences.flows import LEVELS, Flow, ends_of, flows, within
from collection.influences.graph import current_graph
from collection.influences.statements import Statement
from collection.influences.tallies import Tally
from collection.search.exchange import Pair, works_of_exchanges
from collection.views.answers import absolute_url, json_answer
from collection.views.caching import public_page
from collection.views.cultures import arc_of, flow_json

MATRIX_SIZE = 24  # the cultures with most works; all stand in the list
MAP_ARCS = 120


@dataclass(frozen=True)
class Asked:
    """What the query string asks: kinds, a window of years, and whose flows."""

    kinds: tuple[str, ...]
    earliest: int | None
    latest: int | None
    level: str = "culture"

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        """Raises BadRequest with a sentence for a year that is none or a kind that is not on the list."""
        kinds = tuple(dict.fromkeys(kind for kind in query.getlist("kind") if kind))
        unknown = [kind for kind in kinds if kind not in InfluenceKind.values]
        if unknown:
            raise BadRequest(_("“%(kind)s” is not a kind of influence.") % {"kind": unknown[0][:40]})
        try:
            years = [
                parse_year(query[name]) if query.get(name) else None for name in ("from_year", "to_year")
            ]
        except YearError as error:
            raise BadRequest(str(error)) from error
        earliest, latest = years
        if earliest is not None and latest is not None and earliest > latest:
            raise BadRequest(_("The first year lies after the last one."))
        level = query.get("level") or "culture"
        if level not in LEVELS:
            raise BadRequest(_("Flows are counted by culture, region or country."))
        return cls(kinds, earliest, latest, level)

    def of(self, statements: Sequence[Statement]) -> list[Statement]:
        return within(statements, kinds=self.kinds, earliest=self.earliest, latest=self.latest)


@public_page
def influences(request: HttpRequest) -> HttpResponse:
    """The page; whole without script."""
    error = ""
    try:
        asked = Asked.read(request.GET)
    except BadRequest as refusal:
        asked, error = Asked((), None, None), str(refusal)
    every = current_graph().statements
    chosen = asked.of(every)
    by_culture, ends = flows(chosen), ends_of(chosen)
    told = works_of_exchanges((flow.source, flow.target) for flow in by_culture)
    context = {
        "asked": asked,
        "from_year": request.GET.get("from_year", ""),
        "to_year": request.GET.get("to_year", ""),
        "error": error,
        "kinds": _kind_choices(every, asked),
        "count": len(chosen),
        "works": len({work for statement in chosen for work in statement.works}),
        "givers": _givers(by_culture, ends, told),
        "arcs": [arc_of(flow, ends) for flow in by_culture[:MAP_ARCS]],
        "cultures": [_place(end) for end in ends.values() if end.latitude is not None],
        "regions": region_matrix(chosen),
        "matrix": _culture_matrix(by_culture, ends, told),
    }
    return render(request, "collection/influence_list.html", context, status=400 if error else 200)


def _kind_choices(statements: Sequence[Statement], asked: Asked) -> list[dict[str, Any]]:
    counts = {kind: sum(kind in s.kinds for s in statements) for kind in InfluenceKind}
    return [
        {"value": kind.value, "label": kind.label, "count": counts[kind], "selected": kind in asked.kinds}
        for kind in sorted(InfluenceKind, key=lambda kind: -counts[kind])
        if counts[kind]
    ]


def _place(end: Any) -> dict[str, Any]:
    return {
        "latitude": end.latitude,
        "longitude": end.longitude,
        "label": end.label_map.get("en", end.slug),
        "url": reverse("culture", args=[end.slug]),
        "region": end.region,
        "count": 1,
    }


def _givers(found: list[Flow], ends: dict[str, Any], told: dict[Pair, int]) -> list[dict[str, Any]]:
    """Every exchange under the culture that gave, those with most works first."""
    by_giver: dict[str, list[Flow]] = {}
    for flow in found:
        by_giver.setdefault(flow.source, []).append(flow)
    givers = [
        {
            "labels": ends[slug].label_map,
            "url": reverse("culture", args=[slug]),
            "region": ends[slug].region,
            "works": len({work for flow in given for work in flow.works}),
            "items": [_item(flow, ends[flow.target], told) for flow in given],
        }
        for slug, given in by_giver.items()
    ]
    return sorted(givers, key=lambda giver: -giver["works"])


def _item(flow: Flow, target: Any, told: dict[Pair, int]) -> dict[str, Any]:
    """One item of flow_list.html."""
    return {
        "labels": target.label_map,
        "url": reverse("culture", args=[flow.target]),
        "region": target.region,
        "kinds": [InfluenceKind(kind).label for kind in flow.kinds],
        "certainty": Certainty(flow.certainty).label,
        "count": told[flow.source, flow.target],
        "statements": [{"text": dict(text)} for text in dict.fromkeys(s.text for s in flow.statements)],
        "works_url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
    }


def region_matrix(statements: list[Statement]) -> dict[str, Any]:
    """Eight by eight; what stays inside a region is told in the list, not drawn as a journey."""
    found = flows(statements, "region")
    axis = [
        {"slug": r.value, "label": r.label, "region": r.value, "url": f"{reverse('countries')}#{r.value}"}
        for r in Region
    ]
    cells = {
        (flow.source, flow.target): {"count": len(flow.works), "url": f"{reverse('influences')}#flows"}
        for flow in found
    }
    return {"sources": axis, "targets": axis, "cells": cells}


def _culture_matrix(found: list[Flow], ends: dict[str, Any], told: dict[Pair, int]) -> dict[str, Any]:
    weight: dict[str, int] = {}
    for flow in found:
        for slug in (flow.source, flow.target):
            weight[slug] = weight.get(slug, 0) + len(flow.works)
    order = list(Region)
    largest = sorted(weight, key=lambda slug: (-weight[slug], slug))[:MATRIX_SIZE]
    chosen = sorted(largest, key=lambda slug: (order.index(Region(ends[slug].region)), slug))
    axis = [
        {
            "slug": slug,
            "label": ends[slug].label_map.get("en", slug),
            "region": ends[slug].region,
            "url": reverse("culture", args=[slug]),
        }
        for slug in chosen
    ]
    cells = {
        (flow.source, flow.target): {
            "count": told[flow.source, flow.target],
            "url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
        }
        for flow in found
    }
    return {"sources": axis, "targets": axis, "cells": cells}


@public_page
def influences_json(request: HttpRequest) -> JsonResponse:
    """`/influences.json?kind=&from_year=&to_year=&level=`: flows with the statements and works behind them."""
    try:
        asked = Asked.read(request.GET)
    except BadRequest as refusal:
        return json_answer({"error": str(refusal)}, status=400)
    graph = current_graph()
    chosen = asked.of(graph.statements)
    found = flows(chosen, asked.level)
    tallies = graph.tallies(asked.level).within(asked.kinds, asked.earliest, asked.latest)
    weighed = {(tally.source, tally.target): tally for tally in tallies}
    return json_answer(
        {
            "url": absolute_url("influences"),
            "count": len(found),
            "statements": len(chosen),
            "kinds": list(asked.kinds),
            "from_year": asked.earliest,
            "to_year": asked.latest,
            "level": asked.level,
            "flows": [flow_json(flow) | _weight(weighed[flow.source, flow.target]) for flow in found],
        }
    )


def _weight(tally: Tally) -> dict[str, float]:
    """Each work by the surest claim that it shows; `balance` from -1 (only came back) to 1 (only went)."""
    return {"weight": tally.weight, "balance": round(tally.balance, 3)}
