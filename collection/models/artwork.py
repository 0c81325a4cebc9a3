"""A masterpiece: the facts of one human-made object (CIDOC CRM E22). Facts only: citation, manifest, search
document and export are written elsewhere, by pure functions."""

from __future__ import annotations

import pgtrigger
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import DateBasis, NoticeKind, Status
from collection.models.agent import Agent
from collection.models.announcement import tells_the_image_service
from collection.models.artwork_queries import ArtworkQuerySet
from collection.models.concept import Concept
from collection.models.culture import Culture
from collection.models.dated import Dated, dated_constraints
from collection.models.epoch import Epoch
from collection.models.facet_index import marks_itself
from collection.models.place import Place
from collection.models.reference import Reference
from collection.models.revision import root_revision
from collection.rights import Rights
from members.history import track
from members.languages import LanguageMapField
from members.models import Identified, Museum


@track(exclude=["revision"])
class Artwork(Identified, Dated):
    """One work that a museum of the network calls a masterpiece."""

    museum = models.ForeignKey(Museum, models.PROTECT, related_name="artworks", verbose_name=_("museum"))
    status = models.CharField(_("state"), max_length=10, choices=Status, default=Status.DRAFT, editable=False)
    accession_number = models.CharField(
        _("accession number"),
        max_length=120,
        blank=True,
        help_text=_("As the museum writes it: 1903,0408,0.1"),
    )
    accession_missing_reason = models.CharField(
        _("why there is none"), max_length=200, blank=True, help_text=_("Only where the number is not known.")
    )
    source_id = models.CharField(
        _("id in the source"), max_length=120, blank=True, help_text=_("The row id of the file it came from.")
    )

    concepts = models.ManyToManyField(Concept, through="ArtworkConcept", related_name="artworks")
    display_object_type = models.CharField(_("object type in words"), max_length=200, blank=True)
    display_materials = models.CharField(
        _("materials in words"), max_length=2000, blank=True, help_text=_("Silk, ink and colours")
    )
    display_techniques = models.CharField(_("techniques in words"), max_length=2000, blank=True)
    display_dimensions = models.CharField(
        _("size in words"), max_length=2000, blank=True, help_text=_("h. 63 cm; each vase")
    )
    display_creator = models.CharField(_("makers in words"), max_length=1000, blank=True)
    agents = models.ManyToManyField(Agent, through="ArtworkAgent", related_name="artworks")

    culture = models.ForeignKey(
        Culture, models.PROTECT, null=True, blank=True, related_name="artworks", verbose_name=_("culture")
    )
    display_culture = models.CharField(_("culture or period in words"), max_length=200, blank=True)
    epochs = models.ManyToManyField(Epoch, through="ArtworkEpoch", related_name="artworks")
    production_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="made_here", verbose_name=_("made at")
    )
    production_country = models.CharField(
        _("country of origin"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$")],
        help_text=_("ISO code of the country of today."),
    )
    find_place = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="found_here", verbose_name=_("found at")
    )

    description = LanguageMapField(_("description"))
    masterpiece_statement = LanguageMapField(
        _("why it is a masterpiece"), help_text=_("In the museum's own words, one line a language.")
    )
    statement_by = models.CharField(_("statement signed by"), max_length=200, blank=True)
    credit_line = LanguageMapField(_("credit line"))
    rights = models.CharField(_("rights in the work"), max_length=80, choices=Rights, blank=True)
    provenance_text = LanguageMapField(
        _("provenance in words"),
        help_text=_("The history of ownership as the museum writes it; kept as it is."),
    )
    references = models.ManyToManyField(Reference, through="ArtworkReference", related_name="artworks")

    display_notice_kind = models.CharField(
        _("notice"), max_length=16, choices=NoticeKind, blank=True, default=""
    )
    display_notice = LanguageMapField(_("words of the notice"))
    is_demonstration = models.BooleanField(_("demonstration record"), default=False, editable=False)
    source_note = models.CharField(_("source of the record"), max_length=500, blank=True)
    curator_note = models.TextField(_("remarks"), blank=True, help_text=_("Shown with the record."))

    revision = models.PositiveIntegerField(default=1, editable=False)
    first_published_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    changed_at = models.DateTimeField(_("changed"), auto_now=True)
    withdrawal_reason = models.CharField(max_length=300, blank=True, editable=False)

    has_open_claim: bool  # annotated by `.with_claim_flag()`, and so by `.with_card()` and its like

    objects = ArtworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("artwork")
        verbose_name_plural = _("artworks")
        ordering = ["-changed_at", "pk"]
        indexes = [
            models.Index(fields=["status", "earliest_year", "latest_year"], name="artwork_in_time"),
            models.Index(fields=["museum", "status"], name="artwork_of_a_museum"),
            models.Index(fields=["status", "production_country"], name="artwork_of_a_country"),
        ]
        constraints = [
            *dated_constraints("artwork"),
            models.CheckConstraint(
                condition=models.Q(status__in=Status.values), name="artwork_status_is_known"
            ),
            models.UniqueConstraint(
                fields=["museum", "accession_number"],
                condition=~models.Q(accession_number=""),
                name="artwork_accession_number_is_unique_in_its_museum",
                violation_error_message=_("This museum already has a work with that accession number."),
            ),
            models.UniqueConstraint(
                fields=["museum", "source_id"],
                condition=~models.Q(source_id=""),
                name="artwork_source_id_is_unique_in_its_museum",
                violation_error_message=_("This museum already has a work with that id in the source."),
            ),
            models.CheckConstraint(
                condition=~models.Q(accession_number="") | ~models.Q(accession_missing_reason=""),
                name="artwork_accession_number_or_reason",
                violation_error_message=_("Give the accession number, or say why there is none."),
            ),
            models.CheckConstraint(
                condition=models.Q(production_country="") | models.Q(production_country__regex=r"^[A-Z]{2}$"),
                name="artwork_country_is_an_iso_code",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.PUBLISHED) | models.Q(published_at__isnull=False),
                name="artwork_published_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status=Status.WITHDRAWN) | ~models.Q(withdrawal_reason=""),
                name="artwork_withdrawn_says_why",
            ),
            models.CheckConstraint(
                condition=models.Q(rights="") | models.Q(rights__in=Rights.values),
                name="artwork_rights_are_listed",
            ),
            models.CheckConstraint(
                condition=models.Q(display_notice_kind__in=NoticeKind.values), name="artwork_notice_is_known"
            ),
            models.CheckConstraint(
                condition=~models.Q(date_basis=DateBasis.OVERRIDE) | ~models.Q(date_note=""),
                name="artwork_date_override_says_why",
                violation_error_message=_("Say in the date note why the date was corrected by hand."),
            ),
        ]
        triggers = [
            root_revision("earliest_year", "latest_year"),
            *marks_itself(),
            tells_the_image_service(pgtrigger.AnyChange("status", "display_notice_kind")),
        ]

    def __str__(self) -> str:
        return self.title_text or self.accession_number or self.public_id

    @property
    def is_public(self) -> bool:
        return self.status == Status.PUBLISHED

    @property
    def title_text(self) -> str:
        """The English or first preferred title; `collection.titles` chooses for a reader's language."""
        titles = sorted(self.titles.all(), key=lambda t: (t.language != "en", t.order))
        return titles[0].text if titles else ""

    def get_absolute_url(self) -> str:
        from django.urls import reverse

        return reverse("artwork", args=[self.public_id])
