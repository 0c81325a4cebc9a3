"""What agents, places, concepts, cultures and epochs have in common: proposed by anybody, decided by an
editor, and merged into another without breaking what pointed to them."""

from __future__ import annotations

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import TermStatus
from members.languages import LanguageMapField, text_in


class TermQuerySet(models.QuerySet[Any]):
    """Questions about vocabulary terms."""

    def accepted(self) -> Self:
        return self.filter(term_status=TermStatus.ACCEPTED)

    def usable(self) -> Self:
        """Terms a record may be given: accepted or still proposed, never merged away."""
        return self.exclude(term_status=TermStatus.MERGED)


class Term(models.Model):
    """A term with names in many languages."""

    labels = LanguageMapField(_("names"), blank=False)
    alt_labels = models.JSONField(
        _("other names"),
        default=list,
        blank=True,
        help_text=_("Other spellings and languages that people search by."),
    )  # a list of {"text", "lang"}
    sort_name = models.CharField(max_length=200, editable=False, db_index=True)
    term_status = models.CharField(_("state"), max_length=10, choices=TermStatus, default=TermStatus.PROPOSED)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", editable=False
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged_terms", editable=False
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """The name in the reader's language, else in English, else in any."""
        return text_in(self.labels)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.sort_name = text_in(self.labels, "en")[:200]
        super().save(*args, **kwargs)


def merged_names_its_target(model: str) -> models.CheckConstraint:
    """The constraint that a merged term, and only a merged one, says into what."""
    return models.CheckConstraint(
        condition=models.Q(term_status=TermStatus.MERGED, merged_into__isnull=False)
        | (~models.Q(term_status=TermStatus.MERGED) & models.Q(merged_into__isnull=True)),
        name=f"{model}_merged_names_its_target",
    )
