"""What a IIIF Image address asks for, in versions 3.0 and 2.1. Pure: texts in, numbers or a refusal out.

https://iiif.io/api/image/3.0/ and https://iiif.io/api/image/2.1/
"""

from __future__ import annotations

import math
import re
from typing import NamedTuple

FORMATS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}
_QUALITIES = ("default", "color", "gray", "bitonal")
_LONGEST_SIDE = {"jpg": 65_535, "webp": 16_383, "avif": 16_384, "png": 65_535}
_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,10})?|\.[0-9]{1,10}")
_WHOLE = re.compile(r"[0-9]{1,9}")
_FULL_TURN = 360
_HUNDRED = 100


class BadRequest(ValueError):  # noqa: N818 -- an answer, not a fault
    """Says in a sentence what is wrong with the address; `status` is 400 or 501."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


class Region(NamedTuple):
    """A rectangle of the whole public picture, in pixels."""

    x: int
    y: int
    width: int
    height: int


class Limits(NamedTuple):
    """How large an answer may be: info.json says so."""

    side: int
    area: int


class Wanted(NamedTuple):
    """One picture to be made, and its canonical address below the service's base."""

    region: Region
    size: Size
    is_mirrored: bool
    rotation: float  # degrees, clockwise
    quality: str
    form: str
    canonical: str


def parse(parts: tuple[str, str, str, str], whole: Size, limits: Limits, version: int) -> Wanted:
    """Read (region, size, rotation, quality.format) for a picture of the size `whole`. Raises BadRequest."""
    quality, dot, form = parts[3].rpartition(".")
    if not dot or quality not in _QUALITIES:
        raise BadRequest(f"The quality is one of {', '.join(_QUALITIES)}, followed by a format.")
    if form not in FORMATS:
        raise BadRequest(f"The format is one of {', '.join(FORMATS)}.", status=400)
    region = region_of(parts[0], whole)
    size = size_of(parts[1], region, limits, version)
    if max(size) > _LONGEST_SIDE[form]:
        raise BadRequest(f"A {form} file cannot have a side of more than {_LONGEST_SIDE[form]} pixels.")
    is_mirrored, rotation = rotation_of(parts[2])
    turned = f"{'!' if is_mirrored else ''}{rotation:g}"
    canonical = f"{_canonical_region(region, whole)}/{_canonical_size(size, region, limits, version)}/{turned}/{quality}.{form}"
    return Wanted(region, size, is_mirrored, rotation, quality, form, canonical)


