"""Real photographs that went through intake and worker, in a folder of the test's own."""

from __future__ import annotations

import io
import secrets
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import boto3
import pytest
import pyvips
from django.core.files.storage import storages
from moto.server import ThreadedMotoServer

from collection.actions.images import attach_image
from collection.images.registry import registry
from collection.images.sources import opened
from collection.models import Artwork, ArtworkImage
from collection.rights import Rights
from collection.tasks import prepare_image
from tests.factories import ArtworkFactory


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """The address of a server that speaks S3, on this machine."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(autouse=True)
def files(
    request: pytest.FixtureRequest, settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Any:
    """The storage of all files, empty: a local folder, or S3 where a module asks for `storage_kind`."""
    if getattr(request, "param", "local") == "s3":
        _in_a_bucket(settings, request.getfixturevalue("s3"))
        # a field keeps the storage that it was made with, when the settings were others
        monkeypatch.setattr(ArtworkImage._meta.get_field("original"), "storage", storages["default"])
    else:
        settings.MEDIA_ROOT = tmp_path
    opened.forget()
    registry.forget()
    return storages["default"]


def _in_a_bucket(settings: Any, address: str) -> None:
    name = f"masterpieces-{secrets.token_hex(4)}"
    keys = {"access_key": "test", "secret_key": "test", "region_name": "eu-west-1"}
    options = {"bucket_name": name, "endpoint_url": address, "default_acl": "private", **keys}
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}
    }
    client = boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        region_name="eu-west-1",
    )
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})


def content(files: Any, path: str) -> bytes:
    with files.open(path, "rb") as file:
        data: bytes = file.read()
    return data


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
