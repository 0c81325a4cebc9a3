"""Statements of influence as plain rows, read once in a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch

from collection.enums import Certainty, Status
from collection.models import Artwork, Culture, Influence, InfluenceWitness


@dataclass(frozen=True)
class End:
    """A culture at one end of a statement; a work stands for the culture it belongs to."""

    slug: str
    labels: tuple[tuple[str, str], ...]
    region: str
    latitude: float | None
    longitude: float | None
    countries: tuple[str, ...]
    broader: str = ""  # slug of the culture that it is a part of
    begin: int | None = None
    end: int | None = None
    epochs: tuple[str, ...] = ()  # slugs: in which it stood at the time of a statement (see `epochs`)

    @property
    def label_map(self) -> dict[str, str]:
        return dict(self.labels)


@dataclass(frozen=True)
class Shown:
    """A public work that shows a statement or stands at its end. Years are astronomical."""

    public_id: str
    culture: str  # slug, "" where it has none
    earliest: int | None
    latest: int | None


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
    shown: tuple[Shown, ...] = ()  # the same works
    source_work: str = ""  # public id, where a work gave
    target_work: str = ""  # public id, where a work received
    said_by: str = ""  # the museum or scholar who asserts it; nobody yet where it is empty
    evidence: tuple[tuple[str, str], ...] = ()
    answers: str = ""  # public id of the statement that it disputes, which may not be public

    @property
    def text_map(self) -> dict[str, str]:
        return dict(self.text)

    @property
    def evidence_map(self) -> dict[str, str]:
        return dict(self.evidence)


def end_of(culture: Culture) -> End:
    return End(
        culture.slug,
        tuple(culture.labels.items()),
        culture.region,
        culture.latitude,
        culture.longitude,
        tuple(culture.countries),
        culture.broader.slug if culture.broader else "",
        culture.start_year,
        culture.end_year,
    )


def _shown(work: Artwork) -> Shown:
    culture = work.culture.slug if work.culture else ""
    return Shown(work.public_id, culture, work.earliest_year, work.latest_year)


def _years(influence: Influence, works: Iterable[InfluenceWitness]) -> tuple[int | None, int | None]:
    """Its own years, or those of its witnesses."""
    if influence.earliest_year is not None:
        return influence.earliest_year, influence.latest_year
    dated = [w.artwork for w in works if w.artwork.earliest_year is not None]
    if not dated:
        return None, None
    return min(w.earliest_year for w in dated), max(w.latest_year for w in dated)


_ENDS = [
    f"{side}_{way}broader" for side in ("source", "target") for way in ("culture__", "artwork__culture__")
]


def read_statements() -> list[Statement]:
    """Every public statement whose two ends have a culture, in the order of their making."""
    public = InfluenceWitness.objects.filter(artwork__status=Status.PUBLISHED).select_related(
        "artwork__culture"
    )
    rows = (
        Influence.objects.published()
        .select_related(*_ENDS, "asserted_by_museum", "asserted_by_agent", "answers")
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
    ends = [work for work in (influence.source_artwork, influence.target_artwork) if work]
    works = {w.public_id: w for w in [*ends, *(witness.artwork for witness in witnesses)]}
    return Statement(
        public_id=influence.public_id,
        source=end_of(source),
        target=end_of(target),
        kinds=tuple(influence.kinds),
        certainty=Certainty(influence.certainty),
        earliest=earliest,
        latest=latest,
        text=tuple(influence.statement.items()),
        works=tuple(works),
        shown=tuple(map(_shown, works.values())),
        source_work=influence.source_artwork.public_id if influence.source_artwork else "",
        target_work=influence.target_artwork.public_id if influence.target_artwork else "",
        said_by=str(influence.asserted_by_museum or influence.asserted_by_agent or ""),
        evidence=tuple(influence.evidence.items()),
        answers=influence.answers.public_id if influence.answers else "",
    )
