"""Rows of a provenance text linked with the vocabulary: a place, keeper or giver that exactly one term is called by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collection.enums import TermStatus
from collection.imports.terms import folded
from collection.models import Agent, Place, ProvenanceEvent
from collection.provenance.life import Life, life_of

_NEAR = 5  # years by which a text and an actor's record may differ and mean one person


def linked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows with the numbers of their terms, signs and case aside; of two with one name neither, and no actor whose
    life is another than the text's."""
    places = _called(Place, (row.get("place_name") for row in rows))
    agents = _called(Agent, (row.get(name) for row in rows for name in ("party_name", "origin_name")))
    for row in rows:
        if place := places.get(folded(row.get("place_name") or "")):
            row["place"] = place.pk
        for name, side in (("party_name", "party"), ("origin_name", "origin")):
            life = life_of(row.get("party_life") or "") if side == "party" else Life()
            if (agent := agents.get(folded(row.get(name) or ""))) and _may_be(agent, life):
                row[side] = agent.pk
    return rows


def steps_of(rows: list[dict[str, Any]]) -> list[ProvenanceEvent]:
    """The rows as steps that are not saved, with their terms."""
    sides = {
        "party": Agent.objects.in_bulk([row["party"] for row in rows if "party" in row]),
        "origin": Agent.objects.in_bulk([row["origin"] for row in rows if "origin" in row]),
        "place": Place.objects.in_bulk([row["place"] for row in rows if "place" in row]),
    }
    return [
        ProvenanceEvent(**{name: terms.get(row.get(name)) for name, terms in sides.items()}) for row in rows
    ]


def _called(model: Any, names: Iterable[str | None]) -> dict[str, Any]:
    """Folded name → the one term that is called so; those of which two are called so are left out."""
    wanted = {folded(name) for name in names if name}
    found: dict[str, dict[int, Any]] = {}
    for term in model.objects.exclude(term_status=TermStatus.MERGED) if wanted else []:
        for name in {folded(label) for label in term.labels.values()} & wanted:
            found.setdefault(name, {})[term.pk] = term
    return {name: next(iter(terms.values())) for name, terms in found.items() if len(terms) == 1}


def _may_be(agent: Agent, life: Life) -> bool:
    pairs = ((agent.earliest_year, life.born), (agent.latest_year, life.died))
    return all(a is None or b is None or abs(a - b) <= _NEAR for a, b in pairs)
