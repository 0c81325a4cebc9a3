"""A plate as pixels, for the image service. Pure."""

from __future__ import annotations

import resvg_py

GROUND = "#f8f5ee"


def plate_pixels(svg: str, width: int) -> bytes:
    """The SVG of a plate as a PNG `width` pixels wide, on the ground that pages give it."""
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, background=GROUND))
