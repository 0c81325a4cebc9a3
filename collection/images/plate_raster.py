"""A plate as pixels, for the image service and for whoever cannot show SVG. Pure."""

from __future__ import annotations

import resvg_py

from .plate_palette import GROUND


def plate_pixels(svg: str, width: int) -> bytes:
    """The SVG of a plate as a PNG `width` pixels wide, opaque, on the ground that pages give it.

    Raises ValueError for what is no SVG. A plate holds no letters, so no fonts are looked for.
    """
    return bytes(
        resvg_py.svg_to_bytes(svg_string=svg, width=width, background=GROUND, skip_system_fonts=True)
    )
