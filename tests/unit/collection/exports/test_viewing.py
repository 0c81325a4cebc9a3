"""How a photograph is looked at: direction, centimetres, pieces of a long picture, sizes to take home."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.exports.viewing import (
    Measure,
    is_long,
    pieces_of,
    reading_direction,
    sizes_to_take,
    width_in_cm,
)
from collection.images.pyramid import TILE, Level, levels_of, tile_name

WIDTH = Measure("width", Decimal("379"), "mm", "")


@pytest.mark.parametrize(
    ("chosen", "silhouette", "region", "direction"),
    [
        ("", "handscroll", "east-asia", "right-to-left"),
        ("", "handscroll", "europe", "left-to-right"),
        ("", "handscroll", "", "left-to-right"),
        ("", "hanging-scroll", "east-asia", "left-to-right"),
        ("left-to-right", "handscroll", "east-asia", "left-to-right"),
        ("right-to-left", "manuscript", "west-asia", "right-to-left"),
        ("top-to-bottom", "handscroll", "east-asia", "top-to-bottom"),
    ],
)
def test_direction_is_the_museums_else_that_of_the_scrolls_of_its_region(
    chosen: str, silhouette: str, region: str, direction: str
) -> None:
    assert reading_direction(chosen, silhouette, region) == direction


@pytest.mark.parametrize(
    ("shown", "view", "silhouette", "measures", "cm"),
    [
        (Decimal("12.5"), "detail", "vase", [], Decimal("12.5")),
        (Decimal("12.5"), "recto", "print", [WIDTH], Decimal("12.5")),
        (None, "recto", "print", [WIDTH], Decimal("37.9")),
        (None, "", "handscroll", [Measure("width", Decimal("11.61"), "m", "")], Decimal("1161")),
        (None, "detail", "print", [WIDTH], None),
        (None, "recto", "vase", [WIDTH], None),
        (None, "recto", "print", [WIDTH._replace(part="frame")], None),
        (None, "recto", "print", [WIDTH, WIDTH._replace(value=Decimal(400))], None),
        (None, "recto", "print", [Measure("height", Decimal(25), "cm", "")], None),
        (None, "recto", "print", [WIDTH, Measure("weight", Decimal(2), "kg", "")], Decimal("37.9")),
    ],
)
def test_width_is_said_by_the_museum_else_that_of_a_flat_work_seen_whole(
    shown: Decimal | None, view: str, silhouette: str, measures: list[Measure], cm: Decimal | None
) -> None:
    assert width_in_cm(shown, view, silhouette, measures) == cm


def test_long_is_more_than_four_times_as_wide_as_high() -> None:
    assert [is_long(*size) for size in ((50190, 1726), (4001, 1000), (4000, 1000), (1000, 5000))] == [
        True,
        True,
        False,
        False,
    ]


def test_pieces_of_the_scroll_are_read_from_the_right() -> None:
    found = pieces_of(50190, 1726, "right-to-left")
    assert (len(found), sum(piece.width for piece in found)) == (25, 12548)
    assert found[0] == ("49152,0,1038,1726", 260, 432)
    assert found[-1] == ("0,0,2048,1726", 512, 432)
    assert pieces_of(50190, 1726, "left-to-right") == found[::-1]


@given(height=st.integers(1, 2000), times=st.integers(5, 60), rest=st.integers(0, 999))
def test_every_piece_is_a_ready_tile(height: int, times: int, rest: int) -> None:
    width = height * times + rest
    level = next(n for n, size in enumerate(levels_of(width, height)) if size.height <= TILE)
    for column, piece in enumerate(pieces_of(width, height, "left-to-right")):
        address = f"{piece.region}/{piece.width},{piece.height}/0/default.jpg"
        assert address == tile_name(Level(width, height), level, column, 0)


@pytest.mark.parametrize(
    ("extent", "largest", "sizes"),
    [
        ((3867, 2644), (3867, 2644), [(967, 661), (1934, 1322), (3867, 2644)]),
        ((970, 665), (970, 665), [(970, 665)]),
        ((1300, 900), (1300, 900), [(650, 450), (1300, 900)]),
        ((50190, 1726), (16383, 563), [(3137, 108), (6274, 216), (16383, 563)]),
    ],
)
def test_sizes_to_take_are_levels_and_the_largest_answer(
    extent: tuple[int, int], largest: tuple[int, int], sizes: list[tuple[int, int]]
) -> None:
    assert sizes_to_take(largest, levels_of(*extent)) == sizes
