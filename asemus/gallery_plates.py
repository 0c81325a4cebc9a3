"""Every silhouette of the plates for the gallery, each in a material and an ornament that go with it."""

from __future__ import annotations

import base64
from typing import Any

from collection.images.plate_ornaments import ORNAMENTS
from collection.images.plates import SILHOUETTES, PlateSpec, plate_size, plate_svg

# (silhouettes, materials, ornaments): each row is gone through in turn.
_FITTING = (
    ("vase jar bottle teapot cup bowl dish", "porcelain stonepaste celadon stoneware", "lotus-scroll arabesque sanggam kraak"),
    ("ewer basin lamp casket chest instrument", "brass wood silver", "girih chintamani acanthus"),
    ("ritual-vessel censer bell dragon", "bronze jade", "leiwen cloud"),
    ("drum dagger wheel architecture stupa", "bronze sandstone", "dong-son kawung kranok"),
    ("standing-figure seated-figure dancing-figure reclining-figure head throne elephant", "bronze sandstone gilt-bronze", "padma kranok cloud"),
    ("painting portrait print furniture clock", "oil-paint wood", "acanthus quatrefoil"),
    ("handscroll hanging-scroll folding-screen", "silk paper", "asanoha seigaiha cloud-collar"),
    ("manuscript leaf carpet textile garment helmet arms", "silk paper wool", "buta arabesque jali"),
    ("relief rhyton armlet sarcophagus altar", "marble gold", "rosette palmette vine-scroll meander"),
    ("reliquary ritual-object interior tile-panel letter", "gold parchment", "tracery interlace"),
    ("figurine venus goggles idol mask tablet", "clay stone", "hatching weave stepped-fret"),
    ("horse camel ram bird griffin lion comb brooch", "gold silver", "ram-horn"),
)  # fmt: skip


def picture_of(spec: PlateSpec) -> dict[str, Any]:
    """The plate as a data address: the gallery has no database to serve it from."""
    width, height = plate_size(spec.silhouette)
    source = "data:image/svg+xml;base64," + base64.b64encode(plate_svg(spec).encode()).decode()
    return {"src": source, "width": width, "height": height, "alt": "", "is_drawing": True}


def plates() -> list[dict[str, Any]]:
    """{caption, picture} of every silhouette, and then of every ornament on a dish."""
    specs = [_fitting(name) for name in SILHOUETTES]
    specs += [PlateSpec("dish", name, "porcelain", "gallery") for name in ORNAMENTS]
    return [
        {"caption": f"{spec.silhouette} · {spec.ornament} · {spec.material}", "picture": picture_of(spec)}
        for spec in specs
    ]


def _fitting(name: str) -> PlateSpec:
    for silhouettes, materials, ornaments in _FITTING:
        names = silhouettes.split()
        if name in names:
            place, made, drawn = names.index(name), materials.split(), ornaments.split()
            return PlateSpec(name, drawn[place % len(drawn)], made[place % len(made)], "gallery")
    return PlateSpec(name, "acanthus", "gold", "gallery")
