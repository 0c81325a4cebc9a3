"""Any region of a picture at any size: put together from the nearest larger level, turned, coloured, encoded."""

from __future__ import annotations

import math
from typing import Any, cast

from collection.images.iiif_request import Region, Size, Wanted
from collection.images.libvips import pyvips
from collection.images.picture import PAPER
from collection.images.tiles import Box, Source

_QUALITY: dict[str, dict[str, Any]] = {
    "jpg": {"Q": 90, "keep": "none"},
    "webp": {"Q": 80, "effort": 2, "keep": "none"},
    "avif": {"Q": 56, "effort": 0, "keep": "none"},
    "png": {"compression": 6, "keep": "none"},
}
_QUARTERS = {0.0: None, 90.0: "d90", 180.0: "d180", 270.0: "d270"}
_GREY_HALF = 127


def cut(source: Source, wanted: Wanted, first_level: int = 0) -> bytes:
    """Make what is wanted. `first_level` is the level that is the public's full size. Raises pyvips.Error."""
    picture = _sized(source, wanted.region, wanted.size, first_level)
    if wanted.is_mirrored:
        picture = picture.fliphor()
    picture = _turned(picture, wanted.rotation, is_clear=wanted.form != "jpg")
    return _encoded(_coloured(picture, wanted.quality), wanted)


def _sized(source: Source, region: Region, size: Size, first_level: int) -> pyvips.Image:
    scale = min(region.width / size.width, region.height / size.height)
    down = max(
        0, min(math.floor(math.log2(scale)) if scale >= 1 else 0, len(source.levels) - 1 - first_level)
    )
    whole = source.levels[first_level + down]
    left, top = region.x >> down, region.y >> down
    right = min(-(-(region.x + region.width) >> down), whole.width)
    bottom = min(-(-(region.y + region.height) >> down), whole.height)
    box = Box(left, top, max(1, right - left), max(1, bottom - top))
    picture = source.pixels(first_level + down, box)
    if (picture.width, picture.height) != size:
        picture = picture.thumbnail_image(size.width, height=size.height, size="force")
    return picture


def _turned(picture: pyvips.Image, degrees: float, *, is_clear: bool) -> pyvips.Image:
    """Clockwise; the corners that come into being are clear where the format can be, else paper."""
    if degrees in _QUARTERS:
        quarter = _QUARTERS[degrees]
        return picture.copy_memory().rot(quarter) if quarter else picture
    if is_clear:
        return picture.addalpha().copy_memory().rotate(degrees, background=[0, 0, 0, 0])
    return picture.copy_memory().rotate(degrees, background=PAPER)


def _coloured(picture: pyvips.Image, quality: str) -> pyvips.Image:
    if quality not in ("gray", "bitonal"):
        return picture
    alpha = picture[picture.bands - 1] if picture.hasalpha() else None
    colours = picture[:3] if picture.bands > 3 else picture
    grey = colours.colourspace("b-w")
    if quality == "bitonal":
        grey = (grey > _GREY_HALF).ifthenelse(255, 0).cast("uchar").copy(interpretation="b-w")
    return grey.bandjoin(alpha) if alpha is not None else grey


def _encoded(picture: pyvips.Image, wanted: Wanted) -> bytes:
    options = _QUALITY[wanted.form]
    if wanted.form == "jpg":
        data = picture.jpegsave_buffer(**options)
    elif wanted.form == "webp":
        data = picture.webpsave_buffer(**options)
    elif wanted.form == "avif":
        data = picture.heifsave_buffer(compression="av1", **options)
    else:
        data = picture.pngsave_buffer(**options)
    return cast("bytes", data)
