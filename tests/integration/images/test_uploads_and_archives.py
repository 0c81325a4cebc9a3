"""Parts and archives of photographs go through the storage alone: the same on a local folder and on S3."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.actions import uploads
from collection.admin.picture_imports import may_be_attached, order_attaching, try_archive
from collection.models.upload import UploadState
from collection.picture_tasks import attach_archive
from collection.rights import Rights
from tests.factories import ArtworkFactory, staff_of
from tests.integration.images.conftest import content, slope
from tests.unit.collection.imports.test_pictures import DESCRIBED, HEAD, jpeg, zipped

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.parametrize("files", ["local", "s3"], indirect=True),
]


def under(files: Any, folder: str) -> list[str]:
    """Names of all files directly below a folder of the storage; none where there is no such folder."""
    try:
        return sorted(files.listdir(folder)[1])
    except FileNotFoundError:
        return []


def test_an_upload_is_received_put_together_and_cleared_away(files: Any, settings: Any) -> None:
    settings.UPLOAD_PART_BYTES = 5_000
    data = slope(700, 500, ".png").getvalue()
    work = ArtworkFactory()
    upload = uploads.begin_upload(
        work, by=staff_of(work.museum), file_name="a.png", size=len(data), fingerprint="a"
    )
    numbers = list(range(upload.part_count))
    assert len(numbers) > 1
    for number in [*reversed(numbers), 0]:
        uploads.keep_part(upload, number, data[number * 5_000 : (number + 1) * 5_000])
    assert under(files, upload.folder) == sorted(map(str, numbers))
    uploads.finish_upload(upload, rights=Rights.CC0, credit="", alt={})
    uploads.check_upload(upload)
    assert (upload.state, upload.refusal) == (UploadState.ATTACHED, "")
    assert content(files, upload.image.original.name) == data
    assert under(files, upload.folder) == []


def test_a_part_that_the_storage_lost_is_asked_for_again(files: Any, settings: Any) -> None:
    settings.UPLOAD_PART_BYTES = 5_000
    data = slope(700, 500, ".png").getvalue()
    work = ArtworkFactory()
    upload = uploads.begin_upload(
        work, by=staff_of(work.museum), file_name="a.png", size=len(data), fingerprint="a"
    )
    for number in range(upload.part_count):
        uploads.keep_part(upload, number, data[number * 5_000 : (number + 1) * 5_000])
    files.delete(upload.part_path(0))
    uploads.finish_upload(upload, rights=Rights.CC0, credit="", alt={})
    uploads.check_upload(upload)
    assert (upload.state, 0 in upload.parts, work.images.count()) == (UploadState.RECEIVING, False, 0)


def test_an_archive_waits_in_the_storage_until_it_is_attached(files: Any) -> None:
    work = ArtworkFactory(source_id="b1")
    registrar = staff_of(work.museum)
    packed = zipped({"t.csv": (HEAD + f"a.jpg,,,b1,{DESCRIBED}").encode(), "a.jpg": jpeg()})
    file = SimpleUploadedFile("shoot.zip", packed.zip.fp.getvalue())
    trial = try_archive(file, work.museum, registrar)
    assert (may_be_attached(trial), work.images.count()) == (True, 0)
    order_attaching(trial, registrar)
    attach_archive.func(**ProcrastinateJob.objects.get(task_name=attach_archive.name).args)
    assert (may_be_attached(trial), work.images.count()) == (False, 1)
