"""An exhibition as it was released: arrangement, words and versions of records, numbered and for ever."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.models import Artwork, ArtworkVersion
from exhibitions.models.exhibition import Exhibition


class Release(models.Model):
    """One number of an exhibition. The document is canonical JSON and holds no fact of a record, only which version.

    What may be shown of it is asked at every showing: see exhibitions.exports.walk.
    """

    exhibition = models.ForeignKey(Exhibition, models.PROTECT, related_name="releases")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    sha256 = models.CharField(max_length=64)
    cover = models.ForeignKey(Artwork, models.PROTECT, null=True, related_name="+")  # as the document says
    erased_at = models.DateTimeField(null=True)  # words went by law: the sum is of what was there before
    note = models.CharField(_("what is new"), max_length=300, blank=True)
    released_at = models.DateTimeField()
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["exhibition", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["exhibition", "number"], name="release_number_is_given_once"),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="release_has_its_hash"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
            # Erasure by law passes the first one by; what is cited it cannot touch.
            pgtrigger.Protect(
                name="keeps_its_hash",
                operation=pgtrigger.UpdateOf("exhibition_id", "number", "sha256", "released_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.exhibition_id} r{self.number}"


class ReleaseWork(models.Model):
    """A work that hangs in a release, each once, in the order of walking; `anchor` is its first wall's."""

    release = models.ForeignKey(Release, models.PROTECT, related_name="release_works")
    artwork = models.ForeignKey(Artwork, models.PROTECT, related_name="release_works")
    version = models.ForeignKey(ArtworkVersion, models.PROTECT, null=True, related_name="+")
    order = models.PositiveIntegerField()
    anchor = models.CharField(max_length=40)

    class Meta:
        verbose_name = _("work in a release")
        verbose_name_plural = _("works in releases")
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["release", "artwork"], name="releasework_stands_once")]
        triggers = [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.release_id} {self.artwork_id}"