def region_of(text: str, whole: Size) -> Region:
    """The part of the picture; what lies outside is cut off. Raises BadRequest where nothing is left."""
    if text == "full":
        return Region(0, 0, *whole)
    if text == "square":
        side = min(whole)
        return Region((whole.width - side) // 2, (whole.height - side) // 2, side, side)
    if text.startswith("pct:"):
        values = _numbers(text[4:], _NUMBER, "region")
        x, y, width, height = (
            round(value * side / _HUNDRED) for value, side in zip(values, (*whole, *whole), strict=True)
        )
    else:
        x, y, width, height = (int(value) for value in _numbers(text, _WHOLE, "region"))
    width, height = min(width, whole.width - x), min(height, whole.height - y)
    if width <= 0 or height <= 0:
        raise BadRequest("The region lies outside the picture or has no extent.")
    return Region(x, y, width, height)


def _numbers(text: str, form: re.Pattern[str], what: str) -> list[float]:
    words = text.split(",")
    if len(words) != 4 or not all(form.fullmatch(word) for word in words):
        raise BadRequest(f"The {what} is full, square, x,y,w,h or pct:x,y,w,h.")
    return [float(word) for word in words]


def size_of(text: str, region: Region, limits: Limits, version: int) -> Size:
    """The size of the answer. Raises BadRequest for one that is not allowed."""
    may_enlarge = text.startswith("^") and version >= 3
    words = text[1:] if may_enlarge else text
    whole = Size(region.width, region.height)
    largest = within(whole, limits, may_enlarge=may_enlarge)
    if words == "max" or (words == "full" and version < 3):
        return largest
    size = _asked(words, whole, largest, may_enlarge=may_enlarge)
    if size.width < 1 or size.height < 1:
        raise BadRequest("The size has no extent.")
    if (size.width > whole.width or size.height > whole.height) and not may_enlarge:
        raise BadRequest(
            "The size is larger than the region" + ("; begin it with ^." if version >= 3 else ".")
        )
    if max(size) > limits.side or size.width * size.height > limits.area:
        raise BadRequest("The size is larger than this service makes: see maxWidth and maxArea.")
    return size


def _asked(words: str, whole: Size, largest: Size, *, may_enlarge: bool) -> Size:
    if words.startswith("pct:"):
        if not _NUMBER.fullmatch(words[4:]):
            raise BadRequest("The size is pct:n with a number.")
        share = float(words[4:]) / _HUNDRED
        return Size(round(whole.width * share), round(whole.height * share))
    is_best_fit = words.startswith("!")
    width, comma, height = words.removeprefix("!").partition(",")
    if (
        not comma
        or not (width or height)
        or not all(_WHOLE.fullmatch(side) for side in (width, height) if side)
    ):
        raise BadRequest("The size is max, w, or ,h or pct:n or w,h or !w,h.")
    if is_best_fit:
        if not (width and height):
            raise BadRequest("The size !w,h has two numbers.")
        return _best_fit(Size(int(width), int(height)), whole, largest, may_enlarge=may_enlarge)
    if not height:
        return Size(int(width), max(1, round(whole.height * int(width) / whole.width)))
    if not width:
        return Size(max(1, round(whole.width * int(height) / whole.height)), int(height))
    return Size(int(width), int(height))


def _best_fit(room: Size, whole: Size, largest: Size, *, may_enlarge: bool) -> Size:
    """As large as fits into `room`, and into what the service makes."""
    room = Size(min(room.width, largest.width), min(room.height, largest.height))
    scale = min(room.width / whole.width, room.height / whole.height)
    if not may_enlarge:
        scale = min(scale, 1.0)
    if scale <= 0:
        raise BadRequest("The size has no extent.")
    return Size(
        min(room.width, max(1, round(whole.width * scale))),
        min(room.height, max(1, round(whole.height * scale))),
    )


def within(whole: Size, limits: Limits, *, may_enlarge: bool = False) -> Size:
    """The largest size that keeps the shape and the limits; enlarged up to them where that is allowed."""
    scale = min(limits.side / max(whole), math.sqrt(limits.area / (whole.width * whole.height)))
    if not may_enlarge:
        scale = min(scale, 1.0)
    if scale == 1.0:
        return whole
    return Size(max(1, math.floor(whole.width * scale)), max(1, math.floor(whole.height * scale)))


def rotation_of(text: str) -> tuple[bool, float]:
    """(mirrored first, degrees clockwise)."""
    is_mirrored = text.startswith("!")
    words = text.removeprefix("!")
    if not _NUMBER.fullmatch(words) or float(words) > _FULL_TURN:
        raise BadRequest("The rotation is a number from 0 to 360, after ! for a mirrored picture.")
    return is_mirrored, float(words) % _FULL_TURN


def _canonical_region(region: Region, whole: Size) -> str:
    return "full" if region == (0, 0, *whole) else ",".join(map(str, region))


def _canonical_size(size: Size, region: Region, limits: Limits, version: int) -> str:
    whole = Size(region.width, region.height)
    if version >= 3:
        is_enlarged = size.width > whole.width or size.height > whole.height
        is_largest = size == within(whole, limits)
        return "max" if is_largest else f"{'^' if is_enlarged else ''}{size.width},{size.height}"
    if size == whole:
        return "full"
    keeps_shape = size.height == max(1, round(whole.height * size.width / whole.width))
    return f"{size.width}," if keeps_shape else f"{size.width},{size.height}"
