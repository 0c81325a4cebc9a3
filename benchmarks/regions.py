"""Regions that lie on no tile, 1024 × 1024 out of 180 megapixels: ours, and IIPImage behind nginx; one client."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rigs import iipimage
from benchmarks.rigs.client import timed
from benchmarks.rigs.database import migrated_database
from benchmarks.rigs.large import photograph, tiff
from benchmarks.rigs.pictures import HEIGHT, WIDTH, joined
from benchmarks.rigs.site import running_site

COLUMNS = ("median ms", "p95 ms", "× rival")
_REGIONS, _SIDE = 120, 1024


def measure() -> Iterator[tuple[str, ...]]:
    """The same regions for both, after three that are not counted."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        joined(folder / "large.jpg")
        chance = random.Random(4)  # noqa: S311
        regions = [
            f"{chance.randrange(WIDTH - _SIDE)},{chance.randrange(HEIGHT - _SIDE)},{_SIDE},{_SIDE}"
            for _region in range(_REGIONS)
        ]
        rival = _rival(folder, regions)
        ours = _ours(folder, regions)
    yield "IIPImage 1.1 + nginx", f"{rival[0]:.0f}", f"{rival[1]:.0f}", ""
    yield "ours", f"{ours[0]:.0f}", f"{ours[1]:.0f}", f"{rival[0] / ours[0]:.2f}"


def _rival(folder: Path, regions: list[str]) -> tuple[float, float]:
    path = tiff(folder)
    with iipimage.running_iipimage(folder) as server:
        return timed(server, [f"/?IIIF={path}/{region}/{_SIDE},/0/default.jpg" for region in regions])


def _ours(folder: Path, regions: list[str]) -> tuple[float, float]:
    with (
        migrated_database() as database,
        photograph(folder) as image,
        running_site(database, folder) as (server, _),
    ):
        base = f"/iiif/3/{image.public_id}"
        return timed(server, [f"{base}/{region}/{_SIDE},{_SIDE}/0/default.jpg" for region in regions])
