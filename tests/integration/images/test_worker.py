"""The worker in a process of its own: killed in the middle of a pyramid, it loses nothing and leaves no half file."""

from __future__ import annotations

import asyncio
import io
import signal
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
import pyvips
from asgiref.sync import sync_to_async
from django.db import connection, connections
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.actions.images import attach_image
from collection.images.pyramid import Level
from collection.images.ranges import LocalRanges
from collection.images.tiles import Tiles
from collection.models import ArtworkImage
from collection.rights import Rights
from tests.factories import ArtworkFactory
from tests.integration.processes import manage

pytestmark = pytest.mark.django_db(transaction=True)
SIDE = 9000  # pixels: some seconds of work
SOME_TILES = 2_000_000  # bytes of a pyramid that has several times as many


def place() -> dict[str, Any]:
    wanted = connection.get_connection_params()
    return {key: wanted[key] for key in ("host", "port", "user", "password", "dbname") if wanted.get(key)}


def wait_for(condition: Callable[[], bool], seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come about in time"
        time.sleep(0.02)


def files_of(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks /proc what the worker is writing")
def test_worker_that_was_killed_loses_nothing_and_leaves_no_half_file(
    settings: Any, tmp_path: Path, files: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    picture = pyvips.Image.gaussnoise(SIDE, SIDE, mean=128, sigma=40).cast("uchar")
    jpeg = io.BytesIO(picture.jpegsave_buffer(Q=90))
    work = ArtworkFactory(published=True)
    image = attach_image(work, jpeg, by=None, rights=Rights.CC0)
    original = [image.original.name]

    first = manage(place(), "procrastinate", "worker", ASEMUS_VAR=str(tmp_path))
    wait_for(lambda: _written_without_a_name(first.pid, settings.MEDIA_ROOT) > SOME_TILES)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert ProcrastinateJob.objects.get(args={"image_id": image.pk}).status == "doing"
    image.refresh_from_db()
    assert (image.pyramid, image.is_ready) == ("", False)
    assert files_of(tmp_path / "media") == original

    with psycopg.connect(
        **place(), autocommit=True
    ) as clock:  # the killed worker has not been heard for a while
        clock.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '10 minutes'")
    thread = threading.Thread(
        target=lambda: asyncio.run(_retry_stalled())
    )  # this one may have a loop already
    thread.start()
    thread.join()
    second = manage(place(), "procrastinate", "worker", "--one-shot", ASEMUS_VAR=str(tmp_path))
    out, _none = second.communicate(timeout=120)
    image.refresh_from_db()
    assert image.is_ready and image.pyramid, out
    assert list(ArtworkImage.objects.public()) == [image]
    tiles = Tiles(LocalRanges(str(tmp_path / "media" / image.pyramid)), Level(SIDE, SIDE))
    assert pyvips.Image.jpegload_buffer(tiles.read(*tiles.place(0, 17, 17))).width == SIDE - 17 * 512
    assert not [name for name in files_of(tmp_path / "media") if ".part" in name]


def _written_without_a_name(pid: int, folder: Path) -> int:
    """How many bytes a process has written into files of the folder that have no name yet."""
    written = 0
    for descriptor in Path(f"/proc/{pid}/fd").glob("*"):
        with suppress(OSError):
            if str(descriptor.readlink()).startswith(str(folder)):
                written += descriptor.stat().st_size if "(deleted)" in str(descriptor.readlink()) else 0
    return written


async def _retry_stalled() -> None:
    """What the periodic task does, on the test's database."""
    from collection.tasks import retry_stalled

    class Context:
        pass

    context = Context()
    context.app = app  # type: ignore[attr-defined]
    await retry_stalled.func(context, int(time.time()))
    await sync_to_async(connections.close_all)()  # those of the thread in which it asked
