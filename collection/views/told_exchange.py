"""What a culture received and gave, partner by partner: bars in time, claims with who says so, and what passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from collection.enums import Certainty, ConceptKind, InfluenceKind
from collection.exports.journeys import DOUBTED, claim_of
from collection.exports.voices import Voices, voices_on
from collection.influences.flows import Flow
from collection.influences.statements import End, Statement
from collection.models import Concept
from collection.search.exchange import Pair
from members.languages import best_language

SHOWN_CLAIMS = 2  # of a partner; the others are opened
KEY_WORKS = 6
PASSED = 12  # terms of a kind


def partners(
    found: Sequence[Flow], side: str, ends: dict[str, End], told: dict[Pair, int], voices: Voices
) -> list[dict[str, Any]]:
    """The far ends of flows, those with most works first; `side` is “received” or “gave”."""
    return [_partner(flow, side, ends, told, voices) for flow in found]


def _partner(
    flow: Flow, side: str, ends: dict[str, End], told: dict[Pair, int], voices: Voices
) -> dict[str, Any]:
    far = ends[flow.source if side == "received" else flow.target]
    tag = best_language(far.label_map) or "und"
    claims = list({said.text: said for said in flow.statements}.values())
    shown = [claim_of(said, voices) for said in claims]
    return {
        "anchor": f"{side}-{far.slug}",
        "label": far.label_map.get(tag, far.slug),
        "lang": tag,
        "url": reverse("culture", args=[far.slug]),
        "region": far.region,
        "kinds": [InfluenceKind(kind).label for kind in flow.kinds],
        "certainty": Certainty(flow.certainty).label,
        "count": told[flow.source, flow.target],
        "claims": shown[:SHOWN_CLAIMS],
        "more": shown[SHOWN_CLAIMS:],
        "works_url": f"{reverse('artworks')}?influence_from={flow.source}&influence_to={flow.target}",
        **years_of(flow.statements),
    }


def years_of(statements: Iterable[Statement]) -> dict[str, int | None]:
    """From when to when claims reach, and from when to when those that are certain or probable do."""
    dated = [said for said in statements if said.earliest is not None and said.latest is not None]
    sure = [said for said in dated if said.certainty not in DOUBTED]
    return {
        "earliest": min((said.earliest or 0 for said in dated), default=None),
        "latest": max((said.latest or 0 for said in dated), default=None),
        "sure_from": min((said.earliest or 0 for said in sure), default=None),
        "sure_to": max((said.latest or 0 for said in sure), default=None),
    }


def bars(told: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Partners as bars of the component `exchange`; each leads to its claims."""
    return [{**partner, "url": f"#{partner['anchor']}"} for partner in told]


def voices_of(*sides: Iterable[Flow]) -> Voices:
    """Who disputes any claim of these flows. One query."""
    return voices_on(said.public_id for flows in sides for flow in flows for said in flow.statements)


def key_works(statements: Iterable[Statement]) -> list[str]:
    """Public ids of the works that show most claims, those that show as many in their order."""
    shown = Counter(work for said in statements for work in said.works)
    return [work for work, _count in sorted(shown.items(), key=lambda item: (-item[1], item[0]))][:KEY_WORKS]


TRAVELLERS = (ConceptKind.MOTIF, ConceptKind.MATERIAL, ConceptKind.TECHNIQUE)


def what_passed(statements: Iterable[Statement]) -> dict[str, list[dict[str, Any]]]:
    """kind → motifs, materials and techniques of the works that show the claims, most works first. One query."""
    works = {work for said in statements for work in said.works}
    if not works:
        return {}
    shown = Count(
        "artwork_concepts__artwork",
        filter=Q(artwork_concepts__artwork__public_id__in=works),
        distinct=True,
    )
    terms = (
        Concept.objects.usable()
        .filter(kind__in=TRAVELLERS)
        .annotate(shown=shown)
        .filter(shown__gt=0)
        .order_by("-shown", "sort_name")
    )
    found: dict[str, list[dict[str, Any]]] = {}
    for term in terms:
        of_kind = found.setdefault(term.kind, [])
        if len(of_kind) < PASSED:
            of_kind.append(link_to(term) | {"count": term.shown})
    return found


def link_to(term: Concept) -> dict[str, Any]:
    """{label, lang, url} of a motif, a material or a technique, as a traveller."""
    tag = best_language(term.labels) or "und"
    return {"label": term.labels.get(tag, term.slug), "lang": tag, "url": travel_url(term)}


def travel_url(term: Concept) -> str:
    """Where it is followed through cultures and centuries."""
    return reverse("traveller", args=[TRAVELS[ConceptKind(term.kind)], term.slug])


# kind → the first part of its address
TRAVELS = {
    ConceptKind.MOTIF: "motifs",
    ConceptKind.MATERIAL: "materials",
    ConceptKind.TECHNIQUE: "techniques",
}
