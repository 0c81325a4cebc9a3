"""Photographs sent in parts: in any order, once or twice, after a break, refused with a sentence, and by nobody else."""

from __future__ import annotations

import errno
import io
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from asemus.storage import WholeFileStorage
from collection import upload_tasks
from collection.models import ArtworkImage, Upload
from collection.models.upload import UploadState
from collection.rights import Rights
from collection.tasks import prepare_image
from members.enums import Role
from members.models import Deed
from tests.factories import ArtworkFactory, MuseumFactory, staff_of
from tests.integration.test_admin_artwork import signed_in

pytestmark = pytest.mark.django_db
PART = 5_000
WORDS = {"rights": Rights.CC0, "credit": "Photograph: the museum", "alt": {"en": "A vase"}}


@pytest.fixture(autouse=True)
def _small_parts(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.UPLOAD_PART_BYTES = PART


@pytest.fixture
def museum() -> Any:
    return MuseumFactory()


@pytest.fixture
def registrar(museum: Any) -> Any:
    return staff_of(museum)


@pytest.fixture
def client(registrar: Any) -> Client:
    return signed_in(registrar)


@pytest.fixture
def work(museum: Any) -> Any:
    return ArtworkFactory(museum=museum)


def photograph(shade: int = 0) -> bytes:
    file = io.BytesIO()
    Image.effect_noise((200, 150), 60 + shade).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def begun(client: Client, work: Any, data: bytes, **more: Any) -> Any:
    said = {"name": "vase.jpg", "size": len(data), "fingerprint": "vase.jpg 1", **more}
    url = reverse("admin:collection_artwork_uploads", args=[work.pk])
    return client.post(url, json.dumps(said), content_type="application/json")


def put(client: Client, work: Any, key: str, number: int, data: bytes) -> Any:
    url = reverse("admin:collection_artwork_upload_part", args=[work.pk, key, number])
    return client.put(url, data, content_type="application/octet-stream")


def finished(client: Client, work: Any, key: str, **more: Any) -> Any:
    url = reverse("admin:collection_artwork_upload_finish", args=[work.pk, key])
    return client.post(url, json.dumps({**WORDS, **more}), content_type="application/json")


def parts(data: bytes) -> list[tuple[int, bytes]]:
    return list(enumerate(data[at : at + PART] for at in range(0, len(data), PART)))


def sent(client: Client, work: Any, data: bytes, **more: Any) -> str:
    key = begun(client, work, data, **more).json()["id"]
    for number, part in parts(data):
        assert put(client, work, key, number, part).status_code == 200
    return str(key)


def kept(folder: Path, under: str) -> list[Path]:
    return [path for path in (folder / under).rglob("*") if path.is_file()]


def test_parts_in_any_order_and_twice_become_one_photograph(
    client: Client, work: Any, tmp_path: Path
) -> None:
    data = photograph()
    key = begun(client, work, data).json()["id"]
    pieces = parts(data)
    assert len(pieces) > 2
    for number, part in [*reversed(pieces), pieces[0]]:
        assert put(client, work, key, number, part).status_code == 200
    answer = finished(client, work, key).json()
    image = ArtworkImage.objects.get()
    assert (answer["state"], answer["words"], answer["image"]["id"]) == ("attached", "", image.public_id)
    assert (tmp_path / image.original.name).read_bytes() == data
    assert (image.rights, image.credit, image.alt) == (Rights.CC0, "Photograph: the museum", {"en": "A vase"})
    assert kept(tmp_path, "uploads") == []
    assert [deed.verb for deed in Deed.objects.all()] == ["attach_image"]


def test_an_upload_goes_on_where_it_was_broken_off(client: Client, work: Any) -> None:
    data = photograph()
    first = begun(client, work, data).json()
    assert put(client, work, first["id"], 1, parts(data)[1][1]).json() == {"parts": [1]}
    again = begun(client, work, data).json()
    assert (again["id"], again["parts"], again["part_bytes"]) == (first["id"], [1], PART)
    assert finished(client, work, again["id"]).json()["words"] == "The file has not come whole yet."
    assert begun(client, work, data, fingerprint="another").json()["parts"] == []


def test_a_ready_photograph_has_a_thumbnail_and_tiles(client: Client, work: Any) -> None:
    key = sent(client, work, photograph())
    waiting = finished(client, work, key).json()["image"]
    assert (waiting["is_ready"], waiting["thumbnail"], waiting["info"]) == (False, "", "")
    prepare_image.func(ArtworkImage.objects.get().pk)
    image = client.get(reverse("admin:collection_artwork_upload", args=[work.pk, key])).json()["image"]
    assert image["is_ready"]
    small = client.get(image["thumbnail"])
    assert b"".join(small.streaming_content).startswith(b"\xff\xd8\xff")
    for file in small._resource_closers:
        file()
    assert client.get(image["info"]).json()["width"] == 200


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"size": 0}, "The file is empty."),
        ({"size": -3}, "The file is empty."),
        ({"size": 2**40}, "The file is larger than 1024 MB."),
        ({"size": "many"}, "The size of the file is missing."),
        ({"size": True}, "The size of the file is missing."),
        ({"size": 2.5}, "The size of the file is missing."),
    ],
)
def test_begin_refuses_what_cannot_be(client: Client, work: Any, said: Any, sentence: str) -> None:
    answer = begun(client, work, b"x", **said)
    assert (answer.status_code, answer.json()["words"]) == (422, sentence)
    assert not Upload.objects.exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b'"text"', b"\xff\xfe", b"x" * 30_000])
