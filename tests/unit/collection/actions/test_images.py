"""Photographs: attached with their file, their rights and the order for small copies."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.actions.images import AlreadyThere, attach_image, detach_image
from collection.actions.refusal import NotAllowed, Refused
from collection.models import ArtworkImage
from collection.rights import Rights
from collection.tasks import add_smaller_formats, prepare_image
from members.enums import Role
from members.models import Deed
from tests.factories import ArtworkFactory, MuseumFactory, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def photograph(colour: str = "#345678") -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (1600, 1200), colour).save(file, "JPEG")
    file.seek(0)
    return file


def test_attach_image_keeps_the_bytes_and_orders_the_small_copies(tmp_path: Path) -> None:
    work = ArtworkFactory()
    cataloguer, file = staff_of(work.museum, Role.CATALOGUER), photograph()
    image = attach_image(
        work, file, by=cataloguer, rights=Rights.CC0, credit="Photo: the museum", alt={"en": "A vase"}
    )
    stored = tmp_path / "originals" / image.sha256[:2] / image.sha256
    assert stored.read_bytes() == file.getvalue()
    assert (image.format, image.width, image.height, image.bytes, image.order) == (
        "jpeg",
        1600,
        1200,
        len(file.getvalue()),
        0,
    )
    job = ProcrastinateJob.objects.get()
    assert (job.task_name, job.args, job.status) == (
        "collection.tasks.prepare_image",
        {"image_id": image.pk},
        "todo",
    )
    assert Deed.objects.get().verb == "attach_image"
    assert list(ArtworkImage.objects.public()) == []


def test_prepare_image_makes_public_copies_without_raising_the_revision(tmp_path: Path) -> None:
    work = ArtworkFactory(published=True)
    image = attach_image(work, photograph(), by=None, rights=Rights.CC0)
    before = work.revision
    prepare_image.func(image.pk)
    image.refresh_from_db()
    assert {tuple(sorted(copy.keys() - {"width", "height"})) for copy in image.derivatives.values()} == {
        ("jpeg",)
    }
    assert list(ArtworkImage.objects.public()) == [image]
    add_smaller_formats.func(image.pk)
    image.refresh_from_db()
    work.refresh_from_db()
    assert list(ArtworkImage.objects.public()) == [image]
    assert {
        width: (copy["width"], copy["height"], sorted(copy.keys() - {"width", "height"}))
        for width, copy in image.derivatives.items()
    } == {
        "320": (320, 240, ["avif", "jpeg", "webp"]),
        "640": (640, 480, ["avif", "jpeg", "webp"]),
        "1280": (1280, 960, ["avif", "jpeg", "webp"]),
        "1920": (1600, 1200, ["avif", "jpeg", "webp"]),
    }
    for copy in image.derivatives.values():
        for form in ("avif", "jpeg", "webp"):
            with Image.open(tmp_path / copy[form]) as picture:
                assert (picture.format.lower(), picture.size) == (form, (copy["width"], copy["height"]))
    assert (tmp_path / image.pyramid).stat().st_size > 0
    assert work.revision == before
    prepare_image.func(image.pk)  # a second time, after a stalled job was retried


def test_attach_image_offers_the_photograph_that_is_there() -> None:
    work = ArtworkFactory()
    image = attach_image(work, photograph(), by=None, rights=Rights.CC0)
    with pytest.raises(AlreadyThere) as refusal:
        attach_image(work, photograph(), by=None, rights=Rights.CC0)
    assert refusal.value.image == image


def test_attach_image_offers_the_photograph_on_another_work_of_the_museum() -> None:
    first = ArtworkFactory(title="Vase")
    second = ArtworkFactory(museum=first.museum)
    image = attach_image(first, photograph(), by=None, rights=Rights.CC0)
    with pytest.raises(AlreadyThere, match=r"This photograph is already on “Vase”\.") as refusal:
        attach_image(second, photograph(), by=None, rights=Rights.CC0)
    assert (refusal.value.image, refusal.value.may_repeat) == (image, True)
    attach_image(second, photograph(), by=None, rights=Rights.CC0, shows_this_too=True)
    with pytest.raises(AlreadyThere) as refusal:
        attach_image(second, photograph(), by=None, rights=Rights.CC0, shows_this_too=True)
    assert not refusal.value.may_repeat
    assert second.images.count() == 1


def test_same_photograph_of_two_works_is_kept_once(tmp_path: Path) -> None:
    first, second = (
        attach_image(ArtworkFactory(), photograph(), by=None, rights=Rights.CC0) for _number in range(2)
    )
    assert first.original.name == second.original.name
    assert len([path for path in (tmp_path / "originals").rglob("*") if path.is_file()]) == 1


def test_attach_image_refuses_what_is_no_photograph_and_writes_nothing() -> None:
    work = ArtworkFactory()
    with pytest.raises(Refused, match="not a photograph") as refusal:
        attach_image(work, io.BytesIO(b"MZ" + b"\0" * 400), by=None, rights=Rights.CC0)
    assert refusal.value.field == "original"
    with pytest.raises(Refused) as refusal:
        attach_image(work, photograph(), by=None, rights="")
    assert refusal.value.field == "rights"
    assert (ArtworkImage.objects.count(), Deed.objects.count(), ProcrastinateJob.objects.count()) == (0, 0, 0)


def test_photographs_of_a_public_record_are_the_registrars() -> None:
    work = ArtworkFactory(published=True)
    for person in (staff_of(work.museum, Role.CATALOGUER), staff_of(MuseumFactory())):
        with pytest.raises(NotAllowed):
            attach_image(work, photograph(), by=person, rights=Rights.CC0)
    registrar = staff_of(work.museum)
    image = attach_image(work, photograph(), by=registrar, rights=Rights.CC0)
    detach_image(image, by=registrar)
    assert not work.images.exists()
