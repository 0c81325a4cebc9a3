"""Statements of influence as plain rows, read once in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from collection.enums import Certainty, Status
from collection.models import Culture, Influence, InfluenceWitness


@dataclass(frozen=True)
class End:
    """A culture at one end of a statement; a work stands for the culture it belongs to."""

    slug: str
    labels: tuple[tuple[str, str], ...]
    region: str
    latitude: float | None
    longitude: float | None
    countries: tuple[str, ...]

    @property
    def label_map(self) -> dict[str, str]:
        return dict(self.labels)


@dataclass(frozen=True)
class Statement:
    """One public statement: what `flows` counts. Years are astronomical, None where nobody says."""

    public_id: str
    source: End
    target: End
    kinds: tuple[str, ...]
    certainty: Certainty
    earliest: int | None
    latest: int | None
    text: tuple[tuple[str, str], ...]
    works: tuple[str, ...]  # public ids of the public works that show it

    @property
    def text_map(self) -> dict[str, str]:
        return dict(self.text)


def _end(culture: Culture) -> End:
    return End(
        culture.slug,
        tuple(culture.labels.items()),
        culture.region,
        culture.latitude,
        culture.longitude,
        tuple(culture.countries),
    )


def _years(influence: Influence, works: Iterable[InfluenceWitness]) -> tuple[int | None, int | None]:
    """Its own years, or those of its witnesses."""
    if influence.earliest_year is not None:
        return influence.earliest_year, influence.latest_year
    dated = [w.artwork for w in works if w.artwork.earliest_year is not None]
    if not dated:
        return None, None
    return min(w.earliest_year for w in dated), max(w.latest_year for w in dated)


def read_statements() -> list[Statement]:
    """Every public statement whose two ends have a culture, in the order of their making."""
    public = InfluenceWitness.objects.filter(artwork__status=Status.PUBLISHED).select_related("artwork")
    rows = (
        Influence.objects.published()
        .select_related(
            "source_culture", "target_culture", "source_artwork__culture", "target_artwork__culture"
        )
        .prefetch_related(Prefetch("influence_witnesses", queryset=public, to_attr="public_witnesses"))
        .order_by("pk")
    )
    return [statement for statement in map(_statement, rows) if statement is not None]


def _statement(influence: Influence) -> Statement | None:
    source = influence.source_culture or influence.source_artwork.culture
    target = influence.target_culture or influence.target_artwork.culture
    if source is None or target is None:
        return None
    witnesses = influence.public_witnesses
    earliest, latest = _years(influence, witnesses)
    ends = [work.public_id for work in (influence.source_artwork, influence.target_artwork) if work]
    works = dict.fromkeys([*ends, *(witness.artwork.public_id for witness in witnesses)])
    return Statement(
        public_id=influence.public_id,
        source=_end(source),
        target=_end(target),
        kinds=tuple(influence.kinds),
        certainty=Certainty(influence.certainty),
        earliest=earliest,
        latest=latest,
        text=tuple(influence.statement.items()),
        works=tuple(works),
    )
