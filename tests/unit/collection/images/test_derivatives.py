"""Small copies: sizes, formats, and nothing of the camera in them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import pyvips
from PIL import Image

from collection.images.derivatives import FORMATS, Extent, copies, dominant_colour, extents_of
from collection.images.picture import picture_of
from tests.unit.collection.images.pictures import turned


@pytest.mark.parametrize(
    ("size", "wanted"),
    [
        ((4000, 2000), [(320, 320, 160), (640, 640, 320), (1280, 1280, 640), (1920, 1920, 960)]),
        ((500, 300), [(320, 320, 192), (640, 500, 300)]),
        ((60, 40), [(320, 60, 40)]),
        # a hanging scroll is at most four times as high as its name says, a handscroll at most three times as wide
        ((100, 5900), [(320, 22, 1280), (640, 43, 2560), (1280, 87, 5120), (1920, 100, 5900)]),
        ((50190, 1726), [(320, 960, 33), (640, 1920, 66), (1280, 3840, 132), (1920, 5760, 198)]),
    ],
)
def test_extents_keep_the_shape_and_never_enlarge(
    size: tuple[int, int], wanted: list[tuple[int, int, int]]
) -> None:
    assert extents_of(*size) == [Extent(*each) for each in wanted]


@pytest.mark.parametrize("form", FORMATS)
def test_copies_have_their_size_their_format_and_no_metadata(form: str, tmp_path: Path) -> None:
    path = tmp_path / "original"
    path.write_bytes(turned(1, "JPEG", 1500, 1000))
    assert b"Secret camera" in path.read_bytes()
    picture = picture_of(path, "jpeg").copy_memory()
    extents = extents_of(1500, 1000)
    found = dict(copies(picture, extents, form))
    assert list(found) == sorted(extents, key=lambda one: -one.width)
    for extent, data in found.items():
        assert b"Secret camera" not in data
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.size) == (form.upper(), (extent.width, extent.height))
            assert not image.getexif() and "icc_profile" not in image.info


def test_dominant_colour_is_the_most_frequent() -> None:
    blue = pyvips.Image.black(30, 100, bands=3).linear(1, [30, 30, 200])
    red = pyvips.Image.black(70, 100, bands=3).linear(1, [200, 30, 30])
    image = blue.join(red, "horizontal").cast("uchar").copy(interpretation="srgb")
    assert dominant_colour(image) == "#c81e1e"
