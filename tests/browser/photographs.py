"""Photographs for the browser tests: drawn here, taken in and prepared by the site's own actions."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, ImageDraw

from collection.actions.images import attach_image
from collection.models import Artwork, ArtworkImage
from collection.rights import Rights
from collection.tasks import prepare_image


def drawn(width: int, height: int, colour: str = "#c9bfa8") -> io.BytesIO:
    """A ground with a mark every 200 pixels, so that every part looks different."""
    picture = Image.new("RGB", (width, height), colour)
    draw = ImageDraw.Draw(picture)
    for x in range(0, width, 200):
        for y in range(0, height, 200):
            draw.ellipse((x + 20, y + 20, x + 150, y + 150), fill=(x * 255 // width, y * 255 // height, 90))
            draw.text((x + 60, y + 80), f"{x},{y}", fill="#ffffff")
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=85)
    file.seek(0)
    return file


def photographed(
    work: Artwork,
    size: tuple[int, int],
    *,
    colour: str = "#c9bfa8",
    rights: str = Rights.CC0,
    alt: str = "A sheet",
    **more: Any,
) -> ArtworkImage:
    """A photograph of `work` that strangers can see, with all its tiles."""
    image = attach_image(
        work,
        drawn(*size, colour),
        by=None,
        rights=rights,
        credit="Photograph: the test",
        alt={"en": alt},
        **more,
    )
    prepare_image(image.pk)
    image.refresh_from_db()
    return image
