"""The facets of the browse page: what they are called and what they say of works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from collection.models.artwork_queries import ArtworkQuerySet
from collection.search import facet_sql


@dataclass(frozen=True)
class Definition:
    """A facet: its parameter, its name on the page, and what it says of works. `said_with` names the labels."""

    name: str
    label: Any
    pairs: Callable[[bool], facet_sql.Pairs]
    said_with: str
    is_in_time: bool = False  # listed by time, not by count

    def narrow(self, works: ArtworkQuerySet, values: list[str], *, certain: bool) -> ArtworkQuerySet:
        """The works that have one of `values`."""
        sql, params = self.pairs(certain)
        chosen = f"SELECT p.artwork_id FROM ({sql}) p WHERE p.value = ANY(%s)"  # noqa: S608
        return works.filter(pk__in=RawSQL(chosen, [*params, values]))  # noqa: S611  fixed SQL, bound values


FACETS = {
    facet.name: facet
    for facet in (
        Definition("country", _("Made in"), facet_sql.country, "country"),
        Definition("century", _("Century"), facet_sql.century, "century", is_in_time=True),
        Definition("epoch", _("Epoch"), facet_sql.epoch, "epoch"),
        Definition("region", _("Region"), facet_sql.region, "region"),
        Definition("culture", _("Culture"), facet_sql.culture, "culture"),
        Definition("type", _("Object type"), facet_sql.concept("object_type"), "object_type"),
        Definition("material", _("Material"), facet_sql.concept("material"), "material"),
        Definition("technique", _("Technique"), facet_sql.concept("technique"), "technique"),
        Definition("motif", _("Motif"), facet_sql.concept("motif"), "motif"),
        Definition("influence_from", _("Influenced by"), facet_sql.influence_end("source"), "culture"),
        Definition("influence_to", _("Passed on to"), facet_sql.influence_end("target"), "culture"),
        Definition("influence_kind", _("What was passed on"), facet_sql.influence_kind, "influence_kind"),
        Definition("museum", _("Museum"), facet_sql.keeper("slug"), "museum"),
        Definition("keeper_country", _("Kept in"), facet_sql.keeper("country"), "country"),
        Definition("photograph", _("Photograph"), facet_sql.photograph, "photograph"),
        Definition("reuse", _("Reuse"), facet_sql.reuse, "reuse"),
    )
}

# In the index beside them, and on no page as a facet: what works like a work are found by, and the map of a result.
BESIDE = {
    facet.name: facet
    for facet in (
        Definition("subject", _("Subject"), facet_sql.concept("subject"), "subject"),
        Definition("place", _("Place"), facet_sql.place, "place"),
    )
}
INDEXED = FACETS | BESIDE
