"""Photographs: taken in, attached to a work, taken off again."""

from __future__ import annotations

from typing import Any, BinaryIO

from django.conf import settings
from django.core.files import File
from django.db.models import Max
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from collection.actions.refusal import Refused, demand
from collection.images import intake
from collection.models import Artwork, ArtworkImage
from collection.models.image import original_path
from collection.rights import Rights
from collection.tasks import prepare_image
from members.deeds import deed
from members.models import User
from members.permissions import Do, may

_PUBLISH = "collection.upload_tasks.publish_photographs"  # by name: it calls actions itself
_MAY_NOT_WRITE = _("You may not add photographs to records of this museum.")
_MAY_NOT_CORRECT = _("This record is public: a registrar or director adds photographs to it.")


class AlreadyThere(Refused):
    """The museum has the same file already; `image` is it, `may_repeat` if it may be attached here as well."""

    def __init__(self, image: ArtworkImage, artwork: Artwork) -> None:
        self.image = image
        self.may_repeat = image.artwork_id != artwork.pk
        if self.may_repeat:
            sentence = _("This photograph is already on “%(work)s”.") % {"work": image.artwork}
        else:
            sentence = _("This very photograph is already attached to the work.")
        super().__init__(sentence, field="original")


def attach_image(
    artwork: Artwork,
    file: BinaryIO,
    *,
    by: User | None,
    rights: str,
    credit: str = "",
    caption: dict[str, str] | None = None,
    alt: dict[str, str] | None = None,
    shows_this_too: bool = False,
    found: intake.Inspected | None = None,
    **more: Any,
) -> ArtworkImage:
    """Check a file, keep it byte for byte, attach it as the last photograph, and order its tiles and copies.

    `more` are fields of the photograph (view, viewing_direction, shown_width_cm, withheld_reason). Strangers
    see it once the worker has been there, and a published work then gets its next version. `found` are the
    facts where `inspected` has been asked already.
    Raises Refused (field original or rights), AlreadyThere for a file that the museum has; with
    `shows_this_too` only where it is on this very work.
    """
    demand_may_attach(artwork, by)
    if rights not in Rights.values:
        raise Refused(_("Choose the rights in the photograph from the list."), field="rights")
    found = found or inspected(file)
    demand_new(artwork, found.sha256, shows_this_too=shows_this_too)
    with deed("attach_image", artwork, by=by, note=found.sha256):
        words = {"rights": rights, "credit": credit, "caption": caption or {}, "alt": alt or {}}
        image = _last_of(artwork, found, {**words, **more})
        keep_original(image, file)
        image.save()
        prepare_image.defer(image_id=image.pk)
        if artwork.is_public:
            app.configure_task(_PUBLISH, queue="images").defer(
                artwork_id=artwork.pk, by_id=by.pk if by else None
            )
    artwork.refresh_from_db(fields=["revision"])
    return image


def _last_of(artwork: Artwork, found: intake.Inspected, words: dict[str, Any]) -> ArtworkImage:
    """A new photograph of these facts and words, not yet saved, behind those that the work has."""
    last = artwork.images.aggregate(last=Max("order"))["last"]
    return ArtworkImage(
        artwork=artwork,
        sha256=found.sha256,
        format=found.format,
        width=found.width,
        height=found.height,
        bytes=found.size,
        order=0 if last is None else last + 1,
        **words,
    )


def demand_new(artwork: Artwork, sha256: str, *, shows_this_too: bool = False) -> None:
    """Raise AlreadyThere if the museum has this file: on this work, or on another unless that is meant."""
    same = ArtworkImage.objects.filter(sha256=sha256)
    there = same.filter(artwork=artwork).first()
    if there is None and not shows_this_too:
        there = same.filter(artwork__museum=artwork.museum_id).select_related("artwork").first()
    if there is not None:
        raise AlreadyThere(there, artwork)


def detach_image(image: ArtworkImage, *, by: User | None) -> None:
    """Take a photograph off its work. The original stays in the store, where history can find it."""
    demand_may_attach(image.artwork, by)
    is_public = image.artwork.is_public  # then its page is another one now
    with deed("detach_image", image.artwork, by=by, note=image.sha256, is_public=is_public):
        image.delete()


def inspected(file: BinaryIO) -> intake.Inspected:
    """The facts of a sound photograph, within the limits of the settings. Raises Refused."""
    try:
        return intake.inspect(file, limits())
    except intake.Refused as refusal:
        raise Refused(refusal, field="original") from refusal


def limits() -> intake.Limits:
    """How much of a photograph this installation takes."""
    return intake.Limits(
        bytes=settings.IMAGE_MAX_BYTES,
        pixels=settings.IMAGE_MAX_PIXELS,
        pixels_at_once=settings.IMAGE_MAX_PIXELS_AT_ONCE,
        ratio=settings.IMAGE_MAX_RATIO,
    )


def keep_original(image: ArtworkImage, file: BinaryIO) -> None:
    """Put the file under its checksum; the same bytes are kept once, whatever works they show."""
    storage: Any = image.original.storage
    path = original_path(image, "")
    if not (storage.exists(path) and storage.size(path) == image.bytes):
        if storage.exists(path):  # a copy that a stop cut off
            storage.delete(path)
        path = storage.save(path, File(file))
    image.original.name = path


def demand_described(credit: str, alt: dict[str, str]) -> None:
    """Raise Refused unless there is what a photograph of a public work must not be without."""
    if not credit.strip():
        raise Refused(_("The work is public: say whom to name beside the photograph."), field="credit")
    if not any(text.strip() for text in alt.values()):
        raise Refused(
            _("The work is public: say what somebody who cannot see the photograph needs to know."),
            field="alt",
        )


def may_attach(artwork: Artwork, by: Any) -> bool:
    """True if `by` may add photographs: to a public record a registrar or director."""
    return may(by, Do.CORRECT if artwork.is_public else Do.DRAFT, artwork)


def demand_may_attach(artwork: Artwork, by: User | None) -> None:
    """Raise NotAllowed unless `by` may add photographs."""
    if artwork.is_public:
        demand(by, Do.CORRECT, artwork, _MAY_NOT_CORRECT)
    else:
        demand(by, Do.DRAFT, artwork, _MAY_NOT_WRITE)
