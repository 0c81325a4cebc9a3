"""From upload to zoomable: megapixels a second of the whole way, beside `vips dzsave` alone."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from benchmarks.rigs.database import migrated_database
from benchmarks.rigs.pictures import SCROLL, joined
from collection.images.pyramid import QUALITY, TILE

COLUMNS = ("MP/s", "× rival", "check s", "ready s", "all formats s", "peak MB")
_RUNS = 5
_MILLION = 1_000_000


def measure() -> Iterator[tuple[str, ...]]:
    """Medians of five runs in turn; the rival writes the same tiles into the same kind of zip."""
    with tempfile.TemporaryDirectory() as name, migrated_database() as database:
        folder = Path(name)
        joined(folder / "large.jpg")
        pictures = {"180 MP joined": folder / "large.jpg"}
        if SCROLL.exists():
            pictures = {"scroll, 50,190 × 1,726": SCROLL} | pictures
        for words, path in pictures.items():
            yield from _rows(words, path, folder, database)


def _rows(words: str, path: Path, folder: Path, database: str) -> Iterator[tuple[str, ...]]:
    ours, rival = [], []
    for _run in range(_RUNS):
        rival.append(_dzsave(path, folder))
        ours.append(_intake(path, folder, database))
    pixels = ours[0]["pixels"] / _MILLION
    alone = statistics.median(rival)
    middle = {key: statistics.median(run[key] for run in ours) for key in ours[0]}
    ratio = statistics.median(b / a["ready"] for a, b in zip(ours, rival, strict=True))
    yield f"{words}: vips dzsave", f"{pixels / alone:.0f}", "", "", f"{alone:.2f}", "", ""
    yield (
        f"{words}: ours",
        f"{pixels / middle['ready']:.0f}",
        f"{ratio:.2f}",
        f"{middle['check']:.2f}",
        f"{middle['ready']:.2f}",
        f"{middle['all']:.2f}",
        f"{middle['peak']:.0f}",
    )


def _dzsave(path: Path, folder: Path) -> float:
    target = folder / "rival.zip"
    target.unlink(missing_ok=True)
    command = [
        shutil.which("vips") or "",
        "dzsave",
        f"{path}[access=sequential]",
        str(target),
        "--layout",
        "iiif3",
    ]
    command += ["--container", "zip", "--compression", "0", "--tile-size", str(TILE), "--overlap", "0"]
    began = time.perf_counter()
    subprocess.run([*command, "--suffix", f".jpg[Q={QUALITY},strip]"], check=True, capture_output=True)
    return time.perf_counter() - began


def _intake(path: Path, folder: Path, database: str) -> dict[str, Any]:
    from collection.models import Artwork
    from tests.factories import ArtworkFactory

    Artwork.objects.all().delete()
    ArtworkFactory(published=True)
    shutil.rmtree(folder / "media", ignore_errors=True)
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.rigs.one_intake", str(path)],
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": database, "ASEMUS_VAR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found
