"""Checks an uploaded photograph before anything else sees it. Pure: a file in, facts or a refusal out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _
from PIL import Image

from collection.images import signatures
from collection.images.pillow import opened

MAX_BYTES = 100 * 1024 * 1024
MAX_PIXELS = 400_000_000
MAX_RATIO = 60  # a handscroll of 50,190 × 1,726 has 29
_MAX_PIXELS_PER_BYTE = 500  # beyond that there is nothing to see in it: a bomb
_SMALL = 20_000_000  # pixels that may be as empty as they like
_CHUNK = 1024 * 1024
_ORIENTATION, _SUBFILE = 0x0112, 254
_OURS = {"JPEG": "jpeg", "PNG": "png", "TIFF": "tiff", "WEBP": "webp", "AVIF": "avif"}


class Refused(ValueError):  # noqa: N818 -- an answer to the one who uploads, not a fault
    """Says in a sentence for the one who uploads why the file is not taken."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What a sound photograph is: `format` is jpeg, png, tiff, webp or avif; sizes in pixels and bytes."""

    format: str
    width: int
    height: int
    sha256: str
    size: int


def inspect(
    file: BinaryIO,
    *,
    max_bytes: int = MAX_BYTES,
    max_pixels: int = MAX_PIXELS,
    max_ratio: float = MAX_RATIO,
) -> Inspected:
    """Check a photograph to its last byte and measure it; `file` stands at its begin again afterwards.

    Width and height are as shown, after the camera's orientation. Raises Refused.
    """
    try:
        data = _read(file, max_bytes)
        kind = signatures.kind_of(data[: signatures.HEAD])
        if kind is None:
            raise Refused(
                _("This is not a photograph we can read. Send a JPEG, PNG, TIFF, WebP or AVIF file.")
            )
        if signatures.hides_something(data, kind):
            raise Refused(_("The file holds more than a photograph. Save the picture anew and send that."))
        digest, size = hashlib.sha256(data).hexdigest(), len(data)
        del data
        file.seek(0)
        width, height = _decode(file, kind, size, max_pixels, max_ratio)
    finally:
        file.seek(0)
    return Inspected(_OURS[kind], width, height, digest, size)


def _read(file: BinaryIO, max_bytes: int) -> bytes:
    """All bytes, read no farther than the limit."""
    file.seek(0)
    chunks, size = [], 0
    while chunk := file.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        if size > max_bytes:
            raise Refused(
                _("The file is larger than %(limit)s MB.") % {"limit": f"{max_bytes / 1024 / 1024:.3g}"}
            )
    if size == 0:
        raise Refused(_("The file is empty."))
    return b"".join(chunks)


def _decode(file: BinaryIO, kind: str, size: int, max_pixels: int, max_ratio: float) -> tuple[int, int]:
    try:
        with opened(file, kind) as image:
            width, height = image.size
            _check_extent(width, height, size, max_pixels, max_ratio)
            _check_stillness(image, kind)
            # Pillow gives the size of a TIFF as shown, of the others as stored.
            turned = kind != "TIFF" and image.getexif().get(_ORIENTATION, 1) in (5, 6, 7, 8)
            if kind == "JPEG":
                image.draft(None, (1, 1))  # an eighth of the size: all data read, little memory used
            image.load()
    except Refused:
        raise
    except MemoryError as error:
        raise Refused(_too_many(max_pixels)) from error
    except Exception as error:  # Pillow's own have no base: RuntimeError, struct.error, SyntaxError …
        raise Refused(_("The photograph is damaged or cut off. Export it anew and send that.")) from error
    return (height, width) if turned else (width, height)


def _check_extent(width: int, height: int, size: int, max_pixels: int, max_ratio: float) -> None:
    pixels = width * height
    if pixels > max_pixels or (pixels > _SMALL and pixels > size * _MAX_PIXELS_PER_BYTE):
        raise Refused(
            _too_many(max_pixels) if pixels > max_pixels else _("There is nothing in this picture.")
        )
    if max(width, height) > max_ratio * min(width, height):
        raise Refused(
            _("The picture is %(width)s × %(height)s, more than %(ratio)s times as long as wide.")
            % {"width": width, "height": height, "ratio": f"{max_ratio:g}"}
        )


def _check_stillness(image: Image.Image, kind: str) -> None:
    """Refuse what moves and what has pages; a phone's second picture and a TIFF's small copies may be there."""
    frames = getattr(image, "n_frames", 1)
    if frames == 1 or kind == "JPEG":
        return
    if kind != "TIFF":
        raise Refused(_("This is a moving picture. Send one still photograph."))
    for number in range(1, min(frames, 40)):
        image.seek(number)
        if not image.tag_v2.get(_SUBFILE, 0) & 1:  # type: ignore[attr-defined]
            raise Refused(_("This TIFF file has several pages. Send one photograph a file."))
    image.seek(0)


def _too_many(max_pixels: int) -> str:
    return _("The picture has more than %(count)s million pixels.") % {"count": max_pixels // 1_000_000}
