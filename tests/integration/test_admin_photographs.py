"""Photographs in an artwork's form: the museum's own file is offered, what a record lacks is said, and a view is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.admin.photographs import state_of
from collection.models import ArtworkImage
from collection.rights import Rights
from collection.tasks import prepare_image
from tests.factories import ArtworkFactory, ImageFactory, MuseumFactory, staff_of
from tests.integration.posted import changed
from tests.integration.test_admin_artwork import address, errors_of, opened, picture, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def museum() -> Any:
    return MuseumFactory()


@pytest.fixture
def registrar(museum: Any) -> Client:
    return signed_in(staff_of(museum))


def sent(registrar: Client, work: Any, **values: object) -> Any:
    fields = changed(opened(registrar, address(work)), images__0__rights=Rights.CC0, **values)
    return registrar.post(address(work), {**fields, "images-0-original": picture(), "_continue": "1"})


def test_a_photograph_of_another_work_is_offered_and_taken_when_that_is_meant(
    registrar: Client, museum: Any
) -> None:
    first, second = ArtworkFactory(museum=museum, title="Vase"), ArtworkFactory(museum=museum)
    assert sent(registrar, first).status_code == 302
    page = sent(registrar, second)
    assert page.status_code == 200
    (error,) = errors_of(page)
    assert error.startswith("This photograph is already on “Vase”. <a href=")
    assert address(first) in error
    assert second.images.count() == 0
    assert sent(registrar, second, images__0__shows_this_too="on").status_code == 302
    assert [image.artwork for image in ArtworkImage.objects.order_by("pk")] == [first, second]


def test_another_museums_photograph_is_nobodys_business(registrar: Client, museum: Any) -> None:
    other = ArtworkFactory(title="Elsewhere")
    assert sent(signed_in(staff_of(other.museum)), other).status_code == 302
    assert sent(registrar, ArtworkFactory(museum=museum)).status_code == 302


def test_view_direction_and_width_are_kept(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    values = {"view": "verso", "viewing_direction": "right-to-left", "shown_width_cm": "41.5"}
    page = sent(registrar, work, **{f"images__0__{name}": value for name, value in values.items()})
    assert page.status_code == 302, errors_of(page)
    image = work.images.get()
    assert {name: str(getattr(image, name)) for name in values} == {**values, "shown_width_cm": "41.50"}


def test_the_form_says_which_photograph_lacks_what(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    ImageFactory(artwork=work, credit="")
    ImageFactory(artwork=work, alt={})
    page = registrar.get(address(work)).content.decode()
    assert "Photograph 1 has no credit: say whom to name beside it." in page
    assert "Photograph 2 has no alternative text" in page


def test_a_failure_is_said_beside_the_photograph(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    image = ImageFactory(artwork=work, derivatives={}, failure="The file could not be read to its end.")
    page = registrar.get(address(work)).content.decode()
    assert "The file could not be read to its end." in page
    assert f"?q={image.public_id}" in page


LIST = "/admin/collection/artworkimage/"


def job_for(image: ArtworkImage, status: str) -> None:
    prepare_image.defer(image_id=image.pk)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = %s WHERE (args->>'image_id')::int = %s",
            [status, image.pk],
        )


def test_the_list_says_how_far_each_photograph_is(registrar: Client, museum: Any) -> None:
    work = ArtworkFactory(museum=museum)
    ready = ImageFactory(artwork=work)
    waiting, doing, failed = (ImageFactory(artwork=work, derivatives={}) for _number in range(3))
    job_for(waiting, "todo")
    job_for(doing, "doing")
    ArtworkImage.objects.filter(pk=failed.pk).update(failure="The file is strange.")
    ImageFactory(artwork=ArtworkFactory())
    page = registrar.get(LIST)
    rows = {image.pk: state_of(image, image.job) for image in page.context["cl"].result_list}
    assert rows == {ready.pk: "ready", waiting.pk: "waiting", doing.pk: "doing", failed.pk: "failed"}
    assert "failed: The file is strange." in page.content.decode()
    for made, found in (("ready", {ready.pk}), ("waiting", {waiting.pk, doing.pk}), ("failed", {failed.pk})):
        listed = registrar.get(LIST, {"made": made}).context["cl"].result_list
        assert {image.pk for image in listed} == found, made


def test_what_failed_is_tried_again_in_ones_own_museum_only(registrar: Client, museum: Any) -> None:
    public = ArtworkFactory(museum=museum, published=True)
    failed = ImageFactory(artwork=public, derivatives={}, failure="The file is strange.")
    ready = ImageFactory(artwork=public)
    foreign = ImageFactory(artwork=ArtworkFactory(), derivatives={}, failure="The file is strange.")
    keys = [failed.pk, ready.pk, foreign.pk]
    page = registrar.post(LIST, {"action": "make_again", "_selected_action": keys}, follow=True)
    assert "1 photograph is tried again." in page.content.decode()
    jobs = ProcrastinateJob.objects.order_by("task_name").values_list("task_name", "args")
    assert [(name.rpartition(".")[2], args) for name, args in jobs] == [
        ("prepare_image", {"image_id": failed.pk}),
        ("publish_photographs", {"artwork_id": public.pk, "by_id": staff_id(registrar)}),
    ]
    assert dict(ArtworkImage.objects.values_list("pk", "failure")) == {
        failed.pk: "", ready.pk: "", foreign.pk: "The file is strange."
    }  # fmt: skip


def staff_id(client: Client) -> int:
    return int(client.session["_auth_user_id"])


def test_the_list_asks_the_same_number_of_questions_for_one_and_for_thirty(
    registrar: Client, museum: Any
) -> None:
    counts = []
    for more in (1, 29):
        for _number in range(more):
            ImageFactory(artwork=ArtworkFactory(museum=museum))
        with CaptureQueriesContext(connection) as asked:
            assert registrar.get(LIST).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 12


def test_works_are_listed_with_and_without_a_photograph(registrar: Client, museum: Any) -> None:
    bare, shown = ArtworkFactory(museum=museum), ImageFactory(artwork=ArtworkFactory(museum=museum)).artwork
    for value, work in (("0", bare), ("1", shown)):
        page = registrar.get("/admin/collection/artwork/", {"photograph": value})
        assert list(page.context["cl"].result_list) == [work]
