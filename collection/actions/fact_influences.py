"""What a work is said to witness, as facts: lists of [from culture, to culture, kinds, statement, certainty]."""

from __future__ import annotations

from typing import Any

from collection.enums import Status
from collection.models import Artwork, Influence, InfluenceWitness


def read_influences(artwork: Artwork, _key: str) -> list[list[Any]]:
    return [
        [
            claim.source_culture_id,
            claim.target_culture_id,
            list(claim.kinds),
            dict(claim.statement),
            claim.certainty,
        ]
        for claim in _claims(artwork)
    ]


def write_influences(artwork: Artwork, _key: str, wanted: list[list[Any]]) -> None:
    """Add, correct and take back statements. The museum asserts those of its own spreadsheet; of a
    demonstration record nobody has asserted any."""
    standing = {(claim.source_culture_id, claim.target_culture_id): claim for claim in _claims(artwork)}
    for source, target, kinds, statement, certainty in wanted:
        claim = standing.pop((source, target), None) or _new(artwork, source, target)
        said = (list(claim.kinds), dict(claim.statement), str(claim.certainty))
        if claim.pk and said == (kinds, statement, certainty):
            continue
        is_new = claim.pk is None
        claim.kinds, claim.statement, claim.certainty = kinds, statement, certainty
        claim.save()
        if is_new:
            InfluenceWitness.objects.create(influence=claim, artwork=artwork)
    for claim in standing.values():
        _take_back(claim, artwork)


def _claims(artwork: Artwork) -> list[Influence]:
    """The statements between cultures that this work witnesses and that its own file may speak of."""
    found = [witness.influence for witness in artwork.influence_witnesses.all()]
    voice = None if artwork.is_demonstration else artwork.museum_id
    ours = [
        claim
        for claim in found
        if claim.source_culture_id
        and claim.target_culture_id
        and claim.asserted_by_museum_id == voice
        and claim.asserted_by_agent_id is None
        and claim.answers_id is None
        and claim.status != Status.WITHDRAWN
    ]
    return sorted(ours, key=lambda claim: (claim.source_culture_id, claim.target_culture_id))


def _new(artwork: Artwork, source: int, target: int) -> Influence:
    voice = None if artwork.is_demonstration else artwork.museum_id
    return Influence(
        source_culture_id=source, target_culture_id=target, asserted_by_museum_id=voice, kinds=[]
    )


def _take_back(claim: Influence, artwork: Artwork) -> None:
    """Another work's statement loses this witness; a draft goes; what was public is withdrawn."""
    if claim.influence_witnesses.exclude(artwork=artwork).exists():
        claim.influence_witnesses.filter(artwork=artwork).delete()
    elif claim.status == Status.PUBLISHED:
        claim.status = Status.WITHDRAWN
        claim.save(update_fields=["status"])
    else:
        claim.delete()
