"""Photographs of a work. The original is kept byte for byte and never public; pages show derivatives."""

from __future__ import annotations

from typing import Any

from django.core.files.storage import storages
from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import Status, View, ViewingDirection
from collection.models.announcement import tells_the_image_service
from collection.models.artwork import Artwork
from collection.models.facet_index import marks_its_work
from collection.models.revision import child_revisions
from collection.rights import Rights, public_area
from members.history import track
from members.languages import LanguageMapField
from members.models import Identified

# What the worker fills in; nobody edits it, so it raises no revision.
WORKERS = ("derivatives", "dominant_colour", "pyramid", "failure")


def original_path(image: ArtworkImage, _filename: str) -> str:
    """Under its own checksum: the same bytes have one place, and no name of a stranger's is used."""
    return f"originals/{image.sha256[:2]}/{image.sha256}"


def default_files() -> object:
    """The storage of all files, asked for late so that settings may choose it."""
    return storages["default"]


class ArtworkImageQuerySet(models.QuerySet["ArtworkImage"]):
    """Questions about images."""

    def public(self) -> ArtworkImageQuerySet:
        """Images a stranger may see: of published works, ready, not withheld."""
        return self.filter(artwork__status=Status.PUBLISHED, withheld_reason="").exclude(derivatives={})

    def unready(self) -> ArtworkImageQuerySet:
        return self.filter(derivatives={})


@track()
class ArtworkImage(Identified):
    """One photograph; its public id is the image id of the IIIF service, so a new file is a new row."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="images")
    original = models.FileField(
        _("photograph"), upload_to=original_path, storage=default_files, max_length=200
    )
    sha256 = models.CharField(max_length=64, editable=False)
    format = models.CharField(max_length=8, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    bytes = models.PositiveBigIntegerField(editable=False)
    caption = LanguageMapField(_("caption"))
    alt = LanguageMapField(
        _("alternative text"), help_text=_("What somebody who cannot see it needs to know.")
    )
    credit = models.CharField(_("photo credit"), max_length=300, blank=True)
    rights = models.CharField(_("rights in the photograph"), max_length=80, choices=Rights)
    withheld_reason = models.CharField(
        _("withheld because"),
        max_length=200,
        blank=True,
        help_text=_("Filled in, nobody outside sees the photograph."),
    )
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    # {"320": {"jpeg": path, "webp": path, "width": w, "height": h}, …}: filled by the worker
    derivatives = models.JSONField(default=dict, blank=True, editable=False)
    dominant_colour = models.CharField(max_length=7, blank=True, editable=False)
    # Path of the file of all tiles (collection.images.pyramid), filled by the worker together with the copies.
    pyramid = models.CharField(max_length=200, blank=True, editable=False)
    # Why the worker could not make them, in a sentence for the registrar.
    failure = models.CharField(max_length=300, blank=True, editable=False)
    view = models.CharField(
        _("view"),
        max_length=12,
        choices=View,
        blank=True,
        help_text=_("What the photograph shows of the work."),
    )
    viewing_direction = models.CharField(
        _("read from"),
        max_length=13,
        choices=ViewingDirection,
        blank=True,
        help_text=_("For scrolls and books. Left empty, East Asian scrolls are read from the right."),
    )
    shown_width_cm = models.DecimalField(
        _("width shown, in cm"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        help_text=_(
            "How many centimetres of the work lie between the left and the right edge of the photograph; "
            "the viewer draws its scale from it."
        ),
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = ArtworkImageQuerySet.as_manager()

    class Meta:
        verbose_name = _("photograph")
        verbose_name_plural = _("photographs")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["artwork", "sha256"],
                name="artworkimage_stands_once",
                violation_error_message=_("This very photograph is already attached to the work."),
            ),
            models.CheckConstraint(
                condition=models.Q(rights__in=Rights.values), name="artworkimage_rights_are_listed"
            ),
            models.CheckConstraint(
                condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="artworkimage_has_its_checksum"
            ),
            models.CheckConstraint(
                condition=models.Q(shown_width_cm=None) | models.Q(shown_width_cm__gt=0),
                name="artworkimage_shows_some_width",
                violation_error_message=_("A width is more than nothing."),
            ),
        ]
        # The worker's small copies change nothing that somebody edits.
        triggers = [
            *child_revisions("collection_artwork", "artwork_id", ignoring=WORKERS),
            tells_the_image_service(),
            marks_its_work(),
        ]

    def __str__(self) -> str:
        return f"{self.artwork}, {self.width} × {self.height}"

    @property
    def is_ready(self) -> bool:
        return bool(self.derivatives)

    @property
    def public_copies(self) -> dict[str, dict[str, Any]]:
        """Those of the copies that the rights let everybody see: nominal width → paths, width and height."""
        area = public_area(self.rights)
        allowed = {
            nominal: copy
            for nominal, copy in self.derivatives.items()
            if area is None or copy["width"] * copy["height"] <= area
        }
        return allowed or dict(sorted(self.derivatives.items(), key=lambda item: int(item[0]))[:1])

    @property
    def museum(self) -> object:
        return self.artwork.museum
