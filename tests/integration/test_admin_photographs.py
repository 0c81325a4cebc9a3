"""Photographs in an artwork's form: the museum's own file is offered, what a record lacks is said, and a view is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from collection.models import ArtworkImage
from collection.rights import Rights
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
