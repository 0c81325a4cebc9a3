"""Real photographs that went through intake and worker, in a folder of the test's own."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import pyvips

from collection.actions.images import attach_image
from collection.images.registry import registry
from collection.images.sources import opened
from collection.models import Artwork, ArtworkImage
from collection.rights import Rights
from collection.tasks import prepare_image
from tests.factories import ArtworkFactory


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    opened.forget()
    registry.forget()
    return tmp_path


def slope(width: int, height: int, kind: str = ".jpg") -> io.BytesIO:
    """Red grows to the right, green downwards."""
    across = pyvips.Image.xyz(width, height)
    red, green = across[0] * (255 / width), across[1] * (255 / height)
    picture = red.bandjoin([green, red * 0 + 90]).cast("uchar").copy(interpretation="srgb")
    return io.BytesIO(picture.write_to_buffer(kind))


@pytest.fixture
def photograph() -> Callable[..., ArtworkImage]:
    """Attach a photograph to a work and let the worker's task make its tiles."""

    def made(
        work: Artwork | None = None,
        size: tuple[int, int] = (1300, 700),
        rights: str = Rights.CC0,
        **more: Any,
    ) -> ArtworkImage:
        work = work or ArtworkFactory(published=True)
        image = attach_image(work, slope(*size), by=None, rights=rights, **more)
        prepare_image.func(image.pk)
        image.refresh_from_db()
        return image

    return made
