"""One photograph from upload to ready in a process of its own; prints seconds and peak memory as JSON."""

from __future__ import annotations

import io
import json
import os
import sys
import time
from pathlib import Path

import django
from PIL import Image


def main(path: Path) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "asemus.settings.test")
    django.setup()
    from collection.actions.images import attach_image
    from collection.models import Artwork
    from collection.rights import Rights
    from collection.tasks import add_smaller_formats, make_visible

    work = Artwork.objects.get()
    make_visible(
        attach_image(work, _small(), by=None, rights=Rights.CC0)
    )  # a worker is seldom at its first picture
    began = time.perf_counter()
    with path.open("rb") as file:
        image = attach_image(work, file, by=None, rights=Rights.CC0)
    checked = time.perf_counter()
    make_visible(image)
    ready = time.perf_counter()
    add_smaller_formats.func(image.pk)
    done = time.perf_counter()
    peak = _peak()
    facts = {"check": checked - began, "ready": ready - began, "all": done - began, "peak": peak}
    print(json.dumps(facts | {"pixels": image.width * image.height}))


def _small() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (1200, 900), "#775533").save(file, "JPEG")
    file.seek(0)
    return file


def _peak() -> int:
    """The most memory this process ever had, in MB. Not getrusage: that counts what its parent had when it forked."""
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) // 1024


if __name__ == "__main__":
    main(Path(sys.argv[1]))
