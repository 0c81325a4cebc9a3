"""What was public, for ever: every publish writes the whole record. And edits that wait for a decision."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import EditState
from collection.models.artwork import Artwork


class ArtworkVersion(models.Model):
    """The public record as it was published: canonical JSON, and the root hash of its salted leaves."""

    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    salts = models.JSONField(default=dict)  # JSON pointer of a leaf → its salt, hexadecimal
    sha256 = models.CharField(max_length=64)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("version")
        verbose_name_plural = _("versions")
        ordering = ["artwork", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["artwork", "number"], name="artworkversion_number_is_given_once"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="artworkversion_has_its_hash"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            # Erasure by law passes the first one by; what the chain points to it cannot touch.
            pgtrigger.Protect(
                name="keeps_its_hash",
                operation=pgtrigger.UpdateOf("artwork_id", "number", "sha256", "published_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.artwork_id} v{self.number}"


class PendingEdit(models.Model):
    """A posted admin form kept as it was sent, so that nobody's typing is lost and tables hold what is public."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="pending_edits")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="pending_edits")
    base_revision = models.PositiveIntegerField()
    form_data = models.JSONField(encoder=DjangoJSONEncoder)  # field name → list of posted values
    note = models.TextField(_("note"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=EditState, default=EditState.WAITING)
    made_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        verbose_name = _("pending edit")
        verbose_name_plural = _("pending edits")
        ordering = ["-made_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True)
                | models.Q(decided_at__isnull=False, decided_by__isnull=False),
                name="pendingedit_decision_says_who_and_when",
            ),
            models.CheckConstraint(
                condition=models.Q(
                    state__in=[EditState.UNFINISHED, EditState.WAITING], decided_at__isnull=True
                )
                | models.Q(state__in=[EditState.APPLIED, EditState.DISMISSED], decided_at__isnull=False),
                name="pendingedit_state_fits_its_decision",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title_text} · {self.by}"

    @property
    def title_text(self) -> str:
        """The first title as it was typed, else the record's own."""
        typed = self.form_data.get("titles-0-text") or [""]
        return typed[0].strip() or str(self.artwork)

    @property
    def museum_id(self) -> int:
        return self.artwork.museum_id
