"""More than two hundred bad files give as many refusals in a sentence, and nothing that is damaged gives anything else."""

from __future__ import annotations

import hashlib
import io
import random
import struct
import zipfile
import zlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from collection.images.intake import Limits, Refused, inspect
from tests.unit.collection.images.pictures import empty_zip, encoded, file, picture
from tests.unit.collection.images.samples import SIZE, sound

NOT_ONE = "This is not a photograph we can read. Send a JPEG, PNG, TIFF, WebP, AVIF or JPEG 2000 file."
MORE = "The file holds more than a photograph. Save the picture anew and send that."
DAMAGED = "The photograph is damaged or cut off. Export it anew and send that."
MOVING = "This is a moving picture. Send one still photograph."
PAGES = "This TIFF file has several pages. Send one photograph a file."
NOTHING = "There is nothing in this picture."
TOO_MANY = "The picture has more than 400 million pixels."
AT_ONCE = (
    "The picture has more than 120 million pixels. "
    "Save it as a TIFF, or as a JPEG that is not progressive: those are taken larger."
)
HEIC = "HEIC photographs cannot be read here. Export the picture as JPEG or TIFF and send that."
CHANNELS = "The picture has more channels than a photograph. Save it as RGB, grey or CMYK."
Bad = tuple[str, bytes, str]  # name, file, the sentence that refuses it


