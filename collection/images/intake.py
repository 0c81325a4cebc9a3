"""Checks an uploaded photograph before anything else sees it. Pure: a file in, facts or a refusal out."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from mmap import mmap
from typing import BinaryIO

from django.utils.translation import gettext as _

from collection.images import endings, signatures, tiff_pages
from collection.images.buffer import CHUNK, Buffer, TooLarge, buffered
from collection.images.decoding import Damaged, Header, read_header, read_to_the_end

MAX_BYTES = 1024 * 1024 * 1024
MAX_PIXELS = 400_000_000
MAX_PIXELS_AT_ONCE = 120_000_000  # of formats whose decoders hold all pixels in memory
MAX_RATIO = 60  # a handscroll of 50,190 × 1,726 has 29
_MAX_PIXELS_PER_BYTE = 500  # beyond that there is nothing to see in it: a bomb
_SMALL = 20_000_000  # pixels that may be as empty as they like
_MAX_BANDS = 5  # CMYK and a mask
_OURS = {
    "JPEG": "jpeg", "PNG": "png", "TIFF": "tiff", "WEBP": "webp", "AVIF": "avif", "JPEG2000": "jp2",
}  # fmt: skip


class Refused(ValueError):  # noqa: N818  -- an answer to the one who uploads, not a fault
    """Says in a sentence for the one who uploads why the file is not taken."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a sound photograph is: `format` is jpeg, png, tiff, webp, avif or jp2; sizes in pixels and bytes."""

    format: str
    width: int
    height: int
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of what is taken."""

    bytes: int = MAX_BYTES
    pixels: int = MAX_PIXELS
    pixels_at_once: int = MAX_PIXELS_AT_ONCE
    ratio: float = MAX_RATIO


DEFAULT = Limits()


def inspect(file: BinaryIO, limits: Limits = DEFAULT) -> Inspected:
    """Check a photograph to its last byte and measure it; `file` stands at its begin again afterwards.

    Width and height are as shown, after the camera's orientation. Reads a chunk at a time and decodes in
    strips where the format has them. Raises Refused.
    """
    try:
        with buffered(file, limits.bytes) as buffer:
            if buffer is None:
                raise Refused(_("The file is empty."))
            return _inspected(buffer, limits)
    except TooLarge as error:
        size = f"{limits.bytes / 1024 / 1024:.3g}" if limits.bytes < 1000 * CHUNK else limits.bytes // CHUNK
        raise Refused(_("The file is larger than %(limit)s MB.") % {"limit": size}) from error
    finally:
        file.seek(0)


def _inspected(buffer: Buffer, limits: Limits) -> Inspected:
    kind = _kind(buffer.data)
    try:
        if signatures.is_cut_off(buffer.data, kind):
            raise Damaged
        header = read_header(buffer, kind)
        _check_extent(header, kind, len(buffer.data), limits)
        _check_stillness(header, kind, buffer.data)
        read_to_the_end(buffer, kind, header)
    except (Damaged, tiff_pages.CutOff) as error:
        raise Refused(_("The photograph is damaged or cut off. Export it anew and send that.")) from error
    except MemoryError as error:
        raise Refused(_too_many(limits.pixels_at_once)) from error
    width, height = header.width, header.height
    if header.is_turned:
        width, height = height, width
    return Inspected(_OURS[kind], width, height, checksum(buffer.descriptor), len(buffer.data))


def checksum(descriptor: int) -> str:
    """SHA-256 of a whole file, read a chunk at a time: through the map all of it would count as ours."""
    digest, at = hashlib.sha256(), 0
    while chunk := os.pread(descriptor, CHUNK, at):
        digest.update(chunk)
        at += len(chunk)
    return digest.hexdigest()


def _kind(data: mmap) -> str:
    """The format by the bytes; nothing else may ride along. Raises Refused."""
    kind = signatures.kind_of(data[: signatures.HEAD])
    if kind == "HEIC":
        raise Refused(
            _("HEIC photographs cannot be read here. Export the picture as JPEG or TIFF and send that.")
        )
    if kind is None:
        raise Refused(
            _("This is not a photograph we can read. Send a JPEG, PNG, TIFF, WebP, AVIF or JPEG 2000 file.")
        )
    if signatures.hides_something(data, kind):
        raise Refused(_("The file holds more than a photograph. Save the picture anew and send that."))
    return kind


def _check_extent(header: Header, kind: str, size: int, limits: Limits) -> None:
    width, height = header.width, header.height
    pixels = width * height
    if pixels > limits.pixels:
        raise Refused(_too_many(limits.pixels))
    if pixels > _SMALL and pixels > size * _MAX_PIXELS_PER_BYTE:
        raise Refused(_("There is nothing in this picture."))
    if header.is_held_whole and pixels > limits.pixels_at_once:
        raise Refused(
            _too_many(limits.pixels_at_once)
            + " "
            + _("Save it as a TIFF, or as a JPEG that is not progressive: those are taken larger.")
        )
    if max(width, height) > limits.ratio * min(width, height):
        raise Refused(
            _("The picture is %(width)s × %(height)s, more than %(ratio)s times as long as wide.")
            % {"width": width, "height": height, "ratio": f"{limits.ratio:g}"}
        )
    if header.bands > _MAX_BANDS:
        raise Refused(_("The picture has more channels than a photograph. Save it as RGB, grey or CMYK."))


def _check_stillness(header: Header, kind: str, data: mmap) -> None:
    """Refuse what moves and what has pages; a phone's second picture and a TIFF's small copies may be there."""
    if kind == "TIFF":
        if tiff_pages.count_pages(data) > 1:
            raise Refused(_("This TIFF file has several pages. Send one photograph a file."))
        return
    is_moving = (
        header.pages > 1
        or (kind == "PNG" and endings.is_moving_png(data))
        or (kind == "AVIF" and b"avis" in signatures.brands_of(data[: signatures.HEAD]))
    )
    if is_moving:
        raise Refused(_("This is a moving picture. Send one still photograph."))


def _too_many(pixels: int) -> str:
    return _("The picture has more than %(count)s million pixels.") % {"count": pixels // 1_000_000}
