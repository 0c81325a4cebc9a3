"""The file of tiles: complete, at the places a IIIF client computes, and showing what the picture shows."""

from __future__ import annotations

import io
import zipfile
from array import array

import pytest
import pyvips
from hypothesis import example, given, settings
from hypothesis import strategies as st

from collection.images.pyramid import TILE, Level, halved, levels_of, tile_name, tiles_of, write_pyramid
from collection.images.tiles import Box, Tiles


class Memory:
    """Ranges of bytes in memory; says what was read."""

    def __init__(self, data: bytes) -> None:
        self.data, self.size, self.reads = data, len(data), array("Q")

    def read(self, offset: int, length: int) -> bytes:
        self.reads.append(length)
        return self.data[offset : offset + length]


def slope(width: int, height: int) -> pyvips.Image:
    """Red grows to the right, green downwards: every pixel says where it is. Neighbours differ little, since JPEG mixes
    their colours."""
    across = pyvips.Image.xyz(width, height)
    red, green = across[0] * (255 / max(width - 1, 63)), across[1] * (255 / max(height - 1, 63))
    return red.bandjoin([green, red * 0 + 90]).cast("uchar").copy(interpretation="srgb")


def built(picture: pyvips.Image) -> Tiles:
    file = io.BytesIO()
    write_pyramid(picture, file)
    return Tiles(Memory(file.getvalue()), Level(picture.width, picture.height))


def test_levels_halve_and_round_up_to_one_tile() -> None:
    assert levels_of(50190, 1726)[:3] == [(50190, 1726), (25095, 863), (12548, 432)]
    assert levels_of(50190, 1726)[-1] == (393, 14)
    assert levels_of(512, 512) == [(512, 512)]
    assert levels_of(513, 1) == [(513, 1), (257, 1)]


def test_tile_names_are_canonical_addresses_of_iiif() -> None:
    full = Level(1300, 700)
    assert tile_name(full, 0, 0, 0) == "0,0,512,512/512,512/0/default.jpg"
    assert tile_name(full, 0, 2, 1) == "1024,512,276,188/276,188/0/default.jpg"
    assert tile_name(full, 1, 1, 0) == "1024,0,276,700/138,350/0/default.jpg"


@settings(max_examples=12, deadline=None)
@given(st.integers(1, 1600), st.integers(1, 1600))
@example(1025, 1025)  # its last pixel is a tile of two levels
@example(1, 2)
def test_every_tile_is_there_and_shows_its_place(width: int, height: int) -> None:
    whole = slope(width, height)
    tiles = built(whole)
    for level, column, row in tiles_of(Level(width, height)):
        size, side = tiles.levels[level], TILE << level
        x, y = column * side, row * side
        picture = pyvips.Image.jpegload_buffer(tiles.read(*tiles.place(level, column, row)))
        assert (picture.width, picture.height) == (
            min(TILE, size.width - column * TILE),
            min(TILE, size.height - row * TILE),
        )
        place = whole.crop(x, y, min(side, width - x), min(side, height - y))
        for band in range(3):
            assert abs(picture[band].avg() - place[band].avg()) <= 6


def test_file_holds_the_tiles_and_nothing_else() -> None:
    file = io.BytesIO()
    write_pyramid(slope(1300, 700), file)
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        assert sorted(archive.namelist()) == sorted(
            tile_name(Level(1300, 700), *place) for place in tiles_of(Level(1300, 700))
        )
        assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_serving_a_tile_reads_its_bytes_only() -> None:
    tiles = built(slope(1300, 700))
    memory = tiles._ranges
    assert isinstance(memory, Memory)
    del memory.reads[:]
    data = tiles.read(*tiles.place(0, 1, 1))
    assert list(memory.reads) == [len(data)]


def test_halved_is_the_mean_of_four_and_counts_the_last_twice() -> None:
    rows = [[0, 2, 8], [4, 6, 8], [1, 3, 255]]
    strip = bytes(value for row in rows for value in row for _band in range(3))
    assert halved(strip, 3, 3)[::3] == bytes([3, 8, 2, 255])


def test_pixels_of_a_box_are_put_together_without_seams() -> None:
    picture = slope(1600, 1100)
    box = Box(300, 400, 900, 500)
    found = built(picture).pixels(0, box)
    assert (found.width, found.height) == (900, 500)
    assert (found - picture.crop(*box)).abs().max() <= 12


def test_picture_that_ends_early_raises(tmp_path: object) -> None:
    data = slope(900, 900).jpegsave_buffer()
    cut_off = pyvips.Image.jpegload_buffer(data[: len(data) // 2], access="sequential", fail_on="truncated")
    with pytest.raises(pyvips.Error):
        write_pyramid(cut_off, io.BytesIO())


def test_file_of_another_picture_is_not_taken() -> None:
    file = io.BytesIO()
    write_pyramid(slope(600, 600), file)
    with pytest.raises(KeyError):
        Tiles(Memory(file.getvalue()), Level(2000, 600))
    with pytest.raises(zipfile.BadZipFile):
        Tiles(Memory(b"no zip"), Level(600, 600))
