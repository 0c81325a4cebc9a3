"""Where the picture in a file ends by the rules of its own format, so that what stands behind it is seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from mmap import mmap

_BOXES = (b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", b"uuid", b"wide")
_JP2_BOXES = (
    b"jP  ",
    b"ftyp",
    b"jp2h",
    b"jp2c",
    b"uuid",
    b"uinf",
    b"url ",
    b"xml ",
    b"res ",
    b"jp2i",
    b"free",
)
_RAW_JPEG2000 = b"\xff\x4f\xff\x51"
_TILE_PART, _END_OF_CODESTREAM = b"\xff\x90", b"\xff\xd9"
_SOI = b"\xff\xd8\xff"
_MORE_PICTURES, _HEAD, _GAP = b"MPF\x00", 1024 * 1024, 64 * 1024
# What interrupts the compressed data of a JPEG: not a stuffed byte, not a restart.
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")


def end_of(data: mmap, kind: str) -> int | None:
    """Offset behind the picture; None where the file cannot be followed (its decoder then says so).

    An offset beyond the end of `data` says that the file is cut off. A TIFF's parts may stand anywhere.
    """
    walk = _WALKS.get(kind)
    return walk(data) if walk else None


def _jpeg(data: mmap) -> int | None:
    """Behind the last of the pictures that a phone puts one behind the other (CIPA DC-007)."""
    end = _one_jpeg(data, 0)
    if end is None or data.find(_MORE_PICTURES, 0, _HEAD) < 0:
        return end
    while (following := data.find(_SOI, end, end + _GAP)) >= 0 and not data[end:following].strip(b"\x00\xff"):
        found = _one_jpeg(data, following)
        if found is None:
            return len(data) + 1
        end = found
    return end


def _one_jpeg(data: mmap, start: int) -> int | None:
    at = start + 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return None
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif marker == 0xD9:
            return at + 2
        elif marker == 0x01 or 0xD0 <= marker <= 0xD8:
            at += 2
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
            if marker == 0xDA:
                found = _MARKER.search(data, at)
                at = found.start() if found else len(data)
    return at + 2 if data[at : at + 2] == b"\xff\xd9" else None


def _png(data: mmap) -> int | None:
    at = 8
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at
    return None


def _webp(data: mmap) -> int:
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + (length % 2)


def _avif(data: mmap) -> int:
    return _boxes(data, _BOXES)


def _jpeg2000(data: mmap) -> int | None:
    """A JP2 file's boxes, or the segments and tile-parts of a bare codestream (ISO 15444-1, annex A)."""
    if data[:4] != _RAW_JPEG2000:
        return _boxes(data, _JP2_BOXES)
    at = 2
    while at + 12 <= len(data) and data[at : at + 2] != _END_OF_CODESTREAM:
        segment = int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at : at + 2] == _TILE_PART:
            length = int.from_bytes(data[at + 6 : at + 10], "big")
            if length == 0:  # the last one reaches to the end
                return len(data)
            at += length
        else:
            at += 2 + segment
    return at + 2 if data[at : at + 2] == _END_OF_CODESTREAM else None


def _boxes(data: mmap, known: tuple[bytes, ...]) -> int:
    """Offset behind the last box that belongs to a picture."""
    at = 0
    while at + 8 <= len(data) and data[at + 4 : at + 8] in known:
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length < 8:  # 0 reaches to the end of the file
            return len(data)
        at += length
    return at


_WALKS: dict[str, Callable[[mmap], int | None]] = {
    "JPEG": _jpeg,
    "PNG": _png,
    "WEBP": _webp,
    "AVIF": _avif,
    "JPEG2000": _jpeg2000,
}


def is_moving_png(data: mmap) -> bool:
    """True for an APNG: its control chunk stands before the picture's data."""
    at = 8
    while at + 12 <= len(data):
        name = data[at + 4 : at + 8]
        if name in (b"acTL", b"IDAT"):
            return name == b"acTL"
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return False
