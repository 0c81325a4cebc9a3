"""Cultures: the ends of every influence."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import Region, Status, TermStatus
from collection.models.facet_index import OF_CULTURES, TIED_TO_CULTURES, marks_works_under
from collection.models.term import Term, TermQuerySet, merged_names_its_target
from members.history import track
from members.models import Identified, Slugged


class CultureQuerySet(TermQuerySet):
    """Questions about cultures."""

    def spoken_of(self) -> CultureQuerySet:
        """Those of a published work or at an end of a public statement of influence."""
        statements = self.model.influences_given.rel.related_model._default_manager.published()
        return self.usable().filter(
            models.Q(pk__in=statements.exclude(source_culture=None).values("source_culture"))
            | models.Q(pk__in=statements.exclude(target_culture=None).values("target_culture"))
            | models.Q(models.Exists(self._published_works()))
        )

    def public(self) -> CultureQuerySet:
        """What a stranger may read of: accepted by an editor, or spoken of in what is published."""
        accepted = models.Q(term_status=TermStatus.ACCEPTED)
        return self.usable().filter(accepted | models.Q(pk__in=self.model.objects.spoken_of().values("pk")))

    def _published_works(self) -> Any:
        works = self.model.artworks.rel.related_model._default_manager
        return works.filter(culture=models.OuterRef("pk"), status=Status.PUBLISHED)


@track()
class Culture(Identified, Slugged, Term):
    """A culture in the sense of LIDO, with a centre for drawing; a broader one speaks for its parts."""

    region = models.CharField(_("region"), max_length=16, choices=Region)
    broader = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="narrower",
        verbose_name=_("broader culture"),
    )
    countries = ArrayField(
        models.CharField(max_length=2), verbose_name=_("countries of today"), default=list, blank=True
    )
    latitude = models.FloatField(_("latitude of the centre"), null=True, blank=True)
    longitude = models.FloatField(_("longitude of the centre"), null=True, blank=True)
    start_year = models.IntegerField(_("first year"), null=True, blank=True)
    end_year = models.IntegerField(_("last year"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = CultureQuerySet.as_manager()

    class Meta:
        verbose_name = _("culture")
        verbose_name_plural = _("cultures")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(region__in=Region.values), name="culture_region_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(broader=models.F("id")), name="culture_is_not_broader_than_itself"
            ),
            models.CheckConstraint(
                condition=models.Q(end_year__isnull=True)
                | models.Q(start_year__isnull=True)
                | models.Q(start_year__lte=models.F("end_year")),
                name="culture_ends_after_it_begins",
            ),
            merged_names_its_target("culture"),
        ]
        triggers = [
            marks_works_under(
                "collection_culture", "broader_id", OF_CULTURES, *TIED_TO_CULTURES, also=["region"]
            )
        ]

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("culture", args=[self.slug])
