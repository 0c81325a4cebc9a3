"""A view of the map of influence: who gave to whom in some years and kinds, drawn from the claims public at the showing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import get_language

from collection.influences.flows import flows
from collection.influences.graph import current_graph
from collection.views.asked_flows import Asked
from collection.views.cultures import arc_of
from exhibitions.blocks.kind import Places
from exhibitions.blocks.permalink import PermalinkBlock, PermalinkForm, parted
from members.kept import Kept

if TYPE_CHECKING:
    from exhibitions.arrangement import Wall

ARCS = 60  # those with most works
_KEPT: Kept[dict[str, Any]] = Kept(100)


class MapForm(PermalinkForm):
    page = "influences"

    def asked(self, query: QueryDict) -> str:
        return urlencode(Asked.read(query).pairs)


class InfluenceMapBlock(PermalinkBlock):
    template = "exhibitions/blocks/influence_map.html"
    form = MapForm

    def context(self, wall: Wall, places: Places) -> dict[str, Any]:
        """Arcs between the centres of cultures, and the same in words."""
        address = wall.data.get("address", "")
        view = _KEPT.get((address, get_language()), lambda: _view(address)) if address else {}
        return {**super().context(wall, places), "address": address, "view": view}

    def sample(self) -> dict[str, Any]:
        return {
            "text": {"en": "Who gave to whom."},
            "data": {"address": "/influences/?kind=motif&from_year=1300"},
        }


def _view(address: str) -> dict[str, Any]:
    """Its arcs, its dots and its exchanges in words; empty where no claim is public now."""
    asked = Asked.read(parted(address)[1])
    graph = current_graph(asked.level)
    said = asked.of(graph)
    found = [flow for flow in flows(said) if flow.source != flow.target][:ARCS]
    ends = {end.slug: end for one in said for end in (one.source, one.target)}
    names = dict.fromkeys(slug for flow in found for slug in (flow.source, flow.target))
    if not found:
        return {}
    return {
        "arcs": [arc_of(flow, ends) for flow in found],
        "points": [_point(ends[slug]) for slug in names if ends[slug].latitude is not None],
        "exchanges": [_exchange(flow, ends) for flow in found],
        "count": len(said),
    }


def _point(end: Any) -> dict[str, Any]:
    return {
        "latitude": end.latitude,
        "longitude": end.longitude,
        "label": end.label_map.get("en", end.slug),
        "url": reverse("culture", args=[end.slug]),
        "region": end.region,
        "count": 1,
    }


def _exchange(flow: Any, ends: dict[str, Any]) -> dict[str, Any]:
    query = urlencode({"influence_from": flow.source, "influence_to": flow.target})
    return {
        "source": ends[flow.source].label_map,
        "target": ends[flow.target].label_map,
        "count": len(flow.works),
        "url": f"{reverse('artworks')}?{query}",
    }
