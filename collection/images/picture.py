"""An original as pixels to work with: upright, sRGB, eight bits, no transparency, read in one pass where that can be."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import ImageCms

from collection.images.libvips import pyvips
from collection.images.pillow import opened

PAPER = [255, 255, 255]  # what shows through where a picture is transparent
_UPRIGHT = 1
_BY_PILLOW = frozenset({"jp2"})  # libvips as it is shipped to us has no JPEG 2000


def picture_of(path: Path, kind: str) -> pyvips.Image:
    """Return the pixels of the photograph in `path`, of the format that `intake.inspect` named (`jpeg`, `tiff` …).

    Three bands of eight bits, sRGB, as shown after the camera's orientation. Rows are read from the file when they are
    asked for, from the top; a picture that must be turned is unpacked first. Raises pyvips.Error for a damaged file.
    """
    image = _by_pillow(path) if kind in _BY_PILLOW else _by_vips(path)
    return _flat(_in_srgb(image))


def _by_vips(path: Path) -> pyvips.Image:
    image = pyvips.Image.new_from_file(str(path), access="sequential", fail_on="truncated")
    if image.get_typeof("orientation") and image.get("orientation") != _UPRIGHT:
        image = pyvips.Image.new_from_file(str(path), access="random", fail_on="truncated").autorot()
    return image


def _by_pillow(path: Path) -> pyvips.Image:
    with path.open("rb") as file, opened(file) as image:
        upright = image if image.mode in ("RGB", "RGBA", "L") else image.convert("RGB")
        bands = len(upright.getbands())
        found = pyvips.Image.new_from_memory(upright.tobytes(), upright.width, upright.height, bands, "uchar")
        found = found.copy(interpretation="b-w" if bands == 1 else "srgb")
        if profile := image.info.get("icc_profile"):
            found = found.copy()
            found.set_type(pyvips.GValue.blob_type, "icc-profile-data", profile)
    return found


def _in_srgb(image: pyvips.Image) -> pyvips.Image:
    """By its own profile where it has one that fits; else what its numbers usually mean."""
    profile = image.get("icc-profile-data") if image.get_typeof("icc-profile-data") else b""
    space = _space_of(profile)
    if space == _SPACES.get(image.interpretation) and not _is_srgb(profile):
        image = image.icc_transform("srgb", embedded=True, intent="perceptual", depth=8)
    elif image.interpretation == "cmyk":
        image = image.icc_transform(
            "srgb", input_profile="cmyk", embedded=False, intent="perceptual", depth=8
        )
    if image.interpretation != "srgb" or image.format != "uchar":
        image = image.colourspace("srgb").cast("uchar")
    return image


_SPACES = {
    "srgb": "RGB",
    "rgb": "RGB",
    "rgb16": "RGB",
    "cmyk": "CMYK",
    "b-w": "GRAY",
    "grey16": "GRAY",
    "lab": "Lab",
}


def _space_of(profile: bytes) -> str:
    """`RGB`, `CMYK`, `GRAY`, `Lab`; an empty text for a profile that cannot be read."""
    if not profile:
        return ""
    try:
        return str(ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile.xcolor_space).strip()
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return ""


def _is_srgb(profile: bytes) -> bool:
    """True for the profile that changes nothing: to apply it would cost as much as all else together."""
    try:
        described = ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(io.BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return False
    return described.strip().lower().startswith(("srgb", "c2", "iec 61966-2"))


def _flat(image: pyvips.Image) -> pyvips.Image:
    if image.hasalpha():
        image = image.flatten(background=PAPER)
    return image if image.bands == len(PAPER) else image.colourspace("srgb")