def truncated() -> Iterator[Bad]:
    """Every kind of file, cut off at every tenth, and one byte before its end where that byte counts."""
    for name, data in sound().items():
        for tenth in range(1, 10):
            yield f"{name} cut at {tenth}/10", data[: len(data) * tenth // 10], DAMAGED


def png(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG whose header promises these sizes, with ten bytes of picture."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b"\0" * 10))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG whose header promises these sizes."""
    data = bytearray(encoded(picture(), "JPEG"))
    at = data.index(b"\xff\xc0")
    data[at + 5 : at + 9] = struct.pack(">HH", height, width)
    return bytes(data)


def tiff_of(width: int, height: int, samples: int = 1) -> bytes:
    """A TIFF of one empty strip."""
    tags = [(256, 4, width), (257, 4, height), (258, 3, 8), (259, 3, 1), (262, 3, 1), (273, 4, 8)]
    tags += [(277, 3, samples), (278, 4, height), (279, 4, min(width * height * samples, 2**32 - 1))]
    strip = b"\0" * min(width * height * samples, 90_000)
    entries = b"".join(struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in tags)
    return (
        struct.pack("<2sHI", b"II", 42, 8 + len(strip))
        + strip
        + struct.pack("<H", len(tags))
        + entries
        + b"\0" * 4
    )


def bombs() -> Iterator[Bad]:
    yield "png of 361 million black bits", encoded(Image.new("1", (19_000, 19_000)), "PNG"), NOTHING
    black = Image.new("L", (4_700, 4_700))
    yield "tiff of 22 million black pixels", encoded(black, "TIFF", compression="tiff_adobe_deflate"), NOTHING
    yield "jp2 of 22 million black pixels", encoded(black, "JPEG2000"), NOTHING
    yield "png that promises 10¹² pixels", png(1_000_000, 1_000_000), TOO_MANY
    yield "png that promises 2³¹ rows", png(1, 2**31 - 1), DAMAGED
    yield "jpeg that promises 65,000 × 65,000", jpeg_of(65_000, 65_000), TOO_MANY
    yield "jpeg that promises 400 million", jpeg_of(19_990, 19_990), NOTHING
    yield "tiff that promises 10 billion", tiff_of(100_000, 100_000), TOO_MANY
    yield "tiff with its strip missing", tiff_of(4_000, 4_000), DAMAGED
    yield "tiff of eleven channels", tiff_of(60, 60, 11), CHANNELS
    yield (
        "a thread",
        encoded(picture(610, 10)),
        "The picture is 610 × 10, more than 60 times as long as wide.",
    )
    yield "a hair", encoded(picture(10, 610)), "The picture is 10 × 610, more than 60 times as long as wide."
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("photo.jpg", b"\0" * 10_000_000)
    yield "a zip of ten million noughts", bomb.getvalue(), NOT_ONE


def fake_headers() -> Iterator[Bad]:
    """The first bytes of a picture, and then none; or those of something else."""
    grain = random.Random(1).randbytes(3000)
    heads = {
        "jpeg": b"\xff\xd8\xff\xe0", "png": b"\x89PNG\r\n\x1a\n", "tiff little": b"II*\x00", "tiff big": b"MM\x00*",
        "bigtiff": b"II+\x00\x08\x00\x00\x00", "webp": b"RIFF\xff\xff\x00\x00WEBPVP8 ", "jp2": b"\x00\x00\x00\x0cjP  \r\n\x87\n",
        "codestream": b"\xff\x4f\xff\x51", "avif": b"\x00\x00\x00\x14ftypavif\x00\x00\x00\x00avif",
    }  # fmt: skip
    for name, head in heads.items():
        yield f"{name}, nothing else", head, DAMAGED
        yield f"{name} and noughts", head + b"\0" * 3000, DAMAGED
        if name in ("jpeg", "png", "tiff little", "tiff big", "bigtiff"):
            yield f"{name} and grain", head + grain, DAMAGED
    yield "heic", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + grain, HEIC
    others = {
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "svg after a declaration": b"<?xml version='1.0'?><svg/>", "html": b"<!doctype html><script>alert(1)</script>",
        "html after spaces": b"\n\n   <html>", "pdf": b"%PDF-1.7\n", "postscript": b"%!PS-Adobe-3.0", "php": b"<?php system('x');",
        "shell": b"#!/bin/sh\nrm -rf /", "windows program": b"MZ" + grain, "linux program": b"\x7fELF" + grain,
        "gif": encoded(picture(), "GIF"), "bmp": encoded(picture(), "BMP"), "icon": encoded(picture(), "ICO"),
        "photoshop": b"8BPS\x00\x01" + grain, "mp4": b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isom", "text": b"Ein Bild",
        "noughts": b"\0" * 500, "grain": b"\x01" + grain, "camera raw": b"FUJIFILMCCD-RAW " + grain, "rar": b"Rar!\x1a\x07\x00",
        "gzip": b"\x1f\x8b\x08" + grain, "7z": b"7z\xbc\xaf\x27\x1c", "empty zip": empty_zip(), "xmp alone": b"<x:xmpmeta/>",
    }  # fmt: skip
    for name, data in others.items():
        yield f"{name} called a jpg", data, NOT_ONE
    yield "no bytes", b"", "The file is empty."


def polyglots() -> Iterator[Bad]:
    page, archive = b"<script>alert(1)</script>", b"PK\x03\x04 secret " + empty_zip()
    for name in ("jpeg-baseline", "png-rgb", "webp-lossy", "avif-rgb", "jp2-boxes", "jp2-codestream"):
        yield f"{name} with a page behind it", sound()[name] + page, MORE
        yield f"{name} with an archive behind it", sound()[name] + archive, MORE
        yield f"{name} with padding and a program behind it", sound()[name] + b"\0" * 64 + b"MZ1", MORE
    yield "tiff with an archive behind it", sound()["tiff-strips"] + archive, MORE
    yield "a phone's jpeg with an archive behind it", sound()["jpeg-of-a-phone"] + b"PK\x03\x04 x", MORE
    yield "a phone's jpeg with a page behind it", sound()["jpeg-of-a-phone"] + page, MORE
    for words in (page, b"<svg onload=x>", b"<?php system('x'); ?>", b"%PDF-1.4 1 0 obj"):
        yield f"jpeg with {words[:8]!r} as its comment", encoded(picture(), "JPEG", comment=words), MORE
    head = sound()["tiff-strips"][:8]
    yield "tiff that begins as a page", head[:4] + struct.pack("<I", 4000) + b"<html><body>", MORE


def several_pictures() -> Iterator[Bad]:
    second = picture(mode="L").convert("RGB")
    for kind in ("WEBP", "PNG", "AVIF"):
        yield f"moving {kind}", encoded(picture(), kind, save_all=True, append_images=[second]), MOVING
    yield "two pages", encoded(picture(), "TIFF", save_all=True, append_images=[second]), PAGES
    many = encoded(picture(), "TIFF", save_all=True, append_images=[second] * 70)
    yield "seventy pages", many, DAMAGED


BAD = [*truncated(), *bombs(), *fake_headers(), *polyglots(), *several_pictures()]


def test_there_are_more_than_two_hundred_bad_files_and_all_differ() -> None:
    assert len({data for _name, data, _sentence in BAD}) > 200
    assert len({name for name, _data, _sentence in BAD}) == len(BAD)


@pytest.mark.parametrize(("data", "sentence"), [bad[1:] for bad in BAD], ids=[bad[0] for bad in BAD])
def test_bad_file_is_refused_with_its_sentence(data: bytes, sentence: str) -> None:
    upload = file(data)
    with pytest.raises(Refused) as refusal:
        inspect(upload)
    assert str(refusal.value) == sentence
    assert upload.tell() == 0


@pytest.mark.parametrize("name", sound())
def test_sound_file_is_taken(name: str) -> None:
    found = inspect(file(sound()[name]))
    assert (found.format, found.width, found.height) == (name.partition("-")[0], *SIZE)


def test_formats_that_are_held_whole_have_a_limit_of_their_own() -> None:
    small = Limits(pixels_at_once=5_000)
    for name in ("jpeg-progressive", "png-interlaced", "webp-lossy", "avif-rgb", "jp2-boxes"):
        with pytest.raises(Refused) as refusal:
            inspect(file(sound()[name]), small)
        assert str(refusal.value) == AT_ONCE.replace("120", "0")
    for name in ("jpeg-baseline", "png-rgb", "tiff-tiled"):
        assert inspect(file(sound()[name]), small).size == len(sound()[name])


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A sound file with bytes changed, put in, taken out, doubled, or cut off."""
    data = bytearray(sound()[draw(st.sampled_from(sorted(sound())))])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data) - 1) | st.integers(0, min(300, len(data) - 1)))
        deed = draw(st.sampled_from(["change", "insert", "take out", "double"]))
        if deed == "change":
            data[at] = draw(st.integers(0, 255))
        elif deed == "insert":
            data[at:at] = draw(st.binary(min_size=1, max_size=40))
        elif deed == "take out":
            del data[at : at + draw(st.integers(1, 200))]
        else:
            data[at:at] = data[at : at + draw(st.integers(1, 200))]
        data = data or bytearray(b"\0")
    return bytes(data)


@settings(
    max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(damaged())
def test_damaged_file_is_measured_or_refused_and_nothing_else(data: bytes) -> None:
    limits = Limits(pixels=4_000_000)
    try:
        found = inspect(file(data), limits)
    except Refused as refusal:
        assert str(refusal).endswith(".")
    else:
        assert (found.size, found.sha256) == (len(data), hashlib.sha256(data).hexdigest())
        assert 0 < found.width * found.height <= limits.pixels
        assert found.format in {"jpeg", "png", "tiff", "webp", "avif", "jp2"}
