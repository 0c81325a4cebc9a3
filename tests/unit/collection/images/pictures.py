"""Small pictures made for tests: each a file in memory."""

from __future__ import annotations

import io
import struct
from typing import Any

from PIL import Image


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue, in RGB; a slope of grey in other modes."""
    if mode == "RGB":
        made = Image.new("RGB", (width, height), (200, 30, 30))
        made.paste((30, 30, 200), (width // 2, 0, width, height))
        return made
    return Image.linear_gradient("L").resize((width, height)).convert(mode)


def encoded(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int, kind: str = "JPEG", width: int = 60, height: int = 40) -> bytes:
    """A picture whose camera says that it must be turned."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Secret camera"
    return encoded(picture(width, height), kind, exif=exif)


def empty_zip() -> bytes:
    """The end record of a ZIP archive without members."""
    return b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 0, 0, 0, 0, 0)


def file(data: bytes) -> io.BytesIO:
    return io.BytesIO(data)
