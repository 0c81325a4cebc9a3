"""Whose words change when something else changes: a term, a museum, a statement, a work at its end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import Q, QuerySet

from collection.models import Artwork, Influence
from collection.search.document import refresh

# By which ways a work takes words from a record: model name → lookups.
_WAYS = {
    "concept": ["concepts"],
    "culture": ["culture", "influences_witnessed__source_culture", "influences_witnessed__target_culture"],
    "epoch": ["epochs"],
    "agent": ["agents"],
    "place": ["production_place", "find_place"],
    "museum": ["museum"],
}
_ABOVE = {"concept": "broader", "culture": "broader", "epoch": "parent", "place": "broader"}


def refresh_works_naming(things: Sequence[Any]) -> int:
    """Write anew the documents of works that stand under changed terms or museums of one model, or under narrower ones."""
    if not things:
        return 0
    model = type(things[0])
    keys = _with_narrower(model, {thing.pk for thing in things})
    found = Q(pk__in=[])
    for way in _WAYS[model._meta.model_name]:
        found |= Q(pk__in=Artwork.objects.filter(**{f"{way}__in": keys}).values("pk"))
    return refresh(Artwork.objects.published().filter(found).only("pk"))


def _with_narrower(model: Any, keys: set[int]) -> set[int]:
    """The terms and all that stand under them, however deep. One query a level."""
    above = _ABOVE.get(model._meta.model_name)
    level = keys
    while above and level:
        narrower = model.objects.filter(**{f"{above}__in": level}).values_list("pk", flat=True)
        level = set(narrower) - keys
        keys = keys | level
    return keys


def refresh_witnesses(influences: QuerySet[Influence]) -> int:
    """Write anew the documents of all works that witness some statements."""
    works = Artwork.objects.published().filter(influences_witnessed__in=influences)
    return refresh(works.distinct().only("pk"))
