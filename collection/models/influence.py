"""Influence as a claim: from a culture or work to a culture or work, with witnesses and with who says so
(CIDOC CRM P15 was influenced by, recorded as E13 Attribute Assignment)."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from collection.enums import Certainty, InfluenceKind, Status
from collection.models.agent import Agent
from collection.models.artwork import Artwork
from collection.models.culture import Culture
from collection.models.dated import Dated, dated_constraints
from collection.models.facet_index import marks_its_witnesses
from collection.models.reference import Reference
from collection.models.revision import child_revisions, root_revision
from members.history import track
from members.languages import LanguageMapField
from members.models import Identified, Museum


class InfluenceQuerySet(models.QuerySet["Influence"]):
    """Questions about statements of influence."""

    def published(self) -> InfluenceQuerySet:
        """Statements a stranger may read: published, both ends public, and a public witness if any is named."""
        witnesses = InfluenceWitness.objects.filter(influence=OuterRef("pk"))
        return self.filter(
            Q(source_artwork=None) | Q(source_artwork__status=Status.PUBLISHED),
            Q(target_artwork=None) | Q(target_artwork__status=Status.PUBLISHED),
            Exists(witnesses.filter(artwork__status=Status.PUBLISHED)) | ~Exists(witnesses),
            status=Status.PUBLISHED,
        )

    def touching(self, artwork: Artwork) -> InfluenceQuerySet:
        """Statements that a work witnesses, receives or gives."""
        return self.filter(
            Q(source_artwork=artwork)
            | Q(target_artwork=artwork)
            | Exists(InfluenceWitness.objects.filter(influence=OuterRef("pk"), artwork=artwork))
        )

    def with_ends(self) -> InfluenceQuerySet:
        return self.select_related(
            "source_culture",
            "target_culture",
            "source_artwork",
            "target_artwork",
            "asserted_by_museum",
            "asserted_by_agent",
        ).prefetch_related("source_artwork__titles", "target_artwork__titles")


def _exactly_one(first: str, second: str) -> Q:
    return Q(**{f"{first}__isnull": False, f"{second}__isnull": True}) | Q(
        **{f"{first}__isnull": True, f"{second}__isnull": False}
    )


@track(exclude=["revision"])
class Influence(Identified, Dated):
    """One source, one target, and what kind of thing passed between them."""

    source_culture = models.ForeignKey(
        Culture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="influences_given",
        verbose_name=_("from culture"),
    )
    source_artwork = models.ForeignKey(
        Artwork,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="influences_given",
        verbose_name=_("from work"),
    )
    target_culture = models.ForeignKey(
        Culture,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="influences_received",
        verbose_name=_("to culture"),
    )
    target_artwork = models.ForeignKey(
        Artwork,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="influences_received",
        verbose_name=_("to work"),
    )
    witnesses = models.ManyToManyField(
        Artwork, through="InfluenceWitness", related_name="influences_witnessed"
    )
    kinds = ArrayField(models.CharField(max_length=16, choices=InfluenceKind), verbose_name=_("kinds"))
    statement = LanguageMapField(_("statement"), help_text=_("The claim in one sentence."), blank=False)
    evidence = LanguageMapField(_("evidence"), help_text=_("What it rests on."))
    certainty = models.CharField(_("certainty"), max_length=10, choices=Certainty, default=Certainty.PROBABLE)
    references = models.ManyToManyField(Reference, through="InfluenceReference", related_name="influences")
    asserted_by_museum = models.ForeignKey(
        Museum,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="influences",
        verbose_name=_("the museum says so"),
    )
    asserted_by_agent = models.ForeignKey(
        Agent, models.PROTECT, null=True, blank=True, related_name="influences", verbose_name=_("who says so")
    )
    answers = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="answered_by", verbose_name=_("disputes")
    )
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    revision = models.PositiveIntegerField(default=1, editable=False)

    objects = InfluenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("influence")
        verbose_name_plural = _("influences")
        ordering = ["pk"]
        constraints = [
            *dated_constraints("influence"),
            models.CheckConstraint(
                condition=_exactly_one("source_culture", "source_artwork"),
                name="influence_has_one_source",
                violation_error_message=_("Choose one source: a culture or a work."),
            ),
            models.CheckConstraint(
                condition=_exactly_one("target_culture", "target_artwork"),
                name="influence_has_one_target",
                violation_error_message=_("Choose one target: a culture or a work."),
            ),
            models.CheckConstraint(
                condition=(
                    Q(source_culture__isnull=True)
                    | Q(target_culture__isnull=True)
                    | ~Q(source_culture=models.F("target_culture"))
                )
                & (
                    Q(source_artwork__isnull=True)
                    | Q(target_artwork__isnull=True)
                    | ~Q(source_artwork=models.F("target_artwork"))
                ),
                name="influence_source_is_not_its_target",
                violation_error_message=_("Source and target are the same."),
            ),
            models.CheckConstraint(
                condition=Q(kinds__contained_by=InfluenceKind.values) & Q(kinds__len__gte=1),
                name="influence_kinds_are_known",
            ),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="influence_status_is_known"),
            models.CheckConstraint(
                condition=Q(certainty__in=Certainty.values), name="influence_certainty_is_known"
            ),
            models.CheckConstraint(
                condition=Q(asserted_by_museum__isnull=True) | Q(asserted_by_agent__isnull=True),
                name="influence_is_asserted_by_one",
            ),
        ]
        triggers = [root_revision("earliest_year", "latest_year"), marks_its_witnesses("id")]

    def __str__(self) -> str:
        return f"{self.source} → {self.target}"

    @property
    def is_public(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def museum_id(self) -> Any:
        """The museum that answers for the statement (members.permissions asks)."""
        return self.asserted_by_museum_id

    @property
    def source(self) -> Culture | Artwork:
        return self.source_culture or self.source_artwork  # type: ignore[return-value]

    @property
    def target(self) -> Culture | Artwork:
        return self.target_culture or self.target_artwork  # type: ignore[return-value]


INFLUENCE_REVISION = child_revisions("collection_influence", "influence_id")


@track()
class InfluenceWitness(models.Model):
    """A work that shows the influence."""

    influence = models.ForeignKey(Influence, models.CASCADE, related_name="influence_witnesses")
    artwork = models.ForeignKey(
        Artwork, models.CASCADE, related_name="influence_witnesses", verbose_name=_("work")
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    note = LanguageMapField(_("note"))

    class Meta:
        verbose_name = _("witness")
        verbose_name_plural = _("witnesses")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["influence", "artwork"], name="influencewitness_stands_once")
        ]
        triggers = [*INFLUENCE_REVISION, marks_its_witnesses("influence_id")]

    def __str__(self) -> str:
        return str(self.artwork)


@track()
class InfluenceReference(models.Model):
    """A publication the statement rests on."""

    influence = models.ForeignKey(Influence, models.CASCADE, related_name="influence_references")
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="influence_references")
    pages = models.CharField(_("pages"), max_length=60, blank=True)

    class Meta:
        verbose_name = _("literature")
        verbose_name_plural = _("literature")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["influence", "reference"], name="influencereference_stands_once"),
        ]
        triggers = INFLUENCE_REVISION

    def __str__(self) -> str:
        return str(self.reference)
