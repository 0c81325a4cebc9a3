"""The file of all tiles of a photograph, each ready encoded: a stored zip with the names of a static IIIF 3 service.

To serve a tile is then to read a range of bytes. The picture is read once from the top, in strips of one row of
tiles; each strip is cut, halved, and half of the next level's strip. Memory holds about two strips at a time.
"""

from __future__ import annotations

import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO, NamedTuple

from collection.images.libvips import pyvips

TILE = 512  # pixels of a tile's side
QUALITY = 84
BANDS = 3
_THREADS = 2
_ROWS = 128  # at a time: an even number, and little memory even in a picture 50,000 pixels wide
Pixels = bytes | bytearray | memoryview


class Level(NamedTuple):
    """A size of the whole picture, in pixels; level n is the full size halved n times, rounded up."""

    width: int
    height: int


def levels_of(width: int, height: int) -> list[Level]:
    """From full size down to the first that fits into one tile."""
    found = [Level(width, height)]
    while max(found[-1]) > TILE:
        found.append(Level((found[-1].width + 1) // 2, (found[-1].height + 1) // 2))
    return found


def tile_name(full: Level, level: int, column: int, row: int) -> str:
    """The address of a tile below the service's base, in the canonical form of IIIF Image 3."""
    side = TILE << level
    x, y = column * side, row * side
    width, height = min(side, full.width - x), min(side, full.height - y)
    scaled = f"{-(-width >> level)},{-(-height >> level)}"
    return f"{x},{y},{width},{height}/{scaled}/0/default.jpg"


def write_pyramid(picture: pyvips.Image, file: BinaryIO) -> None:
    """Write all tiles of an upright sRGB picture (collection.images.picture) into `file`.

    Raises pyvips.Error for a picture that ends before its last row; `file` is then of no use.
    """
    full = Level(picture.width, picture.height)
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        ThreadPoolExecutor(_THREADS) as pool,
    ):
        writer = _Writer(full, archive, pool)
        strip = bytearray(min(TILE, full.height) * full.width * BANDS)  # used again and again
        for top in range(0, full.height, TILE):
            rows = min(TILE, full.height - top)
            writer.take(0, _read(picture, top, rows, strip), rows)
        writer.finish()


def _read(picture: pyvips.Image, top: int, rows: int, into: bytearray) -> memoryview:
    """The next rows, written where they are wanted; a few at a time, since libvips needs room for those besides."""
    line = picture.width * BANDS
    view = memoryview(into)
    for first in range(0, rows, _ROWS):
        some = min(_ROWS, rows - first)
        part = view[first * line : (first + some) * line]
        place = pyvips.Image.new_from_memory(part, picture.width, some, BANDS, "uchar")
        picture.crop(0, top + first, picture.width, some).write(place)
    return view[: rows * line]


class _Writer:
    """What has been read so far: at every level the rows that do not yet make a strip."""

    def __init__(self, full: Level, archive: zipfile.ZipFile, pool: ThreadPoolExecutor) -> None:
        self.full = full
        self.levels = levels_of(*full)
        self.archive = archive
        self.pool = pool
        self.lock = threading.Lock()
        self.done = [0] * len(self.levels)  # strips written
        self.waiting = [bytearray() for _level in self.levels]

    def take(self, level: int, strip: Pixels, rows: int) -> None:
        """Write one strip (a whole row of tiles, or the last one) and hand its half to the next level."""
        width, height = self.levels[level]
        self._write(level, strip, rows)
        self.done[level] += 1
        if level + 1 == len(self.levels):
            return
        pixels = memoryview(strip)
        for top in range(0, rows, _ROWS):
            some = min(_ROWS, rows - top)
            part = pixels[top * width * BANDS : (top + some) * width * BANDS]
            self.waiting[level + 1] += halved(part, width, some)
        if self.done[level] * TILE >= height or self._rows_waiting(level + 1) == TILE:
            found, self.waiting[level + 1] = self.waiting[level + 1], bytearray()
            del strip, pixels, part
            self.take(level + 1, found, len(found) // (self.levels[level + 1].width * BANDS))

    def _rows_waiting(self, level: int) -> int:
        return len(self.waiting[level]) // (self.levels[level].width * BANDS)

    def _write(self, level: int, strip: Pixels, rows: int) -> None:
        width = self.levels[level].width
        image = pyvips.Image.new_from_memory(strip, width, rows, BANDS, "uchar").copy(interpretation="srgb")

        def encoded(column: int) -> bytes:
            x = column * TILE
            tile = image.crop(x, 0, min(TILE, width - x), rows)
            data: bytes = tile.jpegsave_buffer(Q=QUALITY, keep="none")
            return data

        columns = range(-(-width // TILE))
        for column, data in zip(columns, self.pool.map(encoded, columns), strict=True):
            name = tile_name(self.full, level, column, self.done[level])
            self.archive.writestr(zipfile.ZipInfo(name), data)

    def finish(self) -> None:
        if self.done[-1] != 1:
            raise AssertionError("the topmost level is one tile")


def halved(strip: Pixels, width: int, rows: int) -> bytes:
    """The mean of every two by two pixels; an odd last column or row is counted twice.

    In two steps that libvips does fast on very wide strips: its own vertical shrink takes forty times as long there.
    """
    image = pyvips.Image.new_from_memory(strip, width, rows, BANDS, "uchar")
    if width % 2 or rows % 2:
        image = image.embed(0, 0, width + width % 2, rows + rows % 2, extend="copy")
    half = image.width // 2
    narrow = image.shrinkh(2).write_to_memory()
    pairs = pyvips.Image.new_from_memory(
        narrow, 2 * half, image.height // 2, BANDS, "uchar"
    )  # two rows side by side
    upper, lower = pairs.crop(0, 0, half, pairs.height), pairs.crop(half, 0, half, pairs.height)
    return bytes(((upper + lower + 1) >> 1).cast("uchar").write_to_memory())


def tiles_of(full: Level) -> Iterator[tuple[int, int, int]]:
    """(level, column, row) of every tile of the grid."""
    for level, size in enumerate(levels_of(*full)):
        for row in range(-(-size.height // TILE)):
            for column in range(-(-size.width // TILE)):
                yield level, column, row
