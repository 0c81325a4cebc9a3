"""Small copies for cards and pages, and the colour that fills their place before they are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PIL import Image

from collection.images.libvips import pyvips

WIDTHS = (320, 640, 1280, 1920)
FORMATS = ("jpeg", "webp", "avif")
_JPEG = {"Q": 82, "optimize_coding": True, "keep": "none"}
_WEBP = {"Q": 80, "effort": 3, "keep": "none"}
_AVIF = {"Q": 56, "effort": 1, "keep": "none"}
_TALLEST = 4  # times the width, so that a hanging scroll is not metres of pixels
_WIDEST = 3  # times the nominal width, so that a handscroll is not a thread
_WIDE = 2  # as long as wide: from there on a copy may be wider than its name says


@dataclass(frozen=True, slots=True)
class Extent:
    """A copy's name (its nominal width) and its true size in pixels."""

    nominal: int
    width: int
    height: int


def extents_of(width: int, height: int, widths: tuple[int, ...] = WIDTHS) -> list[Extent]:
    """The sizes of the copies of a picture, smallest first; none is larger than the picture.

    Of a picture 500 pixels wide there are copies named 320 and 640, of 320 and 500 pixels.
    """
    found: list[Extent] = []
    for nominal in sorted(widths):
        room = nominal * min(max(width / height / _WIDE, 1), _WIDEST)
        scale = min(1.0, room / width, nominal * _TALLEST / height)
        extent = Extent(nominal, max(1, round(width * scale)), max(1, round(height * scale)))
        if found and found[-1].width == extent.width:
            break  # the picture is no larger than that
        found.append(extent)
    return found


def copies(picture: pyvips.Image, extents: list[Extent], form: str) -> Iterator[tuple[Extent, bytes]]:
    """Encode the copies in one of FORMATS, largest first, each made from the one before."""
    for extent in sorted(extents, key=lambda one: -one.width):
        if (picture.width, picture.height) != (extent.width, extent.height):
            picture = picture.thumbnail_image(extent.width, height=extent.height, size="force").copy_memory()
        yield extent, encoded(picture, form)


def encoded(picture: pyvips.Image, form: str) -> bytes:
    """From the pixels alone, so that no metadata comes along."""
    if form == "avif":
        data = picture.heifsave_buffer(compression="av1", **_AVIF)
    elif form == "webp":
        data = picture.webpsave_buffer(**_WEBP)
    else:
        data = picture.jpegsave_buffer(**_JPEG)
    return cast("bytes", data)


def dominant_colour(picture: pyvips.Image) -> str:
    """`#rrggbb`: the most frequent of sixteen colours to which the picture is reduced."""
    small = picture.thumbnail_image(64, height=64, size="force")
    pixels = Image.frombytes("RGB", (64, 64), small.write_to_memory())
    reduced = pixels.quantize(colors=16, method=Image.Quantize.MEDIANCUT)
    counts = cast("list[tuple[int, int]]", reduced.getcolors() or [(1, 0)])
    index = max(counts)[1]
    palette = reduced.getpalette() or [128, 128, 128]
    red, green, blue = palette[index * 3 : index * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"
