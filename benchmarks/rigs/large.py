"""The large picture as each of the two serves it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.test.utils import override_settings

from benchmarks.rigs import iipimage
from collection.actions.images import attach_image
from collection.images.pyramid import QUALITY, TILE
from collection.models import ArtworkImage
from collection.rights import Rights
from collection.tasks import prepare_image


@contextmanager
def photograph(folder: Path, name: str = "large.jpg") -> Iterator[ArtworkImage]:
    """A published work's photograph, through intake and worker, with its files under `folder`/media."""
    from tests.factories import ArtworkFactory

    with override_settings(MEDIA_ROOT=folder / "media"), (folder / name).open("rb") as file:
        image = attach_image(ArtworkFactory(published=True), file, by=None, rights=Rights.CC0)
        prepare_image.func(image.pk)
        image.refresh_from_db()
        yield image


def tiff(folder: Path) -> Path:
    """A pyramid TIFF with tiles of the same size and quality, as IIPImage likes it best."""
    if absent := iipimage.missing():
        raise FileNotFoundError(f"The rival is not installed: {absent}")
    target = folder / "large.tif"
    command = [
        shutil.which("vips") or "",
        "tiffsave",
        str(folder / "large.jpg"),
        str(target),
        "--tile",
        "--pyramid",
    ]
    command += ["--compression", "jpeg", "--Q", str(QUALITY), "--bigtiff"]
    command += ["--tile-width", str(TILE), "--tile-height", str(TILE)]
    subprocess.run(command, check=True, capture_output=True)
    return target
