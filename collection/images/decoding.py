"""Reads a picture to its last byte in as little memory as its format allows: libvips, and Pillow for JPEG 2000."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PIL import Image

from collection.images.buffer import Buffer
from collection.images.libvips import pyvips
from collection.images.pillow import opened

LOADERS = {"JPEG": "jpegload", "PNG": "pngload", "TIFF": "tiffload", "WEBP": "webpload", "AVIF": "heifload"}
_ONLY_WHOLE = ("WEBP", "AVIF", "JPEG2000")  # their decoders hold all pixels at once
_TURNED = (5, 6, 7, 8)  # values of EXIF's orientation that exchange width and height
_EIGHTH = 8  # of a JPEG: all its data are read, a sixty-fourth of its pixels are made
_whole_ones = threading.Lock()


class Damaged(ValueError):  # noqa: N818 -- an answer, not a fault
    """The decoder did not get to the end."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture says of itself before a pixel is read. Width and height as stored."""

    width: int
    height: int
    bands: int
    pages: int
    is_turned: bool
    is_held_whole: bool


def read_header(buffer: Buffer, kind: str) -> Header:
    """Sizes, channels and pages. Raises Damaged."""
    if kind == "JPEG2000":
        with _jpeg2000(buffer) as image:
            return Header(*image.size, len(image.getbands()), 1, is_turned=False, is_held_whole=True)
    try:
        image = _loaded(buffer, kind)
        return Header(
            image.width,
            image.height,
            image.bands,
            _number(image, "n-pages", 1),
            # libheif has turned an AVIF already; of the others libvips gives what is stored.
            is_turned=kind != "AVIF" and _number(image, "orientation", 1) in _TURNED,
            is_held_whole=kind in _ONLY_WHOLE or _number(image, "interlaced", 0) == 1,
        )
    except pyvips.Error as error:
        raise Damaged from error


def read_to_the_end(buffer: Buffer, kind: str, header: Header) -> None:
    """Decode every pixel and keep none. Raises Damaged."""
    if kind == "JPEG2000":
        with _jpeg2000(buffer) as image:
            image.load()
        return
    try:
        if header.is_held_whole:
            with _whole_ones:
                _loaded(buffer, kind).avg()
        else:
            _loaded(buffer, kind, **({"shrink": _EIGHTH} if kind == "JPEG" else {})).avg()
    except pyvips.Error as error:
        raise Damaged from error


def _loaded(buffer: Buffer, kind: str, **options: Any) -> Any:
    """The picture, opened by the decoder of the kind that was sniffed and by no other."""
    os.lseek(buffer.descriptor, 0, os.SEEK_SET)
    source = pyvips.Source.new_from_descriptor(buffer.descriptor)
    load = getattr(pyvips.Image, f"{LOADERS[kind]}_source")
    return load(source, access="sequential", fail_on="error", **options)


@contextmanager
def _jpeg2000(buffer: Buffer) -> Iterator[Image.Image]:
    try:
        with opened(buffer.data, "JPEG2000") as image:  # type: ignore[arg-type]
            yield image
    except Exception as error:  # Pillow's own have no base: RuntimeError, struct.error, SyntaxError …
        raise Damaged from error


def _number(image: Any, name: str, otherwise: int) -> int:
    return int(image.get(name)) if image.get_typeof(name) else otherwise
