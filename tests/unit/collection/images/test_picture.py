"""Originals as pixels: upright, sRGB, eight bits, on paper; whatever the camera or the scanner wrote."""

from __future__ import annotations

from pathlib import Path

import pytest
import pyvips
from PIL import Image, ImageCms

from collection.images.picture import picture_of
from tests.unit.collection.images.pictures import encoded, picture, turned

KINDS = {"JPEG": "jpeg", "PNG": "png", "TIFF": "tiff", "WEBP": "webp", "JPEG2000": "jp2"}


def pixels(data: bytes, kind: str, folder: Path) -> pyvips.Image:
    path = folder / "original"
    path.write_bytes(data)
    found = picture_of(path, KINDS[kind]).copy_memory()
    assert (found.bands, found.format, found.interpretation) == (3, "uchar", "srgb")
    return found


def near(got: list[float], wanted: tuple[int, int, int], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(got, wanted, strict=True))


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (2, 20)), (2, (57, 20)), (3, (57, 20)), (6, (20, 2)), (8, (20, 57))],
)
def test_picture_is_turned_upright(
    kind: str, orientation: int, red_at: tuple[int, int], tmp_path: Path
) -> None:
    found = pixels(turned(orientation, kind), kind, tmp_path)
    assert (found.width, found.height) == ((60, 40) if orientation < 5 else (40, 60))
    assert near(found(*red_at), (200, 30, 30), 20)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA"])
def test_picture_of_every_mode_has_three_bands_of_eight_bits(mode: str, tmp_path: Path) -> None:
    found = pixels(encoded(picture(60, 40, mode=mode), "PNG"), "PNG", tmp_path)
    assert (found.width, found.height) == (60, 40)
    assert found(30, 1)[0] < found(30, 38)[0]  # the slope of grey is still one


def test_picture_reads_cmyk_without_a_profile(tmp_path: Path) -> None:
    found = pixels(encoded(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG"), "JPEG", tmp_path)
    red, green, blue = found(30, 20)
    assert red > 200 and green < 80 and blue < 80


def test_picture_reads_sixteen_bits_by_their_range(tmp_path: Path) -> None:
    found = pixels(encoded(Image.new("I;16", (60, 40), 32768), "PNG"), "PNG", tmp_path)
    assert near(found(30, 20), (128, 128, 128), 3)


def test_picture_reads_jpeg_2000(tmp_path: Path) -> None:
    found = pixels(encoded(picture(), "JPEG2000"), "JPEG2000", tmp_path)
    assert near(found(2, 20), (200, 30, 30)) and near(found(57, 20), (30, 30, 200))


def test_what_is_transparent_lies_on_paper(tmp_path: Path) -> None:
    found = pixels(encoded(Image.new("RGBA", (60, 40), (0, 0, 0, 0)), "PNG"), "PNG", tmp_path)
    assert found(30, 20) == [255, 255, 255]


def test_profile_is_followed_where_it_fits_and_else_left_alone(tmp_path: Path) -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (b"no profile at all", lab, srgb):
        found = pixels(encoded(picture(), "JPEG", icc_profile=profile), "JPEG", tmp_path)
        assert near(found(5, 20), (200, 30, 30), 20)


def test_profile_of_a_wider_colour_space_changes_the_numbers(tmp_path: Path) -> None:
    """libvips ships Display P3: its red lies outside sRGB, so the same numbers mean a stronger red."""
    plain = pyvips.Image.black(60, 40, bands=3).copy(interpretation="srgb").linear(1, [200, 60, 60])
    wide = plain.cast("uchar").icc_transform("p3", input_profile="srgb")
    stored = [round(value) for value in wide(5, 5)]
    path = tmp_path / "wide.png"
    wide.pngsave(str(path))
    assert stored != [200, 60, 60]
    assert near(pixels(path.read_bytes(), "PNG", tmp_path)(5, 5), (200, 60, 60), 3)


def test_picture_that_is_cut_off_raises(tmp_path: Path) -> None:
    data = encoded(picture(600, 400))
    with pytest.raises(pyvips.Error):
        pixels(data[: len(data) // 2], "JPEG", tmp_path)
