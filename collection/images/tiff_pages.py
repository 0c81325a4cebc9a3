"""The directories of a TIFF file (TIFF 6.0, BigTIFF): how many pages it has, and whether all their data is there."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from mmap import mmap

MOST_DIRECTORIES = 60  # a pyramid of 400 megapixels has fifteen
_MOST_VALUES = 8_000_000
_SUBFILE, _SUB_DIRECTORIES = 254, 330
_OFFSETS, _COUNTS = (273, 324), (279, 325)  # of strips, of tiles
_REDUCED, _MASK = 1, 4
_TYPES = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
_WANTED = {_SUBFILE, _SUB_DIRECTORIES, *_OFFSETS, *_COUNTS}

Tags = dict[int, tuple[int, ...]]


class CutOff(ValueError):  # noqa: N818 -- an answer, not a fault
    """A directory, a strip or a tile lies beyond the end of the file, or says what cannot be."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """How this file writes numbers: byte order, and the sizes of classic or Big TIFF."""

    order: str
    is_big: bool

    @property
    def count(self) -> str:
        return self.order + ("Q" if self.is_big else "H")

    @property
    def offset(self) -> str:
        return self.order + ("Q" if self.is_big else "I")

    @property
    def entry(self) -> str:
        return self.order + ("HHQ8s" if self.is_big else "HHI4s")


def count_pages(data: mmap) -> int:
    """Pages that are no smaller copies or masks of another. Raises CutOff if not all their data is there."""
    order = "<" if data[:2] == b"II" else ">"
    shape = _Shape(order, _numbers(data, 2, order + "H")[0] == 43)
    waiting = [_numbers(data, 8 if shape.is_big else 4, shape.offset)[0]]
    seen: set[int] = set()
    pages = 0
    while waiting:
        at = waiting.pop()
        if at in seen or len(seen) > MOST_DIRECTORIES:
            raise CutOff
        seen.add(at)
        tags, following = _directory(data, at, shape)
        _check_data(tags, len(data))
        pages += not tags.get(_SUBFILE, (0,))[0] & (_REDUCED | _MASK)
        waiting += [place for place in (*tags.get(_SUB_DIRECTORIES, ()), following) if place]
    return pages


def _directory(data: mmap, at: int, shape: _Shape) -> tuple[Tags, int]:
    """The tags of one directory that matter here, and where the next one stands (0 for none)."""
    count = _numbers(data, at, shape.count)[0]
    first, size = at + struct.calcsize(shape.count), struct.calcsize(shape.entry)
    tags = {}
    for place in range(first, first + count * size, size):
        tag, kind, length, value = _numbers(data, place, shape.entry)
        if tag in _WANTED and kind in _TYPES and length:
            tags[tag] = _values(data, shape, _TYPES[kind], length, value)
    return tags, _numbers(data, first + count * size, shape.offset)[0]


def _values(data: mmap, shape: _Shape, letter: str, length: int, value: bytes) -> tuple[int, ...]:
    if length > _MOST_VALUES:
        raise CutOff
    form = f"{shape.order}{length}{letter}"
    if struct.calcsize(form) <= len(value):
        return struct.unpack_from(form, value)
    return _numbers(data, struct.unpack_from(shape.offset, value)[0], form)


def _check_data(tags: Tags, size: int) -> None:
    for offsets, counts in _places(tags):
        if any(offset + count > size for offset, count in zip(offsets, counts, strict=False)):
            raise CutOff


def _places(tags: Tags) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    for offset_tag, count_tag in zip(_OFFSETS, _COUNTS, strict=True):
        if offsets := tags.get(offset_tag):
            yield offsets, tags.get(count_tag) or (0,) * len(offsets)


def _numbers(data: mmap, at: int, form: str) -> tuple[int, ...]:
    if at + struct.calcsize(form) > len(data):
        raise CutOff
    return struct.unpack_from(form, data, at)
