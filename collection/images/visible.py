"""How much of a picture everybody may see, and where its image services are."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from collection.images.iiif_request import Limits, Size, within
from collection.images.plates import plate_size
from collection.images.pyramid import levels_of
from collection.rights import public_area

PLATE_SIDE = 2048  # pixels of a drawing's longer side


def public_level(width: int, height: int, rights: str) -> int:
    """The first level of the pyramid that the rights in the photograph let everybody see (0: the full size)."""
    area, levels = public_area(rights), levels_of(width, height)
    allowed = (n for n, level in enumerate(levels) if area is None or level.width * level.height <= area)
    return next(allowed, len(levels) - 1)


def public_size(image: Any) -> Size:
    """The size in pixels at which everybody may see a photograph (an ArtworkImage)."""
    level = public_level(image.width, image.height, image.rights)
    return Size(*levels_of(image.width, image.height)[level])


def plate_extent(silhouette: str) -> Size:
    """The size in pixels of a drawing in the image service."""
    width, height = plate_size(silhouette)
    scale = PLATE_SIDE / max(width, height)
    return Size(round(width * scale), round(height * scale))


def limits() -> Limits:
    """How large an answer of the image service may be."""
    return Limits(settings.IMAGE_SERVICE_SIDE, settings.IMAGE_SERVICE_AREA)


def largest_answer(size: Size) -> Size:
    """What `full/max` gives of a picture of this size."""
    return within(size, limits())


def service_path(image_id: str, version: int = 3) -> str:
    """The path of a picture's image service."""
    return f"/iiif/{version}/{image_id}"
