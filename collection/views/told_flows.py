"""Flows in words: who, what, when, how sure, how many works, and where the claims behind them are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from collection.countries import country_name, region_of
from collection.enums import Certainty, InfluenceKind, Region
from collection.influences.flows import Flow
from collection.influences.graph import Graph
from collection.views.asked_flows import Asked
from members.languages import best_language


def end_named(graph: Graph, name: str, level: str) -> dict[str, Any]:
    """{label, lang, url, region} of a culture, epoch, country or region; the name itself where it is of nobody."""
    if level == "culture" and name in graph.ends:
        end = graph.ends[name]
        tag = best_language(end.label_map) or "und"
        return {
            "slug": name,
            "label": end.label_map.get(tag, name),
            "lang": tag,
            "url": reverse("culture", args=[name]),
            "region": end.region,
        }
    if level == "epoch" and name in graph.periods:
        labels = graph.periods[name].label_map
        tag = best_language(labels) or "und"
        url = reverse("epoch", args=[name])
        return {"slug": name, "label": labels.get(tag, name), "lang": tag, "url": url, "region": ""}
    if level == "country":
        url = reverse("country", args=[name])
        label, region = country_name(name), region_of(name) or ""
        return {"slug": name, "label": label, "lang": None, "url": url, "region": region}
    if level == "region" and name in Region.values:
        url = f"{reverse('countries')}#{name}"
        return {"slug": name, "label": Region(name).label, "lang": None, "url": url, "region": name}
    if level == "epoch" and (labels := graph.epoch_names.get(name)):
        tag = best_language(labels) or "und"
        url = reverse("epoch", args=[name])
        return {"slug": name, "label": labels.get(tag, name), "lang": tag, "url": url, "region": ""}
    return {"slug": name, "label": name, "lang": None, "url": "", "region": ""}


def told_flow(graph: Graph, flow: Flow, asked: Asked, level: str = "culture") -> dict[str, Any]:
    """One exchange as a row of the table."""
    dated = [said for said in flow.statements if said.earliest is not None]
    return {
        "source": end_named(graph, flow.source, level),
        "target": end_named(graph, flow.target, level),
        "kinds": [InfluenceKind(kind).label for kind in flow.kinds],
        "certainty": Certainty(flow.certainty).label,
        "earliest": min((said.earliest for said in dated if said.earliest is not None), default=None),
        "latest": max((said.latest for said in dated if said.latest is not None), default=None),
        "count": len(flow.works),
        "claims": len(flow.statements),
        "url": asked.between(flow.source, flow.target, level).address("influence_claims"),
    }


def heading(graph: Graph, asked: Asked) -> dict[str, list[dict[str, Any]]]:
    """The names of those whose flows are asked for."""

    def named(names: Iterable[str]) -> list[dict[str, Any]]:
        return [end_named(graph, name, asked.level) for name in names]

    return {
        "sources": named(asked.sources),
        "targets": named(asked.targets),
        "touching": named(asked.touching),
    }


def arrow(graph: Graph, flow: Flow, level: str) -> str:
    """“Iran → China”, for what has no room for more."""
    ends = (end_named(graph, name, level)["label"] for name in (flow.source, flow.target))
    return _("%(source)s → %(target)s") % dict(zip(("source", "target"), ends, strict=True))
