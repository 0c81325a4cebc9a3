"""Addresses of the IIIF Image API: what they mean, and what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collection.images.iiif_request import BadRequest, Limits, Region, Size, parse, region_of, size_of

WHOLE = Size(1000, 600)
LIMITS = Limits(2000, 1_500_000)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("full", (0, 0, 1000, 600)),
        ("square", (200, 0, 600, 600)),
        ("10,20,30,40", (10, 20, 30, 40)),
        ("900,500,400,400", (900, 500, 100, 100)),
        ("pct:10,10,50,50", (100, 60, 500, 300)),
        ("pct:41.6,7.5,40,70", (416, 45, 400, 420)),
    ],
)
def test_region(text: str, wanted: tuple[int, ...]) -> None:
    assert region_of(text, WHOLE) == Region(*wanted)


@pytest.mark.parametrize(
    "text",
    ["", "fulls", "1,2,3", "1,2,3,x", "-1,0,10,10", "1000,0,10,10", "0,600,10,10", "0,0,0,10", "pct:0,0,0,0",
     "pct:1e2,0,10,10", "0,0,10,10,10", "pct:-1,0,10,10", "1.5,0,10,10"],
)  # fmt: skip
def test_region_that_is_refused(text: str) -> None:
    with pytest.raises(BadRequest):
        region_of(text, WHOLE)


@pytest.mark.parametrize(
    ("text", "version", "wanted"),
    [
        ("max", 3, (1000, 600)),
        ("full", 2, (1000, 600)),
        ("max", 2, (1000, 600)),
        ("^max", 3, (1581, 948)),
        ("500,", 3, (500, 300)),
        (",300", 3, (500, 300)),
        ("pct:50", 3, (500, 300)),
        ("^pct:150", 3, (1500, 900)),
        ("200,200", 3, (200, 200)),
        ("!200,200", 3, (200, 120)),
        ("!3000,3000", 3, (1000, 600)),
        ("^!1500,1500", 3, (1500, 900)),
        ("1,", 3, (1, 1)),
    ],
)
def test_size(text: str, version: int, wanted: tuple[int, int]) -> None:
    assert size_of(text, Region(0, 0, *WHOLE), LIMITS, version) == Size(*wanted)


@pytest.mark.parametrize(
    ("text", "version"),
    [("full", 3), ("", 3), (",", 3), ("0,", 3), ("1001,", 3), ("^3000,", 3), ("pct:0", 3), ("pct:101", 3), ("!200,", 3),
     ("abc,", 3), ("^500,", 2), ("^max", 2), ("1001,", 2), ("-5,", 3), ("^^max", 3), ("!^5,5", 3), ("pct:", 3)],
)  # fmt: skip
def test_size_that_is_refused(text: str, version: int) -> None:
    with pytest.raises(BadRequest):
        size_of(text, Region(0, 0, *WHOLE), LIMITS, version)


@pytest.mark.parametrize(
    ("parts", "version", "canonical"),
    [
        (("full", "max", "0", "default.jpg"), 3, "full/max/0/default.jpg"),
        (("0,0,1000,600", "1000,600", "0", "default.jpg"), 3, "full/max/0/default.jpg"),
        (("full", "500,", "360", "color.png"), 3, "full/500,300/0/color.png"),
        (("pct:0,0,50,50", "^1000,", "!22.50", "gray.webp"), 3, "0,0,500,300/^1000,600/!22.5/gray.webp"),
        (("full", ",300", "0", "default.jpg"), 2, "full/500,/0/default.jpg"),
        (("full", "200,200", "0", "default.jpg"), 2, "full/200,200/0/default.jpg"),
        (("full", "full", "90", "bitonal.png"), 2, "full/full/90/bitonal.png"),
    ],
)
def test_canonical_address(parts: tuple[str, str, str, str], version: int, canonical: str) -> None:
    assert parse(parts, WHOLE, LIMITS, version).canonical == canonical


@pytest.mark.parametrize(
    "last", ["default", "default.", "jpg", "native.jpg", "default.gif", "default.jp2", ".jpg"]
)
def test_quality_and_format_that_are_refused(last: str) -> None:
    with pytest.raises(BadRequest):
        parse(("full", "max", "0", last), WHOLE, LIMITS, 3)


@pytest.mark.parametrize("rotation", ["", "!", "361", "-90", "a", "1e1", "nan", "0!"])
def test_rotation_that_is_refused(rotation: str) -> None:
    with pytest.raises(BadRequest):
        parse(("full", "max", rotation, "default.jpg"), WHOLE, LIMITS, 3)


def test_format_that_cannot_hold_a_side_is_refused() -> None:
    wide, room = Size(40_000, 10), Limits(65_535, 12_000_000)
    with pytest.raises(BadRequest, match="16383"):
        parse(("full", "max", "0", "default.webp"), wide, room, 3)
    assert parse(("full", "max", "0", "default.jpg"), wide, room, 3).size == wide


@given(
    st.text(max_size=30),
    st.text(max_size=30),
    st.text(max_size=10),
    st.text(max_size=20),
    st.sampled_from([2, 3]),
)
def test_any_address_is_understood_or_refused(
    region: str, size: str, rotation: str, last: str, version: int
) -> None:
    try:
        parse((region, size, rotation, last), WHOLE, LIMITS, version)
    except BadRequest as refusal:
        assert str(refusal)


@given(
    st.tuples(*[st.integers(0, 1200)] * 4),
    st.sampled_from(["max", "^max", "{0},", ",{1}", "pct:{0}", "!{0},{1}", "^{0},{1}", "^!{0},{1}"]),
    st.integers(1, 3000),
    st.integers(1, 3000),
)
def test_answer_never_passes_the_limits_and_its_canonical_address_means_the_same(
    region: tuple[int, int, int, int], size: str, width: int, height: int
) -> None:
    parts = (",".join(map(str, region)), size.format(width, height), "0", "default.jpg")
    try:
        found = parse(parts, WHOLE, LIMITS, 3)
    except BadRequest:
        return
    assert max(found.size) <= LIMITS.side and found.size.width * found.size.height <= LIMITS.area
    assert min(found.size) >= 1
    again = found.canonical.split("/")
    assert parse((again[0], again[1], again[2], again[3]), WHOLE, LIMITS, 3) == found