def test_begin_refuses_a_body_that_is_none(client: Client, work: Any, body: bytes) -> None:
    url = reverse("admin:collection_artwork_uploads", args=[work.pk])
    answer = client.post(url, body, content_type="application/json")
    assert (answer.status_code, answer.json()["words"]) == (422, "The request is not what this page sends.")


def test_a_part_of_a_false_size_or_number_is_refused(client: Client, work: Any, tmp_path: Path) -> None:
    data = photograph()
    key = begun(client, work, data).json()["id"]
    for number, part in [
        (0, b""),
        (0, b"x" * 4999),
        (0, b"x" * 5001),
        (99, b"x" * PART),
        (2**70, b"x" * PART),
    ]:
        answer = put(client, work, key, number, part)
        assert answer.status_code == 422
        assert "has not the size that was announced" in answer.json()["words"]
    assert kept(tmp_path, "uploads") == []


def test_a_file_that_is_no_photograph_is_refused_and_nothing_kept(
    client: Client, work: Any, tmp_path: Path
) -> None:
    answer = finished(client, work, sent(client, work, b"<svg onload=alert(1)>" * 600)).json()
    assert answer["state"] == "refused"
    assert answer["words"].startswith("This is not a photograph we can read.")
    assert (kept(tmp_path, ""), ArtworkImage.objects.count()) == ([], 0)


def test_a_photograph_of_another_work_may_show_this_one_too(client: Client, museum: Any, work: Any) -> None:
    other, data = ArtworkFactory(museum=museum, title="Bowl"), photograph()
    finished(client, other, sent(client, other, data))
    key = sent(client, work, data)
    answer = finished(client, work, key).json()
    assert (answer["state"], answer["words"]) == ("receiving", "This photograph is already on “Bowl”.")
    assert answer["there"] == {
        "title": "Bowl", "url": reverse("admin:collection_artwork_change", args=[other.pk])
    }  # fmt: skip
    assert finished(client, work, key, shows_this_too=True).json()["state"] == "attached"
    answer = finished(client, work, sent(client, work, data), shows_this_too=True).json()
    assert answer["words"] == "This very photograph is already attached to the work."
    assert (answer["state"], answer["there"], work.images.count()) == ("refused", None, 1)


def test_words_are_asked_for_a_public_work(client: Client, museum: Any) -> None:
    public = ArtworkFactory(museum=museum, published=True)
    key = sent(client, public, photograph())
    for field, value in (("rights", "nonsense"), ("credit", " "), ("alt", {}), ("alt", {"a b": "x"})):
        answer = finished(client, public, key, **{field: value})
        assert (answer.status_code, answer.json()["field"]) == (422, field)
    assert finished(client, public, key).json()["state"] == "attached"


def test_a_public_work_has_its_next_version_when_the_photograph_is_ready(
    client: Client, museum: Any, registrar: Any
) -> None:
    public = ArtworkFactory(museum=museum, published=True)
    finished(client, public, sent(client, public, photograph()))
    image = ArtworkImage.objects.get()
    job = ProcrastinateJob.objects.get(task_name=upload_tasks.publish_photographs.name)
    assert job.args == {"artwork_id": public.pk, "by_id": registrar.pk}
    upload_tasks.publish_photographs.func(**job.args)  # before the worker made the tiles: it will look again
    assert public.versions.count() == 0
    assert ProcrastinateJob.objects.filter(args__looks=1, task_name=job.task_name).count() == 1
    prepare_image.func(image.pk)
    upload_tasks.publish_photographs.func(**job.args)
    version = public.versions.get()
    assert [one["id"] for one in version.document["images"]] == [image.public_id]
    assert version.published_by == registrar
    upload_tasks.publish_photographs.func(**job.args)
    assert public.versions.count() == 1


def test_a_cataloguer_adds_to_drafts_only(museum: Any, work: Any) -> None:
    cataloguer = signed_in(staff_of(museum, Role.CATALOGUER))
    assert begun(cataloguer, work, b"x").status_code == 200
    answer = begun(cataloguer, ArtworkFactory(museum=museum, published=True), b"x")
    assert answer.status_code == 403
    assert "a registrar or director adds photographs" in answer.json()["words"]


