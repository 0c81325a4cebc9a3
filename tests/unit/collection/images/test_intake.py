"""The door for photographs: what comes in is measured, what is no photograph is told why."""

from __future__ import annotations

import hashlib
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from collection.images.intake import Inspected, Limits, Refused, inspect
from tests.unit.collection.images.pictures import empty_zip, encoded, file, picture, turned

NOT_A_PHOTOGRAPH = (
    "This is not a photograph we can read. Send a JPEG, PNG, TIFF, WebP, AVIF or JPEG 2000 file."
)
MORE_THAN_ONE = "The file holds more than a photograph. Save the picture anew and send that."
DAMAGED = "The photograph is damaged or cut off. Export it anew and send that."
MOVING = "This is a moving picture. Send one still photograph."
KINDS = ["JPEG", "PNG", "TIFF", "WEBP", "AVIF", "JPEG2000"]
NAMES = {"JPEG2000": "jp2"}


@pytest.mark.parametrize("kind", KINDS)
def test_inspect_measures(kind):
    data = encoded(picture(), kind)
    upload = file(data)
    assert inspect(upload) == Inspected(
        NAMES.get(kind, kind.lower()), 60, 40, hashlib.sha256(data).hexdigest(), len(data)
    )
    assert upload.tell() == 0


@pytest.mark.parametrize("kind", ["JPEG", "TIFF", "WEBP", "PNG"])
def test_inspect_measures_as_shown(kind):
    found = inspect(file(turned(6, kind)))
    assert (found.width, found.height) == (40, 60)


@pytest.mark.parametrize("mode", ["L", "CMYK", "P", "1", "LA", "RGBA", "I;16"])
def test_inspect_takes_every_mode_of_colour(mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    assert inspect(file(encoded(picture(mode=mode), kind))).width == 60


def moving(kind: str) -> bytes:
    return encoded(picture(), kind, save_all=True, append_images=[picture(mode="L").convert("RGB")])


def gif() -> bytes:
    return encoded(picture(), "GIF")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"\x00" * 100, NOT_A_PHOTOGRAPH),
        (b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", NOT_A_PHOTOGRAPH),
        (b"<!doctype html><script>alert(1)</script>", NOT_A_PHOTOGRAPH),
        (b"%PDF-1.7", NOT_A_PHOTOGRAPH),
        (b"PK\x03\x04", NOT_A_PHOTOGRAPH),
        (gif(), NOT_A_PHOTOGRAPH),
        (b"\xff\xd8\xff", DAMAGED),
        (b"\x89PNG\r\n\x1a\n", DAMAGED),
        (b"II*\x00", DAMAGED),
        (b"RIFF\x04\x00\x00\x00WEBP", DAMAGED),
        (b"\x00\x00\x00\x14ftypavif\x00\x00\x00\x00avif", DAMAGED),
        (moving("WEBP"), MOVING),
        (moving("PNG"), MOVING),
        (moving("AVIF"), MOVING),
        (moving("TIFF"), "This TIFF file has several pages. Send one photograph a file."),
        (encoded(picture(610, 10)), "The picture is 610 × 10, more than 60 times as long as wide."),
        (encoded(picture(10, 610)), "The picture is 10 × 610, more than 60 times as long as wide."),
    ],
)
def test_inspect_refuses(data, sentence):
    with pytest.raises(Refused) as refusal:
        inspect(file(data))
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("kind", KINDS)
def test_inspect_refuses_an_archive_behind_the_picture(kind):
    with pytest.raises(Refused, match="holds more than a photograph"):
        inspect(file(encoded(picture(), kind) + b"PK\x03\x04 secret " + empty_zip()))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "JPEG2000"])
def test_inspect_refuses_a_page_behind_the_picture(kind):
    with pytest.raises(Refused, match="holds more than a photograph"):
        inspect(file(encoded(picture(), kind) + b"<script>alert(1)</script>"))


def test_inspect_refuses_a_page_within_the_picture():
    with pytest.raises(Refused, match="holds more than a photograph"):
        inspect(file(encoded(picture(), "JPEG", comment=b"<script>alert(1)</script>")))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "JPEG2000"])
def test_inspect_forgives_padding(kind):
    assert inspect(file(encoded(picture(), kind) + b"\x00" * 64)).width == 60


def test_inspect_takes_what_photoshop_writes():
    plist = b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN">'
    assert inspect(file(encoded(picture(), "JPEG", comment=plist))).width == 60


def test_inspect_takes_a_tiff_with_smaller_copies_of_itself():
    small = picture(30, 20)
    small.encoderinfo = {"tiffinfo": {254: 1}}
    assert inspect(file(encoded(picture(), "TIFF", save_all=True, append_images=[small]))).width == 60


@pytest.mark.parametrize("kind", KINDS)
def test_inspect_refuses_what_is_cut_off(kind):
    noise = Image.effect_noise((120, 90), 90).convert("RGB")
    data = encoded(noise, kind)
    with pytest.raises(Refused):
        inspect(file(data[: len(data) * 2 // 3]))


def test_inspect_refuses_what_is_too_large():
    data = encoded(picture(400, 300), "PNG")
    with pytest.raises(Refused, match=r"larger than 0\.00[0-9]+ MB"):
        inspect(file(data), Limits(bytes=len(data) - 1))
    with pytest.raises(Refused, match="more than 0 million pixels"):
        inspect(file(data), Limits(pixels=119_999))
    assert inspect(file(data), Limits(bytes=len(data), pixels=120_000)).height == 300


def test_inspect_reads_no_farther_than_the_limit():
    class Endless(io.RawIOBase):
        given = 0

        def seek(self, *_where):
            return 0

        def read(self, count=-1):
            self.given += count
            return b"\xff\xd8\xff" + b"\x00" * (count - 3)

    upload = Endless()
    with pytest.raises(Refused, match="larger than 3 MB"):
        inspect(upload, Limits(bytes=3 * 1024 * 1024))
    assert upload.given == 4 * 1024 * 1024


def test_inspect_refuses_a_bomb_before_it_decodes():
    bomb = encoded(Image.new("1", (19_000, 19_000)), "PNG")
    assert len(bomb) < 100_000
    with pytest.raises(Refused, match="There is nothing in this picture"):
        inspect(file(bomb))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.data())
def test_inspect_of_damaged_files_measures_or_refuses_and_nothing_else(kind, data):
    content = bytearray(encoded(picture(), kind))
    for _ in range(data.draw(st.integers(1, 6))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    content = content[: data.draw(st.integers(0, len(content)))] if data.draw(st.booleans()) else content
    try:
        assert inspect(file(bytes(content)), Limits(pixels=10_000_000)).size == len(content)
    except Refused as refusal:
        assert str(refusal)
