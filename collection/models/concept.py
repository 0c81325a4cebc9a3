"""Object types, materials, techniques, subjects and motifs: concepts in the sense of SKOS."""

from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import ConceptKind
from collection.models.facet_index import OF_CONCEPTS, marks_works_under
from collection.models.term import Term, merged_names_its_target
from members.history import track
from members.languages import LanguageMapField
from members.models import Identified


@track()
class Concept(Identified, Term):
    """One concept of one kind, with a broader one where there is one."""

    kind = models.CharField(_("kind"), max_length=16, choices=ConceptKind)
    slug = models.SlugField(_("address"), max_length=120)
    broader = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("broader")
    )
    aat = models.CharField(
        "AAT",
        max_length=9,
        blank=True,
        validators=[RegexValidator(r"^300\d{6}$")],
        help_text=_("Number in the Getty Art & Architecture Thesaurus, only where you are sure: 300047090."),
    )
    definition = LanguageMapField(_("definition"))
    silhouette = models.SlugField(
        _("plate"), max_length=40, blank=True, help_text=_("The shape of the drawn plate, for object types.")
    )

    class Meta:
        verbose_name = _("concept")
        verbose_name_plural = _("concepts")
        ordering = ["sort_name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "slug"], name="concept_slug_is_unique_within_its_kind"),
            models.CheckConstraint(
                condition=~models.Q(broader=models.F("id")), name="concept_is_not_broader_than_itself"
            ),
            merged_names_its_target("concept"),
        ]
        triggers = [marks_works_under("collection_concept", "broader_id", OF_CONCEPTS)]
