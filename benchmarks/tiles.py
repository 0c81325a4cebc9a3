"""Tiles a second of one picture of 180 megapixels: ours, and IIPImage behind nginx; 8 clients, 2 processes each."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.rigs import iipimage
from benchmarks.rigs.client import Answered, ask
from benchmarks.rigs.database import migrated_database
from benchmarks.rigs.large import photograph, tiff
from benchmarks.rigs.pictures import HEIGHT, WIDTH, joined
from benchmarks.rigs.site import memory_of, running_site
from benchmarks.rigs.visit import addresses
from collection.images.pyramid import TILE

COLUMNS = ("tiles/s", "median ms", "p99 ms", "failed", "× rival", "MB a worker")
_SECONDS = 8


def measure() -> Iterator[tuple[str, ...]]:
    """Cold is the first second after the start, warm what follows; the same addresses for both."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made_of = joined(folder / "large.jpg")
        yield (f"180 megapixels of {made_of}", "", "", "", "", "", "")
        rival_cold, rival = _rival(folder)
        cold, warm, memory = _ours(folder)
        yield _row("IIPImage 1.1 + nginx, cold", rival_cold, rival_cold, "")
        yield _row("IIPImage 1.1 + nginx, warm", rival, rival, "")
        yield _row("ours, cold", cold, rival_cold, f"{memory[0]}")
        yield _row("ours, warm", warm, rival, f"{memory[1]}")


def _row(words: str, found: Answered, rival: Answered, memory: str) -> tuple[str, ...]:
    ratio = "" if found is rival else f"{found.per_second / rival.per_second:.1f}"
    return (
        words,
        f"{found.per_second:,.0f}",
        f"{found.median:.2f}",
        f"{found.p99:.2f}",
        str(found.failed),
        ratio,
        memory,
    )


def _rival(folder: Path) -> tuple[Answered, Answered]:
    path = tiff(folder)
    paths = [f"/?IIIF={path}/{rest}" for rest in addresses(WIDTH, HEIGHT, TILE, has_whole_size=False)]
    with iipimage.running_iipimage(folder) as server:
        return ask(server, paths, seconds=1), ask(server, paths, seconds=_SECONDS)


def _ours(folder: Path) -> tuple[Answered, Answered, list[list[int]]]:
    with migrated_database() as database, photograph(folder) as image:
        visit = addresses(WIDTH, HEIGHT, TILE, has_whole_size=True)
        paths = [f"/iiif/3/{image.public_id}/{rest}" for rest in visit]
        with running_site(database, folder) as (server, pid):
            cold, before = ask(server, paths, seconds=1), memory_of(pid)
            warm, after = ask(server, paths, seconds=_SECONDS), memory_of(pid)
    return cold, warm, [before, after]
