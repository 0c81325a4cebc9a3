"""Small copies: sizes, orientation, colours, and nothing of the camera in them."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageCms

from collection.images.derivatives import derive, dominant_colour
from tests.unit.collection.images.pictures import encoded, file, picture, turned


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def near(colour: tuple[int, ...], wanted: tuple[int, int, int], by: int = 12) -> bool:
    return all(abs(got - want) <= by for got, want in zip(colour, wanted, strict=True))


def test_derive_makes_three_sizes_in_two_formats():
    upload = file(encoded(picture(2000, 1000)))
    found = derive(upload)
    assert [(copy.nominal, copy.width, copy.height) for copy in found.copies] == [
        (320, 320, 160),
        (640, 640, 320),
        (1280, 1280, 640),
    ]
    for copy in found.copies:
        assert (opened(copy.jpeg).format, opened(copy.jpeg).size) == ("JPEG", (copy.width, copy.height))
        assert (opened(copy.webp).format, opened(copy.webp).size) == ("WEBP", (copy.width, copy.height))
    assert upload.tell() == 0


def test_derive_never_enlarges():
    found = derive(file(encoded(picture(500, 300))))
    assert [(copy.nominal, copy.width) for copy in found.copies] == [(320, 320), (640, 500)]
    assert [(copy.nominal, copy.width) for copy in derive(file(encoded(picture(60, 40)))).copies] == [
        (320, 60)
    ]


def test_derive_keeps_a_hanging_scroll_within_bounds():
    assert [(copy.width, copy.height) for copy in derive(file(encoded(picture(100, 5900)))).copies] == [
        (22, 1280),
        (44, 2560),
        (87, 5120),
    ]


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("orientation", "red_at"),
    [(1, (2, 20)), (2, (57, 20)), (3, (57, 20)), (6, (20, 2)), (8, (20, 57))],
)
def test_derive_turns_upright(kind, orientation, red_at):
    small = opened(derive(file(turned(orientation, kind))).copies[0].jpeg)
    assert small.size == ((60, 40) if orientation < 5 else (40, 60))
    assert near(small.getpixel(red_at), (200, 30, 30), 20)


def test_derive_turns_upright_what_it_had_to_reduce():
    found = derive(file(turned(6, "TIFF", 3000, 2000)), widths=(100,))
    assert (found.copies[0].width, found.copies[0].height) == (100, 150)
    assert near(opened(found.copies[0].jpeg).getpixel((50, 10)), (200, 30, 30), 20)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_derive_leaves_nothing_of_the_camera(kind):
    source = turned(1, kind)
    assert b"Secret camera" in source
    copy = derive(file(source)).copies[0]
    for data in (copy.jpeg, copy.webp):
        assert b"Secret camera" not in data
        assert not opened(data).getexif()
        assert "icc_profile" not in opened(data).info


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "RGBA", "I;16", "I", "F"])
@pytest.mark.parametrize("size", [(60, 40), (3000, 2000)])
def test_derive_takes_every_mode_of_colour(mode, size):
    kind = "TIFF" if mode in ("I", "F") else "PNG"
    copy = derive(file(encoded(picture(*size, mode=mode), kind)), widths=(64,)).copies[0]
    assert opened(copy.jpeg).mode == "RGB"


def test_derive_reads_cmyk():
    copy = derive(file(encoded(Image.new("CMYK", (60, 40), (0, 255, 255, 0)), "JPEG"))).copies[0]
    assert near(opened(copy.jpeg).getpixel((30, 20)), (255, 0, 0), 4)


def test_derive_reads_sixteen_bits_by_their_range():
    grey = Image.new("I;16", (60, 40), 32768)
    copy = derive(file(encoded(grey, "PNG"))).copies[0]
    assert near(opened(copy.jpeg).getpixel((30, 20)), (127, 127, 127), 3)


def test_derive_lays_what_is_transparent_on_paper():
    clear = Image.new("RGBA", (60, 40), (0, 0, 0, 0))
    copy = derive(file(encoded(clear, "PNG"))).copies[0]
    assert near(opened(copy.jpeg).getpixel((30, 20)), (255, 255, 255), 2)


def test_derive_converts_by_the_profile():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    xyz = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    broken = derive(file(encoded(picture(), "JPEG", icc_profile=b"no profile at all"))).copies[0]
    unfit = derive(file(encoded(picture(), "JPEG", icc_profile=lab))).copies[0]
    fit = derive(file(encoded(picture(), "JPEG", icc_profile=xyz))).copies[0]
    for copy in (broken, unfit, fit):
        assert near(opened(copy.jpeg).getpixel((5, 20)), (200, 30, 30), 20)


def test_dominant_colour_is_the_most_frequent():
    image = Image.new("RGB", (100, 100), (200, 30, 30))
    image.paste((30, 30, 200), (0, 0, 30, 100))
    assert dominant_colour(image) == "#c81e1e"
    assert derive(file(encoded(image, "PNG"))).dominant_colour == "#c81e1e"
