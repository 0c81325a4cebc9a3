"""Small copies for cards and pages: turned upright, sRGB, without metadata. Pure: a file in, bytes out."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import BinaryIO, cast

from PIL import Image, ImageCms

from collection.images.pillow import opened

WIDTHS = (320, 640, 1280)
_JPEG = {"quality": 82, "progressive": True, "optimize": True, "subsampling": "4:2:0"}
_WEBP = {"quality": 80, "method": 4}
_PAPER = (255, 255, 255)  # what shows through where a picture is transparent
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_MAX_HEIGHT = 4  # times the width, so that a hanging scroll is not metres of pixels


@dataclass(frozen=True, slots=True)
class Derivative:
    """One small copy in both formats; `width` is the actual one, at most the nominal."""

    nominal: int
    width: int
    height: int
    jpeg: bytes
    webp: bytes


@dataclass(frozen=True, slots=True)
class Derived:
    """All copies, smallest first, and the colour that fills the place until the picture is there."""

    copies: tuple[Derivative, ...]
    dominant_colour: str


def derive(file: BinaryIO, widths: tuple[int, ...] = WIDTHS) -> Derived:
    """Make the copies of a photograph that `intake.inspect` has passed.

    A copy is never larger than the original: of one 500 pixels wide there are copies of 320 and 500.
    `file` stands at its begin again afterwards.
    """
    file.seek(0)
    with opened(file) as image:
        picture = _prepared(image, max(widths))
    file.seek(0)
    copies: list[Derivative] = []
    for nominal in sorted(widths, reverse=True):
        small = _fitted(picture, nominal)
        if not copies or copies[-1].width != small.width:
            copies.append(Derivative(nominal, *small.size, _bytes(small, "JPEG"), _bytes(small, "WEBP")))
        else:  # the original is no larger than this size either: the same copy under the smaller name
            copies[-1] = Derivative(nominal, *small.size, copies[-1].jpeg, copies[-1].webp)
        picture = small
    return Derived(tuple(reversed(copies)), dominant_colour(picture))


def dominant_colour(picture: Image.Image) -> str:
    """`#rrggbb`: the most frequent of sixteen colours to which the picture is reduced."""
    small = picture.convert("RGB").resize((64, 64), Image.Resampling.BOX)
    reduced = small.quantize(colors=16, method=Image.Quantize.MEDIANCUT)
    counts = cast("list[tuple[int, int]]", reduced.getcolors() or [(1, 0)])
    index = max(counts)[1]
    palette = reduced.getpalette() or [128, 128, 128]
    red, green, blue = palette[index * 3 : index * 3 + 3]
    return f"#{red:02x}{green:02x}{blue:02x}"


def _prepared(image: Image.Image, width: int) -> Image.Image:
    """Upright, sRGB, without transparency, and not larger than is needed."""
    profile = image.info.get("icc_profile")
    # Pillow turns a TIFF itself, before we see a pixel of it.
    turn = None if image.format == "TIFF" else _TURNS.get(image.getexif().get(_ORIENTATION, 1))
    # Reduced before anything else touches all pixels; twice the size is left for the last, fine step.
    factor = int(0.5 / _scale(image.width, image.height, width))
    if factor > 1 and image.format in ("JPEG", "MPO"):
        image.draft(None, (image.width // factor, image.height // factor))
        factor = int(0.5 / _scale(image.width, image.height, width))
    image = _eight_bit(image)
    if factor > 1 and image.mode not in ("P", "1"):
        image = image.reduce(factor)
    if turn is not None:
        image = image.transpose(turn)
    return _in_srgb(_flat(image), profile)


def _eight_bit(image: Image.Image) -> Image.Image:
    """16-bit and floating-point greys, as scans have, as 8-bit grey."""
    if image.mode.startswith("I;16") or image.mode in ("I", "F"):
        _low, high = cast("tuple[float, float]", image.convert("F").getextrema())
        scale = 255 / (65535 if high > 255 else max(high, 1))
        return image.convert("F").point(lambda value: value * scale).convert("L")
    return image


def _flat(image: Image.Image) -> Image.Image:
    """Transparency laid on paper; palettes and bits as colours. CMYK and Lab stay for the profile."""
    if image.mode in ("CMYK", "LAB", "YCbCr", "RGB", "L"):
        return image
    if "A" in image.getbands() or "transparency" in image.info:
        rgba = image.convert("RGBA")
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(rgba, mask=rgba.getchannel("A"))
        return paper
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Converted by its own profile where it has one that fits, else taken as sRGB."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None  # a broken profile, or one for another kind of colour
        if converted is not None:
            return converted
    return image.convert("RGB")


def _fitted(picture: Image.Image, width: int) -> Image.Image:
    """At most `width` wide and four times that high; never enlarged."""
    scale = _scale(picture.width, picture.height, width)
    if scale == 1.0:
        return picture
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    return picture.resize(size, Image.Resampling.LANCZOS)


def _scale(width: int, height: int, into: int) -> float:
    return min(1.0, into / width, into * _MAX_HEIGHT / height)


def _bytes(picture: Image.Image, kind: str) -> bytes:
    """Encoded anew from the pixels alone, so that no metadata comes along."""
    bare = picture.copy()
    bare.info.clear()
    out = io.BytesIO()
    bare.save(out, kind, **(_JPEG if kind == "JPEG" else _WEBP))
    return out.getvalue()
