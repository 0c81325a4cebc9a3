"""A photograph on its way: received in parts, so that a lost connection costs one part and not the file."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.models.artwork import Artwork
from collection.models.image import ArtworkImage
from collection.rights import Rights
from members.languages import LanguageMapField


class UploadState(models.TextChoices):
    RECEIVING = "receiving", _("Being received")
    CHECKING = "checking", _("Being checked")
    ATTACHED = "attached", _("Attached")
    REFUSED = "refused", _("Refused")


class UploadQuerySet(models.QuerySet["Upload"]):
    """Questions about uploads."""

    def unfinished(self) -> UploadQuerySet:
        """Those whose parts take room."""
        return self.filter(state__in=[UploadState.RECEIVING, UploadState.CHECKING])


class Upload(models.Model):
    """One file of one person for one work. Its parts lie in the storage under `uploads/<id>/<number>`."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="uploads")
    file_name = models.CharField(_("file"), max_length=200)
    size = models.PositiveBigIntegerField()
    # Name, size and time of the file as the browser tells them: the same file chosen again goes on.
    fingerprint = models.CharField(max_length=300)
    parts = ArrayField(models.PositiveIntegerField(), default=list)
    rights = models.CharField(max_length=80, choices=Rights, blank=True)
    credit = models.CharField(max_length=300, blank=True)
    alt = LanguageMapField()
    shows_this_too = models.BooleanField(default=False)
    state = models.CharField(_("state"), max_length=10, choices=UploadState, default=UploadState.RECEIVING)
    refusal = models.TextField(blank=True)
    there = models.ForeignKey(ArtworkImage, models.SET_NULL, null=True, related_name="+")  # the museum's own
    image = models.ForeignKey(ArtworkImage, models.SET_NULL, null=True, related_name="+")
    began_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-began_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=UploadState.values), name="upload_state_is_known"
            ),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="upload_has_a_size"),
            models.UniqueConstraint(
                fields=["by", "artwork", "fingerprint"],
                condition=models.Q(state=UploadState.RECEIVING),
                name="upload_of_a_file_is_one",
            ),
        ]

    def __str__(self) -> str:
        return self.file_name

    @property
    def part_count(self) -> int:
        return -(-self.size // settings.UPLOAD_PART_BYTES)

    @property
    def is_whole(self) -> bool:
        return set(self.parts) == set(range(self.part_count))

    def part_size(self, number: int) -> int:
        """How many bytes part `number` (from 0) has; 0 for one that there is not."""
        if not 0 <= number < self.part_count:
            return 0
        return min(settings.UPLOAD_PART_BYTES, self.size - number * settings.UPLOAD_PART_BYTES)

    def part_path(self, number: int) -> str:
        return f"{self.folder}/{number}"

    @property
    def folder(self) -> str:
        return f"uploads/{self.pk}"