def test_an_upload_is_its_senders_alone(client: Client, museum: Any, work: Any) -> None:
    data = photograph()
    key = begun(client, work, data).json()["id"]
    colleague, stranger = signed_in(staff_of(museum)), signed_in(staff_of(MuseumFactory()))
    how = reverse("admin:collection_artwork_upload", args=[work.pk, key])
    for other in (colleague, stranger):
        assert put(other, work, key, 0, data[:PART]).status_code == 404
        assert finished(other, work, key).status_code == 404
        assert other.get(how).status_code == 404
        assert other.delete(how).status_code == 404
    assert begun(stranger, work, data).status_code == 404
    assert Client().get(how).status_code == 302
    elsewhere = ArtworkFactory(museum=museum)
    assert client.get(reverse("admin:collection_artwork_upload", args=[elsewhere.pk, key])).status_code == 404
    assert client.post(how).status_code == 405


def test_a_part_needs_the_forms_token(registrar: Any, work: Any) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(registrar, backend="members.backends.RoleBackend")
    assert begun(strict, work, b"x").status_code == 403
    assert put(strict, work, "00000000-0000-0000-0000-000000000000", 0, b"x").status_code == 403


def test_open_uploads_are_bounded(client: Client, work: Any, settings: Any) -> None:
    settings.UPLOAD_OPEN_AT_ONCE, settings.UPLOAD_OPEN_BYTES = 2, 100
    assert begun(client, work, b"x" * 60).status_code == 200
    assert begun(client, work, b"x" * 60, fingerprint="b").status_code == 422
    assert begun(client, work, b"x" * 10, fingerprint="c").status_code == 200
    assert begun(client, work, b"x" * 10, fingerprint="d").status_code == 422
    assert begun(client, work, b"x" * 60).status_code == 200  # the first goes on


def test_a_cancelled_upload_leaves_nothing(client: Client, work: Any, tmp_path: Path) -> None:
    key = sent(client, work, photograph())
    assert kept(tmp_path, "uploads") != []
    assert client.delete(reverse("admin:collection_artwork_upload", args=[work.pk, key])).status_code == 204
    assert (kept(tmp_path, ""), Upload.objects.count()) == ([], 0)


def test_what_nobody_finished_for_two_days_goes(client: Client, work: Any, tmp_path: Path) -> None:
    old, young = sent(client, work, photograph()), sent(client, work, photograph(9), fingerprint="b")
    Upload.objects.filter(pk=old).update(changed_at=timezone.now() - timedelta(days=2, minutes=1))
    upload_tasks.sweep_uploads.func(0)
    assert [str(upload.pk) for upload in Upload.objects.all()] == [young]
    assert {path.parent.name for path in kept(tmp_path, "uploads")} == {young}


def test_a_large_file_is_checked_by_the_worker(client: Client, work: Any, settings: Any) -> None:
    settings.UPLOAD_CHECKED_AT_ONCE = 100
    key = sent(client, work, photograph())
    assert finished(client, work, key).json()["state"] == "checking"
    assert finished(client, work, key).json()["state"] == "checking"  # pressed twice: one job
    job = ProcrastinateJob.objects.get(task_name=upload_tasks.check_upload.name)
    upload_tasks.check_upload.func(**job.args)
    upload_tasks.check_upload.func(**job.args)  # again, after a stalled job was retried
    assert (Upload.objects.get().state, work.images.count()) == (UploadState.ATTACHED, 1)


def test_a_part_that_was_lost_is_asked_for_again(client: Client, work: Any, tmp_path: Path) -> None:
    data = photograph()
    key = sent(client, work, data)
    (tmp_path / "uploads" / key / "1").unlink()
    answer = finished(client, work, key).json()
    assert (answer["state"], 1 in answer["parts"]) == ("receiving", False)
    assert answer["words"].startswith("A part of the file was lost.")
    put(client, work, key, 1, parts(data)[1][1])
    assert finished(client, work, key).json()["state"] == "attached"


class FullStorage(WholeFileStorage):
    """A disk on which nothing more fits."""

    def _save(self, name: str, content: Any) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_says_so_and_loses_nothing(
    client: Client, work: Any, settings: Any, tmp_path: Path
) -> None:
    data = photograph()
    key = sent(client, work, data)
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {"BACKEND": f"{FullStorage.__module__}.FullStorage", "OPTIONS": {"location": tmp_path}},
    }
    other = begun(client, work, photograph(5), fingerprint="b").json()["id"]
    answer = put(client, work, other, 0, photograph(5)[:PART])
    assert (answer.status_code, answer.json()["words"][:27]) == (507, "The portal’s disk is full. ")
    assert Upload.objects.get(pk=other).parts == []
    assert Upload.objects.get(pk=key).is_whole
