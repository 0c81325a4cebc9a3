"""What people ask of a museum or of the editors: corrections from visitors, leave to pass the quota."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import CorrectionState
from collection.models.artwork import Artwork
from members.models import Museum


class Correction(models.Model):
    """A visitor's word that something is wrong or missing. Confidential: never public, never in history."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="corrections")
    text = models.TextField(_("what should be corrected"), max_length=4000)
    source = models.TextField(_("how do you know"), max_length=1000, blank=True)
    name = models.CharField(_("your name"), max_length=120, blank=True)
    email = models.EmailField(_("your e-mail address"), blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(_("state"), max_length=10, choices=CorrectionState, default=CorrectionState.OPEN)
    answer = models.TextField(_("answer"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def museum_id(self) -> int:
        return self.artwork.museum_id


class QuotaRequest(models.Model):
    """A museum shows more works than its quota: asked of the editors, who grant it or not."""

    museum = models.ForeignKey(Museum, models.CASCADE, related_name="quota_requests")
    quota = models.PositiveIntegerField(_("works asked for"))
    reason = models.TextField(_("reason"), blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    is_granted = models.BooleanField(_("granted"), null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        verbose_name = _("request for a larger quota")
        verbose_name_plural = _("requests for a larger quota")
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["museum"],
                condition=models.Q(decided_at__isnull=True),
                name="quotarequest_one_is_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.museum}: {self.quota}"
