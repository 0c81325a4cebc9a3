"""What kind of picture a file is by its bytes, and whether something else rides along in it."""

from __future__ import annotations

import re

HEAD = 4096

_AVIF_BRANDS = (b"avif", b"avis")
_BOXES = (b"ftyp", b"meta", b"mdat", b"free", b"skip", b"moov", b"uuid", b"wide")
# What a browser or a reader might take the file for instead: looked for where they look, at the begin.
# Photoshop writes property lists there, so not every doctype is a disguise.
_DISGUISE = re.compile(
    rb"<(?:!doctype\s+(?:html|svg)|html|body|script|svg|iframe|\?php)\b|%PDF-", re.IGNORECASE
)
_ZIP_END = b"PK\x05\x06"
_ARCHIVES = (
    b"PK\x03\x04",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"%PDF-",
    b"MZ",
    b"\x7fELF",
)


def kind_of(head: bytes) -> str | None:
    """Pillow's name of the format that `head` begins, or None for all that we do not take."""
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head[:4] in (b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+"):
        return "TIFF"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and _is_avif(head):
        return "AVIF"
    return None


def _is_avif(head: bytes) -> bool:
    length = int.from_bytes(head[:4], "big")
    brands = [head[8:12], *(head[at : at + 4] for at in range(16, min(length, len(head)), 4))]
    return any(brand in _AVIF_BRANDS for brand in brands)


def hides_something(data: bytes, kind: str) -> bool:
    """True for a page in disguise, or data behind the picture that is more than padding."""
    if _DISGUISE.search(data, 0, HEAD) or _ends_as_zip(data):
        return True
    if kind == "TIFF":
        return False  # its parts may stand anywhere; an archive at the end was looked for
    end = {"JPEG": _jpeg_end, "PNG": _png_end, "WEBP": _webp_end, "AVIF": _avif_end}[kind](data)
    trailer = data[end:].strip(b"\x00\xff\r\n\t ") if end is not None else b""
    if not trailer:
        return False
    if kind == "JPEG" and trailer.startswith(b"\xd8") and b"MPF\x00" in data[: 1024 * 1024]:
        return any(sign in trailer for sign in _ARCHIVES[:3])  # a phone's second picture behind the first
    return True


def _ends_as_zip(data: bytes) -> bool:
    """True if the end of a ZIP archive stands where an unpacker looks for it."""
    at = data.rfind(_ZIP_END, max(0, len(data) - 65_557))
    return at >= 0 and len(data) - at >= 22


def _jpeg_end(data: bytes) -> int | None:
    """Offset behind the End Of Image; None if it is missing (the decoder then says so)."""
    at = 2
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
                at = _after_scan(data, at)
    return at + 2 if data[at : at + 2] == b"\xff\xd9" else None


def _after_scan(data: bytes, at: int) -> int:
    """Offset of the first marker behind the compressed data that is not part of it."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        following = data[at + 1]
        if following != 0x00 and following != 0xFF and not 0xD0 <= following <= 0xD7:
            return at
        at += 1 if following == 0xFF else 2
    return len(data)


def _png_end(data: bytes) -> int | None:
    at = 8
    while at + 12 <= len(data):
        length, name = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        at += 12 + length
        if name == b"IEND":
            return at
    return None


def _webp_end(data: bytes) -> int | None:
    length = int.from_bytes(data[4:8], "little")
    return 8 + length + (length % 2)


def _avif_end(data: bytes) -> int | None:
    """Offset behind the last box that belongs to a picture."""
    at = 0
    while at + 8 <= len(data) and data[at + 4 : at + 8] in _BOXES:
        length = int.from_bytes(data[at : at + 4], "big")
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16], "big")
        if length < 8:  # 0 reaches to the end of the file
            return len(data)
        at += length
    return at
