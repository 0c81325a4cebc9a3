"""Works near a work: alike, or made elsewhere at the same time. Bounded queries, reasons in words."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.db.models import F, Prefetch
from django.db.models.functions import Abs
from django.utils.translation import gettext as _

from collection.enums import ConceptKind
from collection.models import Artwork, Epoch

ALIKE = 4
# What it weighs to have it in common; a rare thing in common says more than a frequent one.
_WEIGHTS = {
    ConceptKind.OBJECT_TYPE: 3,
    ConceptKind.SUBJECT: 3,
    ConceptKind.TECHNIQUE: 2,
    ConceptKind.MATERIAL: 2,
}
_CULTURE, _EPOCH = 2, 1
_FAR_APART = 300  # years that are worth a word

_SQL = """
SELECT s.artwork_id FROM (
  SELECT w.artwork_id, k.weight / ln(2 + (SELECT count(*) FROM collection_artworkconcept n WHERE n.concept_id = k.id)) AS score
  FROM unnest(%s::bigint[], %s::float[]) AS k(id, weight) JOIN collection_artworkconcept w ON w.concept_id = k.id
  UNION ALL SELECT id, %s / ln(2 + count(*) OVER ()) FROM collection_artwork WHERE culture_id = %s AND status = 'published'
  UNION ALL SELECT w.artwork_id, %s / ln(2 + count(*) OVER (PARTITION BY w.epoch_id)) FROM collection_artworkepoch w WHERE w.epoch_id = ANY(%s)
) s JOIN collection_artwork a ON a.id = s.artwork_id
WHERE a.status = 'published' AND a.id <> %s
GROUP BY s.artwork_id ORDER BY sum(s.score) DESC, s.artwork_id LIMIT %s
"""


def similar_keys(artwork: Artwork, limit: int) -> list[int]:
    """Primary keys of the published works that share most with `artwork`, the most alike first. One query."""
    concepts = list(artwork.concepts.all())
    params = [
        [concept.pk for concept in concepts],
        [float(_WEIGHTS[ConceptKind(concept.kind)]) for concept in concepts],
        float(_CULTURE),
        artwork.culture_id,
        float(_EPOCH),
        [epoch.pk for epoch in artwork.epochs.all()],
        artwork.pk,
        limit,
    ]
    with connection.cursor() as cursor:
        cursor.execute(_SQL, params)
        return [key for (key,) in cursor.fetchall()]


def similar_works(artwork: Artwork, limit: int = ALIKE) -> list[tuple[Artwork, str]]:
    """The works that share most with `artwork` (from `.with_record()`), each with the reason in words."""
    keys = similar_keys(artwork, limit)
    epochs = Prefetch("epochs", queryset=Epoch.objects.only("labels"))
    found = {
        work.pk: work for work in Artwork.objects.with_card().prefetch_related(epochs).filter(pk__in=keys)
    }
    return [(found[key], reason(artwork, found[key])) for key in keys if key in found]


def reason(one: Artwork, other: Artwork) -> str:
    """What two works have in common, and how far apart in time they are."""
    mine = {concept.pk for concept in one.concepts.all()}
    shared = sorted(
        (concept for concept in other.concepts.all() if concept.pk in mine),
        key=lambda concept: (-_WEIGHTS[ConceptKind(concept.kind)], concept.sort_name),
    )
    words = [concept.label for concept in shared]
    if one.culture is not None and one.culture_id == other.culture_id:
        words.append(one.culture.label)
    epochs = {epoch.pk for epoch in one.epochs.all()}
    words += [epoch.label for epoch in other.epochs.all() if epoch.pk in epochs]
    said = _("In common: %(what)s") % {"what": ", ".join(dict.fromkeys(words))}
    apart = years_apart(one, other)
    return f"{said}; {_('%(years)d years apart') % {'years': apart}}" if apart >= _FAR_APART else said


def years_apart(one: Artwork, other: Artwork) -> int:
    """Years that lie between two dated works at least; 0 if they may be of one time or have no date."""
    if one.earliest_year is None or other.earliest_year is None:
        return 0
    return max(0, other.earliest_year - one.latest_year, one.earliest_year - other.latest_year)


def contemporaries(artwork: Artwork) -> list[Artwork]:
    """What may have been made elsewhere at that time: one work from each other region, the nearest in time."""
    if artwork.earliest_year is None:
        return []
    middle = artwork.earliest_year + artwork.latest_year
    here: Any = artwork.culture.region if artwork.culture else None
    # A collection of coins over fifteen centuries is of every time and tells of none.
    width = F("latest_year") - F("earliest_year")
    distance = Abs(F("earliest_year") + F("latest_year") - middle) + width
    works = Artwork.objects.published().in_window(artwork.earliest_year, artwork.latest_year)
    nearest = (
        works.filter(culture__isnull=False)
        .exclude(culture__region=here)
        .exclude(pk=artwork.pk)
        .order_by("culture__region", distance, "pk")
        .distinct("culture__region")
    )
    return list(nearest.with_card())
