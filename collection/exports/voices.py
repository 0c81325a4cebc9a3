"""Second voices: who sees a claim of influence otherwise. They stand beside the claim, never in its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from collection.enums import Certainty
from collection.influences.words import who_says_so
from collection.models import Influence

Voices = dict[str, list[dict[str, Any]]]  # public id of a claim → [{text, certainty, who}]


def voices_on(claims: Iterable[str]) -> Voices:
    """The public claims that dispute these. One query; none for no claims."""
    wanted = set(claims)
    if not wanted:
        return {}
    rows = (
        Influence.objects.published()
        .filter(answers__public_id__in=wanted)
        .select_related("answers", "asserted_by_museum", "asserted_by_agent")
        .order_by("pk")
    )
    found: Voices = {}
    for row in rows:
        told = {
            "text": row.statement,
            "evidence": row.evidence,
            "certainty": Certainty(row.certainty).label,
            "who": who_says_so(row),
        }
        found.setdefault(row.answers.public_id, []).append(told)
    return found
