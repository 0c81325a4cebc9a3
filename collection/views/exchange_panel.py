"""The flows that touch a country or an epoch: a small drawing, the largest in sentences, and the way to all of them."""

from __future__ import annotations

from typing import Any

from collection.influences.flows import flows
from collection.influences.graph import current_graph
from collection.views.asked_flows import Asked
from collection.views.atlas import drawn
from collection.views.kind_families import Family
from collection.views.told_flows import told_flow

SHOWN = 10  # exchanges that are told


def exchange_panel(asked: Asked) -> dict[str, Any] | None:
    """Props of collection/exchange_panel.html; None where nothing is recorded."""
    graph = current_graph()
    chosen = asked.of(graph)
    found = flows(chosen)
    if not found:
        return None
    return {
        "statements": len(chosen),
        "works": len({work for said in chosen for work in said.works}),
        "rows": [told_flow(graph, flow, asked) for flow in found[:SHOWN]],
        "more": max(len(found) - SHOWN, 0),
        "drawn": drawn(graph, asked, is_still=True),
        "families": [{"value": family.value, "label": family.label} for family in Family],
        "map_url": asked.address("influences"),
        "flows_url": asked.address("influence_flows"),
        "claims_url": asked.address("influence_claims"),
    }
