"""The file of all tiles of a photograph, each ready encoded: a stored zip with the names of a static IIIF 3 service.

To serve a tile is then to read a range of bytes. The picture is read once from the top, in strips of one row of
tiles; each strip is cut, halved, and half of the next level's strip. Memory holds about two strips at a time.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import BinaryIO, NamedTuple

from collection.images.libvips import give_back, pyvips

TILE = 512  # pixels of a tile's side
QUALITY = 84
BANDS = 3
_THREADS = 2
# Read while the strip before is worked on: all of the next one, unless it is very wide.
_AHEAD_BYTES = 24 * 1024 * 1024
_HALVED_BYTES = 12 * 1024 * 1024  # at a time, by two at once: small portions cost time, large ones memory
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
    give_back()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive,
        ThreadPoolExecutor(_THREADS) as pool,
    ):
        rows, writer = _Rows(picture), _Writer(full, archive, pool)
        for top in range(0, full.height, TILE):
            strip, height = rows.strip(top)
            begun = writer.begin(0, strip, height)
            rows.look_ahead(top + height)  # while others cut and halve
            writer.end(begun)


class _Rows:
    """The rows of a picture, read from the top: a strip to work on, and some of the next one before it is asked for."""

    def __init__(self, picture: pyvips.Image) -> None:
        self._picture = picture
        self._line = picture.width * BANDS
        self._strip = bytearray(min(TILE, picture.height) * self._line)
        # Whole portions only: a loader gives no line twice, and cannot stop in the middle of a block.
        ahead = _AHEAD_BYTES // self._line // _ROWS * _ROWS
        self._ahead = bytearray(min(TILE, ahead) * self._line)
        self._read = 0  # rows that lie in `_ahead`

    def strip(self, top: int) -> tuple[memoryview, int]:
        """(pixels, rows) of the strip that begins at row `top`; good until the next one is asked for."""
        rows = min(TILE, self._picture.height - top)
        self._strip[: self._read * self._line] = memoryview(self._ahead)[: self._read * self._line]
        self._fetch(top + self._read, memoryview(self._strip)[self._read * self._line : rows * self._line])
        self._read = 0
        return memoryview(self._strip)[: rows * self._line], rows

    def look_ahead(self, top: int) -> None:
        """Read rows from `top` on, as many as there is room for."""
        self._read = min(len(self._ahead) // self._line, self._picture.height - top)
        self._fetch(top, memoryview(self._ahead)[: self._read * self._line])

    def _fetch(self, top: int, into: memoryview) -> None:
        """A few rows at a time, written where they are wanted: libvips needs room for those besides."""
        for first in range(0, len(into) // self._line, _ROWS):
            some = min(_ROWS, len(into) // self._line - first)
            part = into[first * self._line : (first + some) * self._line]
            place = pyvips.Image.new_from_memory(part, self._picture.width, some, BANDS, "uchar")
            self._picture.crop(0, top + first, self._picture.width, some).write(place)


class _Begun(NamedTuple):
    """A strip that is being worked on: its tiles by column, and its half in parts."""

    level: int
    tiles: list[Future[bytes]]
    halves: list[Future[bytes]]


class _Writer:
    """What has been read so far: at every level the rows that do not yet make a strip."""

    def __init__(self, full: Level, archive: zipfile.ZipFile, pool: ThreadPoolExecutor) -> None:
        self.full = full
        self.levels = levels_of(*full)
        self.archive = archive
        self.pool = pool
        self.done = [0] * len(self.levels)  # strips written
        self.waiting = [bytearray() for _level in self.levels]

    def begin(self, level: int, strip: Pixels, rows: int) -> _Begun:
        """Have one strip (a whole row of tiles, or the last one) cut and halved."""
        width = self.levels[level].width
        image = pyvips.Image.new_from_memory(strip, width, rows, BANDS, "uchar").copy(interpretation="srgb")

        def encoded(column: int) -> bytes:
            x = column * TILE
            tile = image.crop(x, 0, min(TILE, width - x), rows)
            data: bytes = tile.jpegsave_buffer(Q=QUALITY, keep="none")
            return data

        tiles = [self.pool.submit(encoded, column) for column in range(-(-width // TILE))]
        halves = []
        if level + 1 < len(self.levels):
            pixels, line = memoryview(strip), width * BANDS
            portion = max(2, _HALVED_BYTES // line // 2 * 2)  # an even number of rows
            for top in range(0, rows, portion):
                some = min(portion, rows - top)
                halves.append(self.pool.submit(halved, pixels[top * line : (top + some) * line], width, some))
        return _Begun(level, tiles, halves)

    def end(self, begun: _Begun) -> None:
        """Write the tiles of a strip, and go on with the next level where a strip of it is whole."""
        level = begun.level
        for column, tile in enumerate(begun.tiles):
            name = tile_name(self.full, level, column, self.done[level])
            if name not in self.archive.NameToInfo:  # the same last pixel of two levels has one address
                self.archive.writestr(zipfile.ZipInfo(name), tile.result())
        self.done[level] += 1
        if not begun.halves:
            return
        for half in begun.halves:
            self.waiting[level + 1] += half.result()
        line = self.levels[level + 1].width * BANDS
        if (
            self.done[level] * TILE >= self.levels[level].height
            or len(self.waiting[level + 1]) == TILE * line
        ):
            strip, self.waiting[level + 1] = self.waiting[level + 1], bytearray()
            self.end(self.begin(level + 1, strip, len(strip) // line))


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
