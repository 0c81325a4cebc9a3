"""What there is to see of a work: its photographs' public copies, or the drawing that stands in for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collection.exports.card import silhouette_of
from collection.exports.site import Site, in_every_language
from collection.images.plates import plate_size
from collection.images.visible import plate_extent, public_size, service_path
from collection.models import Artwork


@dataclass(frozen=True, slots=True)
class Copy:
    """One file: absolute address, media type, size in pixels."""

    url: str
    media_type: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A photograph or a drawing: its largest public copy and its smallest."""

    id: str
    largest: Copy
    smallest: Copy
    caption: dict[str, str]
    credit: str | None
    rights: str | None
    is_drawing: bool = False
    extent: tuple[int, int] = (0, 0)  # of the image service: as large as everybody may see it

    def service(self, site: Site, version: int = 3) -> str:
        """The base address of its image service."""
        return site.absolute(service_path(self.id, version))


def pictures_of(artwork: Artwork, site: Site) -> list[Picture]:
    """Photographs that a stranger may see, in order; else the drawing alone. From `.with_record()`."""
    public = [image for image in artwork.images.all() if image.derivatives and not image.withheld_reason]
    return [_photograph(image, site) for image in public] or [drawing_of(artwork, site)]


def copy_within(artwork: Artwork, side: int, site: Site) -> tuple[Picture, Copy] | None:
    """The first photograph and its largest public copy whose longest side is at most `side`, or its smallest; None where
    there is only a drawing."""
    image = next((i for i in artwork.images.all() if i.derivatives and not i.withheld_reason), None)
    if image is None:
        return None
    copies = sorted(image.public_copies.items(), key=lambda item: int(item[0]))
    within = [item for item in copies if max(item[1]["width"], item[1]["height"]) <= side] or copies[:1]
    nominal, size = within[-1]
    url = site.absolute(reverse("image", args=[image.public_id, nominal, "jpeg"]))
    return _photograph(image, site), Copy(url, "image/jpeg", size["width"], size["height"])


def _photograph(image: Any, site: Site) -> Picture:
    copies = sorted(image.public_copies.items(), key=lambda item: int(item[0]))
    files = [
        Copy(
            site.absolute(reverse("image", args=[image.public_id, nominal, "jpeg"])),
            "image/jpeg",
            copy["width"],
            copy["height"],
        )
        for nominal, copy in copies
    ]
    extent = public_size(image)
    credit = image.credit or None
    return Picture(image.public_id, files[-1], files[0], image.caption, credit, image.rights, extent=extent)


def drawing_of(artwork: Artwork, site: Site) -> Picture:
    """The plate drawn from the record (collection.images.plates)."""
    silhouette = silhouette_of(artwork)
    url = site.absolute(reverse("plate", args=[artwork.public_id]))
    plate = Copy(url, "image/svg+xml", *plate_size(silhouette))
    caption = in_every_language(_("A drawing made from the record, not a photograph"))
    extent = plate_extent(silhouette)
    return Picture(artwork.public_id, plate, plate, caption, None, None, is_drawing=True, extent=extent)
