"""Plates as pixels: the asked width, the same bytes for the same drawing, something on them, and no letters."""

import io

import pytest
from PIL import Image, ImageChops

from collection.images.plate_palette import GROUND
from collection.images.plate_raster import plate_pixels
from collection.images.plates import SILHOUETTES, PlateSpec, plate_size, plate_svg

PLATE = plate_svg(PlateSpec("vase", "lotus-scroll", "porcelain", "4f2k8m", "花瓶 <vase>"))


def opened(svg: str, width: int) -> Image.Image:
    return Image.open(io.BytesIO(plate_pixels(svg, width))).convert("RGB")


@pytest.mark.parametrize("width", [1, 64, 340, 1500])
def test_pixels_have_the_width_asked_for_and_the_height_that_goes_with_it(width: int) -> None:
    picture = opened(PLATE, width)
    wide, high = plate_size("vase")
    assert picture.width == width
    assert abs(picture.height - width * high / wide) < 1.5


def test_pixels_lie_on_the_ground_and_are_opaque() -> None:
    picture = Image.open(io.BytesIO(plate_pixels(PLATE, 340)))
    assert picture.format == "PNG"
    assert picture.convert("RGBA").getextrema()[3] == (255, 255)
    assert "#{:02x}{:02x}{:02x}".format(*picture.convert("RGB").getpixel((2, 2))) == GROUND


def test_pixels_are_the_same_for_the_same_drawing() -> None:
    assert plate_pixels(PLATE, 200) == plate_pixels(PLATE, 200)


@pytest.mark.parametrize("name", sorted(SILHOUETTES))
def test_pixels_of_every_silhouette_fill_a_fair_part_of_the_plate_and_stay_within_it(name: str) -> None:
    picture = opened(plate_svg(PlateSpec(name, "acanthus", "bronze", "4f2k8m")), 160)
    ground = picture.getpixel((0, 0))
    drawn = ImageChops.difference(picture, Image.new("RGB", picture.size, ground)).convert("L")
    share = sum(drawn.histogram()[1:]) / (picture.width * picture.height)
    assert 0.08 < share < 0.97
    inside = picture.convert("L").getextrema()
    assert inside[1] - inside[0] > 60


def test_what_is_no_svg_is_refused() -> None:
    with pytest.raises(ValueError, match="SVG"):
        plate_pixels("<p>no</p>", 100)
