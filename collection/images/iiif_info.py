"""info.json: what the image service can do with one picture. Pure.

Image API 3.0 § 5 and 2.1 § 5; compliance level 2 of both, and most of what is optional.
"""

from __future__ import annotations

from typing import Any

from collection.images.iiif_request import Limits, Size
from collection.images.pyramid import TILE, Level

PROFILES = {
    3: "http://iiif.io/api/image/3/level2.json",
    2: "http://iiif.io/api/image/2/level2.json",
}
CONTEXTS = {3: "http://iiif.io/api/image/3/context.json", 2: "http://iiif.io/api/image/2/context.json"}
_PROTOCOL = "http://iiif.io/api/image"
_MORE_FORMATS = ["webp", "avif"]
_MORE_FEATURES_3 = [
    "canonicalLinkHeader",
    "mirroring",
    "profileLinkHeader",
    "rotationArbitrary",
    "sizeUpscaling",
]
_MORE_FEATURES_2 = [
    "canonicalLinkHeader",
    "mirroring",
    "profileLinkHeader",
    "regionSquare",
    "rotationArbitrary",
]


def info(
    base: str, levels: list[Level], limits: Limits, *, version: int, rights: str, manifest: str
) -> dict[str, Any]:
    """The document for the service at the address `base`, whose public picture has these levels, largest first."""
    sizes = [{"width": w, "height": h} for w, h in reversed(levels) if fits(Size(w, h), limits)]
    factors = [1 << number for number in range(len(levels))]
    common = {
        "protocol": _PROTOCOL,
        "width": levels[0].width,
        "height": levels[0].height,
        "sizes": sizes,
        "tiles": [{"width": TILE, "height": TILE, "scaleFactors": factors}],
    }
    return (
        _version_2(base, limits, rights, common)
        if version == 2
        else _version_3(base, limits, rights, manifest, common)
    )


def fits(size: Size, limits: Limits) -> bool:
    """True for a size that the service makes."""
    return max(size) <= limits.side and size.width * size.height <= limits.area


def _version_3(
    base: str, limits: Limits, rights: str, manifest: str, common: dict[str, Any]
) -> dict[str, Any]:
    return {
        "@context": CONTEXTS[3],
        "id": base,
        "type": "ImageService3",
        "profile": "level2",
        **common,
        "maxWidth": limits.side,
        "maxHeight": limits.side,
        "maxArea": limits.area,
        **({"rights": rights} if rights else {}),
        "extraQualities": ["color", "gray", "bitonal"],
        "extraFormats": _MORE_FORMATS,
        "preferredFormats": ["jpg"],
        "extraFeatures": _MORE_FEATURES_3,
        "partOf": [{"id": manifest, "type": "Manifest"}],
    }


def _version_2(base: str, limits: Limits, rights: str, common: dict[str, Any]) -> dict[str, Any]:
    capabilities = {
        "formats": _MORE_FORMATS,
        "qualities": ["color", "gray", "bitonal"],
        "supports": _MORE_FEATURES_2,
        "maxWidth": limits.side,
        "maxHeight": limits.side,
        "maxArea": limits.area,
    }
    return {
        "@context": CONTEXTS[2],
        "@id": base,
        **common,
        "profile": [PROFILES[2], capabilities],
        **({"license": rights} if rights else {}),
    }
