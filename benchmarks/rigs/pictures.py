"""Large pictures to measure with: joined from real photographs where they are at hand, else drawn."""

from __future__ import annotations

from pathlib import Path

import pyvips
from django.conf import settings

SHARED = settings.BASE_DIR.parent / "shared" / "data" / "images"
SCROLL = SHARED / "scroll_10000104.jpg"
WIDTH, HEIGHT = 18_000, 10_000  # 180 megapixels
_ACROSS = 6


def joined(path: Path) -> str:
    """Write a picture of 180 megapixels as JPEG; returns what it is made of."""
    found = sorted(SHARED.glob("*.jpg")) if SHARED.exists() else []
    parts = [file for file in found if file != SCROLL][: _ACROSS * 4]
    if len(parts) < _ACROSS * 4:
        drawn = pyvips.Image.gaussnoise(WIDTH, HEIGHT, mean=128, sigma=30).gaussblur(2)
        drawn.bandjoin([drawn, drawn]).cast("uchar").copy(interpretation="srgb").jpegsave(str(path), Q=92)
        return "noise"
    side, row = WIDTH // _ACROSS, HEIGHT // 4
    tiles = [
        pyvips.Image.thumbnail(str(part), side, height=row, crop="centre").colourspace("srgb")
        for part in parts
    ]
    pyvips.Image.arrayjoin(tiles, across=_ACROSS).jpegsave(str(path), Q=92)
    return f"{len(parts)} photographs"
