"""A ZIP of photographs in the admin: tried at once, attached by the worker, in the museum of who sends it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.models import ArtworkImage, ImportRun
from collection.picture_tasks import attach_archive, sweep_archives
from members.models import Deed
from tests.factories import ArtworkFactory, MuseumFactory, staff_of
from tests.integration.test_admin_artwork import errors_of, signed_in
from tests.unit.collection.imports.test_pictures import DESCRIBED, HEAD, jpeg, zipped

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def archive_of(*keys: str) -> SimpleUploadedFile:
    rows = "".join(f"{key}.jpg,,,{key},{DESCRIBED}\n" for key in keys)
    files = {"t.csv": (HEAD + rows).encode(), **{f"{key}.jpg": jpeg(n) for n, key in enumerate(keys)}}
    return SimpleUploadedFile("shoot.zip", zipped(files).zip.fp.getvalue(), "application/zip")


def test_an_archive_is_tried_then_attached_by_the_worker(tmp_path: Path) -> None:
    museum = MuseumFactory()
    mine, foreign = ArtworkFactory(museum=museum, source_id="m1"), ArtworkFactory(source_id="x1")
    registrar = staff_of(museum)
    client = signed_in(registrar)
    post = {"museum": museum.pk, "file": archive_of("m1", "x1")}
    page = client.post(reverse("admin:collection_importrun_add"), post)
    assert page.status_code == 302, errors_of(page)
    trial = ImportRun.objects.get()
    assert list(trial.rows.values_list("key", "outcome")) == [("m1.jpg", "changed"), ("x1.jpg", "refused")]
    assert (trial.is_dry_run, ArtworkImage.objects.count()) == (True, 0)
    page = client.get(reverse("admin:collection_importrun_change", args=[trial.pk])).content.decode()
    assert "Apply the file" in page
    apply = reverse("admin:collection_importrun_deed", args=[trial.pk, "apply"])
    assert signed_in(staff_of(foreign.museum)).post(apply).status_code == 404
    assert client.post(apply).status_code == 302
    job = ProcrastinateJob.objects.get(task_name=attach_archive.name)
    attach_archive.func(**job.args)
    attach_archive.func(**job.args)  # again: the archive is gone, nothing happens
    assert (mine.images.count(), foreign.images.count(), ImportRun.objects.count()) == (1, 0, 2)
    assert Deed.objects.get(verb="attach_image").by == registrar
    assert not list((tmp_path / "imports").rglob("*.zip"))
    done = ImportRun.objects.exclude(pk=trial.pk).get()
    page = client.get(reverse("admin:collection_importrun_change", args=[done.pk])).content.decode()
    assert "Undo the import" not in page
    sweep_archives.func(0)


def test_an_archive_without_a_table_is_refused() -> None:
    museum = MuseumFactory()
    post = {"museum": museum.pk, "file": SimpleUploadedFile("shoot.zip", b"PK\x03\x04")}
    page = signed_in(staff_of(museum)).post(reverse("admin:collection_importrun_add"), post)
    assert page.status_code == 200
    assert "cannot be read as ZIP" in page.content.decode()
    assert not ImportRun.objects.exists()
