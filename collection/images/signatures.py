"""What kind of picture a file is by its bytes, and whether something else rides along in it."""

from __future__ import annotations

import re
from mmap import mmap

from collection.images.endings import end_of

HEAD = 4096

_AVIF_BRANDS = (b"avif", b"avis")
_HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_JPEG2000 = (b"\x00\x00\x00\x0cjP  \r\n\x87\n", b"\xff\x4f\xff\x51")
# What a browser or a reader might take the file for instead: looked for where they look, at the begin.
# Photoshop writes property lists there, so not every doctype is a disguise.
_DISGUISE = re.compile(
    rb"<(?:!doctype\s+(?:html|svg)|html|body|script|svg|iframe|\?php)\b|%PDF-", re.IGNORECASE
)
_NO_PADDING = re.compile(rb"[^\x00\xff\r\n\t ]")
_ZIP_END = b"PK\x05\x06"
_ZIP_END_BYTES, _ZIP_LONGEST_COMMENT = 22, 65_535


def kind_of(head: bytes) -> str | None:
    """The format that `head` begins: JPEG, PNG, TIFF, WEBP, AVIF, JPEG2000, HEIC; None for all others."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return "TIFF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head.startswith(_JPEG2000):
        return "JPEG2000"
    if head[4:8] == b"ftyp":
        brands = brands_of(head)
        if brands & set(_AVIF_BRANDS):
            return "AVIF"
        return "HEIC" if brands & set(_HEIC_BRANDS) else None
    return None


def brands_of(head: bytes) -> set[bytes]:
    """The brands that the first box of an ISO media file names."""
    length = int.from_bytes(head[:4], "big")
    return {head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))}


def hides_something(data: mmap, kind: str) -> bool:
    """True for a page in disguise, or data behind the picture that is more than padding."""
    if _DISGUISE.search(data, 0, HEAD) or _ends_as_zip(data):
        return True
    end = end_of(data, kind)
    return end is not None and _NO_PADDING.search(data, end) is not None


def is_cut_off(data: mmap, kind: str) -> bool:
    """True where the format's own lengths reach beyond the end of the file; decoders forgive some of that."""
    end = end_of(data, kind)
    return end is not None and end > len(data)


def _ends_as_zip(data: mmap) -> bool:
    """True if the end of a ZIP archive stands where an unpacker looks for it."""
    at = data.rfind(_ZIP_END, max(0, len(data) - _ZIP_END_BYTES - _ZIP_LONGEST_COMMENT))
    return at >= 0 and len(data) - at >= _ZIP_END_BYTES
