"""Epochs: named periods, each scoped to places, with the bounds that somebody gave it (CIDOC CRM E4)."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import Region
from collection.models.epoch_queries import EpochQuerySet
from collection.models.facet_index import OF_EPOCHS, marks_works_under
from collection.models.term import Term, merged_names_its_target
from members.history import track
from members.models import Identified, Slugged


@track()
class Epoch(Identified, Slugged, Term):
    """A named period."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    regions = ArrayField(
        models.CharField(max_length=16, choices=Region), verbose_name=_("regions"), default=list, blank=True
    )
    aat = models.CharField("AAT", max_length=9, blank=True, validators=[RegexValidator(r"^300\d{6}$")])
    note = models.TextField(_("note"), blank=True)

    objects = EpochQuerySet.as_manager()

    class Meta:
        verbose_name = _("epoch")
        verbose_name_plural = _("epochs")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="epoch_is_not_part_of_itself"
            ),
            merged_names_its_target("epoch"),
        ]
        triggers = [marks_works_under("collection_epoch", "parent_id", OF_EPOCHS)]

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("epoch", args=[self.slug])


@track()
class EpochDefinition(models.Model):
    """What one source says an epoch's bounds and places are; one of them is preferred."""

    epoch = models.ForeignKey(Epoch, models.CASCADE, related_name="definitions")
    earliest_begin = models.IntegerField(_("earliest begin"))
    latest_begin = models.IntegerField(_("latest begin"))
    earliest_end = models.IntegerField(_("earliest end"))
    latest_end = models.IntegerField(_("latest end"))
    countries = ArrayField(
        models.CharField(max_length=2), verbose_name=_("countries of today"), default=list, blank=True
    )
    is_worldwide = models.BooleanField(_("worldwide"), default=False)
    source = models.CharField(_("source"), max_length=300, blank=True)
    periodo = models.CharField(
        "PeriodO", max_length=30, blank=True, validators=[RegexValidator(r"^p0[0-9a-z]+$")]
    )
    is_preferred = models.BooleanField(_("preferred"), default=True)

    class Meta:
        verbose_name = _("definition")
        verbose_name_plural = _("definitions")
        ordering = ["-is_preferred", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(earliest_begin__lte=models.F("latest_begin"))
                & models.Q(earliest_end__lte=models.F("latest_end"))
                & models.Q(earliest_begin__lte=models.F("earliest_end"))
                & models.Q(latest_begin__lte=models.F("latest_end")),
                name="epochdefinition_bounds_are_in_order",
            ),
            models.UniqueConstraint(
                fields=["epoch"],
                condition=models.Q(is_preferred=True),
                name="epochdefinition_one_is_preferred",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.epoch} {self.earliest_begin}–{self.latest_end}"
