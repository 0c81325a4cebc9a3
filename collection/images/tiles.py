"""A pyramid file as it is read: where each tile stands, and the pixels of any region at any level."""

from __future__ import annotations

import zipfile
from array import array
from typing import NamedTuple, Protocol

from collection.images.libvips import pyvips
from collection.images.picture import PAPER
from collection.images.pyramid import TILE, Level, levels_of, tile_name
from collection.images.ranges import RangeFile, Ranges

_LOCAL_HEADER = 30  # bytes before the name; we write no extra field


class Box(NamedTuple):
    """A rectangle in pixels of one level."""

    x: int
    y: int
    width: int
    height: int


class Source(Protocol):
    """Pixels at several sizes: those of a photograph's tiles or those of a drawing."""

    levels: list[Level]

    def pixels(self, level: int, box: Box) -> pyvips.Image: ...


class Tiles:
    """One pyramid file, opened. Several threads may read it."""

    def __init__(self, ranges: Ranges, full: Level) -> None:
        """Read where the tiles stand. Raises KeyError for a file that lacks one, zipfile.BadZipFile for another file."""
        self._ranges = ranges
        self.levels = levels_of(*full)
        with zipfile.ZipFile(RangeFile.buffered(ranges)) as archive:
            known = {info.filename: info for info in archive.infolist()}
        self._first: list[int] = []  # of each level, in the arrays
        self._columns = [-(-level.width // TILE) for level in self.levels]
        self._offsets, self._lengths = array("Q"), array("L")
        for number, level in enumerate(self.levels):
            self._first.append(len(self._offsets))
            for row in range(-(-level.height // TILE)):
                for column in range(self._columns[number]):
                    info = known[tile_name(full, number, column, row)]
                    self._offsets.append(info.header_offset + _LOCAL_HEADER + len(info.filename))
                    self._lengths.append(info.file_size)

    def place(self, level: int, column: int, row: int) -> tuple[int, int]:
        """(offset, length) of a tile in the file."""
        at = self._first[level] + row * self._columns[level] + column
        return self._offsets[at], self._lengths[at]

    def read(self, offset: int, length: int) -> bytes:
        """A tile as it was encoded."""
        return self._ranges.read(offset, length)

    def pixels(self, level: int, box: Box) -> pyvips.Image:
        """The pixels of a box, put together from the tiles it touches."""
        left, top = box.x // TILE, box.y // TILE
        right, bottom = (box.x + box.width - 1) // TILE, (box.y + box.height - 1) // TILE
        tiles = [
            pyvips.Image.jpegload_buffer(self.read(*self.place(level, column, row)))
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
        ]
        if len(tiles) == 1:
            whole = tiles[0]
        else:
            whole = pyvips.Image.arrayjoin(
                tiles, across=right - left + 1, hspacing=TILE, vspacing=TILE, background=PAPER
            )
        return whole.crop(box.x - left * TILE, box.y - top * TILE, box.width, box.height)
