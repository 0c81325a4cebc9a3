"""Works like a work: what they have in common, how far apart they lie, and what each of that counts. Bounded work.

The points of what is shown add up to the score by which the works are in order; nothing else counts. With an index the
best of any number of works are found exactly; without one SQL adds up the same points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log
from typing import Any

from django.db import connection
from pyroaring import BitMap

from collection.enums import ConceptKind
from collection.models import Artwork
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.around import NOTHING, distance
from collection.search.facets import INDEXED
from collection.search.index.current import current_index
from collection.search.index.memory import Index
from collection.search.index.sums import Sums

MOST_ALIKE = 200  # works in a result of what is like a work
CANDIDATES = 400  # works whose distance is measured
# What it counts to have it in common, before rarity: a rare thing in common says more than a frequent one.
_WEIGHTS = {
    "type": 60,
    "subject": 60,
    "motif": 60,
    "technique": 40,
    "material": 40,
    "culture": 40,
    "epoch": 20,
}
FORM = ("type", "subject", "motif", "technique")
_KINDS = {"type": ConceptKind.OBJECT_TYPE, "material": ConceptKind.MATERIAL}
_KINDS |= {"technique": ConceptKind.TECHNIQUE, "subject": ConceptKind.SUBJECT, "motif": ConceptKind.MOTIF}
KM_OF_A_POINT, YEARS_OF_A_POINT = 500, 50  # of a work that is far away; at most MOST_APART points each
MOST_APART = 20
FAR_KM, FAR_YEARS = 1500, 300  # what is nearer in both is not far away
_STEPS = (100, 200, 400, 800)  # years apart that count while candidates are looked for


@dataclass(frozen=True)
class Signal:
    """One thing in common: facet, value, its name for the reader, and its points."""

    facet: str
    value: str
    label: str
    points: int


@dataclass(frozen=True)
class Likeness:
    """A work (its primary key) and why it is like another: what is shared, kilometres (None if not known) and years apart.

    `culture` (a primary key), distance and years are there once it was `measured`.
    """

    key: int
    shared: tuple[Signal, ...]
    culture: int | None = None
    km: int | None = None
    years: int = 0
    for_km: int = 0  # points
    for_years: int = 0

    @property
    def score(self) -> int:
        return sum(signal.points for signal in self.shared) + self.for_km + self.for_years


def points_of(facet: str, works: int) -> int:
    """What it counts to share a value of a facet under which so many works stand."""
    return int(_WEIGHTS[facet] / log(2 + works) + 0.5)


def values_of(artwork: Artwork) -> list[tuple[str, str, str]]:
    """(facet, value, label) of what others may have in common with it; `concepts`, `epochs` fetched before."""
    found = [
        (facet, concept.slug, concept.label)
        for facet, kind in _KINDS.items()
        for concept in artwork.concepts.all()
        if concept.kind == kind
    ]
    if artwork.culture is not None:
        found.append(("culture", artwork.culture.slug, artwork.culture.label))
    return found + [("epoch", epoch.slug, epoch.label) for epoch in artwork.epochs.all()]


def most_alike(artwork: Artwork, count: int, index: Index | None) -> list[Likeness]:
    """The published works that share most with it, the most alike first."""
    found = _sharing(artwork, values_of(artwork), count, index)
    return sorted(found, key=lambda one: (-one.score, one.key))[:count]


def alike_from_afar(artwork: Artwork, count: int, index: Index | None) -> list[Likeness]:
    """Works of the same form (type, subject, motif, technique) that were made far away or at another time: among the CANDIDATES that
    share most of the form and are of another time, those with most points for form, distance and time."""
    values = [value for value in values_of(artwork) if value[0] in FORM]
    found = measured(artwork, _sharing(artwork, values, CANDIDATES, index, far=True), counts=True)
    far = [one for one in found if (one.km or 0) >= FAR_KM or one.years >= FAR_YEARS]
    return sorted(far, key=lambda one: (-one.score, one.key))[:count]


def works_like(public_id: str, *, far: bool = False) -> ArtworkQuerySet:
    """Published works that share most with a published one, or are of its form far away; none if there is none of that id."""
    works = Artwork.objects.published()
    work = works.select_related("culture", "production_place").prefetch_related("concepts", "epochs")
    one = work.filter(public_id=public_id).first()
    if one is None:
        return works.filter(NOTHING)
    ask = alike_from_afar if far else most_alike
    found = ask(one, MOST_ALIKE, current_index())
    return works.filter(pk__in=[each.key for each in found]) if found else works.filter(NOTHING)


def measured(artwork: Artwork, found: list[Likeness], *, counts: bool = False) -> list[Likeness]:
    """The same with kilometres and years; if it `counts`, with points for them. One query."""
    place = "production_place__"
    rows = Artwork.objects.filter(pk__in=[one.key for one in found]).values_list(
        "pk", "culture", "earliest_year", "latest_year", f"{place}latitude", f"{place}longitude"
    )
    facts = {key: row for key, *row in rows}
    return [_apart(artwork, one, facts[one.key], counts) for one in found if one.key in facts]


def _apart(artwork: Artwork, one: Likeness, facts: list[Any], counts: bool) -> Likeness:
    culture, earliest, latest, latitude, longitude = facts
    here = artwork.production_place
    km = None
    if here is not None and here.latitude is not None and here.longitude is not None and latitude is not None:
        km = round(distance(here.latitude, here.longitude, latitude, longitude))
    years = 0
    if artwork.earliest_year is not None and earliest is not None:
        years = max(0, earliest - artwork.latest_year, artwork.earliest_year - latest)
    if not counts:
        return replace(one, culture=culture, km=km, years=years)
    for_km = min((km or 0) // KM_OF_A_POINT, MOST_APART)
    return replace(
        one,
        culture=culture,
        km=km,
        years=years,
        for_km=for_km,
        for_years=min(years // YEARS_OF_A_POINT, MOST_APART),
    )


def _sharing(
    artwork: Artwork,
    values: list[tuple[str, str, str]],
    count: int,
    index: Index | None,
    *,
    far: bool = False,
) -> list[Likeness]:
    if not values:
        return []
    return _by_index(index, artwork, values, count, far) if index else _by_sql(artwork, values, count)


def _by_index(
    index: Index, artwork: Artwork, values: list[tuple[str, str, str]], count: int, far: bool
) -> list[Likeness]:
    signals = []
    sums, among = Sums(), BitMap()
    for facet, value, label in values:
        works = index.any_of(facet, [value])
        signal = Signal(facet, value, label, points_of(facet, len(works)))
        signals.append((signal, works))
        sums.add(works, signal.points)
        among |= works
    among.discard(artwork.pk)
    if far and artwork.earliest_year is not None:
        for years in _STEPS:
            before = index.in_window(None, artwork.earliest_year - years, certain=True)
            after = index.in_window(artwork.latest_year + years, None, certain=True)
            sums.add(among & (before | after), years // 100)
    return [
        Likeness(key, tuple(signal for signal, works in signals if key in works))
        for key in sums.best(among, count)
    ]


def _by_sql(artwork: Artwork, values: list[tuple[str, str, str]], count: int) -> list[Likeness]:
    """The same sums from the tables: slow over a million works, and only asked for where there is no index."""
    parts: list[str] = []
    params: list[Any] = []
    for number, (facet, value, _label) in enumerate(values):
        sql, bound = INDEXED[facet].pairs(False)
        parts.append(
            f"SELECT {number} AS number, p.artwork_id, "  # noqa: S608
            f"floor({_WEIGHTS[facet]} / ln(2 + count(*) OVER ())::float + 0.5)::int AS points FROM ({sql}) p "
            "JOIN collection_artwork a ON a.id = p.artwork_id AND a.status = 'published' WHERE p.value = %s"
        )
        params += [*bound, value]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT s.artwork_id, array_agg(s.number ORDER BY s.number), array_agg(s.points ORDER BY s.number) "  # noqa: S608
            f"FROM ({' UNION ALL '.join(parts)}) s WHERE s.artwork_id <> %s "
            "GROUP BY s.artwork_id ORDER BY sum(s.points) DESC, s.artwork_id LIMIT %s",
            [*params, artwork.pk, count],
        )
        rows = cursor.fetchall()
    return [
        Likeness(key, tuple(Signal(*values[n], p) for n, p in zip(numbers, points, strict=True)))
        for key, numbers, points in rows
    ]
