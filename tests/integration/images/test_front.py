"""The service before Django, in threads as the server runs it: what changes is heard within a second."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any

import pgtrigger
import pytest
from django.db import connections

from collection.actions import artworks as actions
from collection.images.front import in_front_of
from collection.images.listener import Listener
from collection.images.registry import Registry, registry
from collection.models import ArtworkImage
from collection.tasks import add_smaller_formats
from tests.factories import staff_of

pytestmark = pytest.mark.django_db(transaction=True)
Photograph = Callable[..., ArtworkImage]
SECOND = 1.0
TILE = "0,0,512,512/512,512/0/default.jpg"


@pytest.fixture
def listening() -> Iterator[Registry]:
    """A listener at work, as in every worker."""
    listener = Listener(registry)
    listener.start()
    _until(lambda: registry.is_trusted, 10)
    yield registry
    listener.stop()
    listener.join(5)
    assert not listener.is_alive()


def _until(condition: Callable[[], bool], seconds: float) -> float:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "it did not come about in time"
        time.sleep(0.005)
    return time.monotonic() - began


def site(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    start_response("200 OK", [])
    return [b"Django"]


def get(application: Any, path: str, **more: str) -> tuple[int, bytes]:
    said: list[str] = []
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, **more}
    body = b"".join(application(environ, lambda status, headers: said.append(status)))
    return int(said[0].split()[0]), body


def application() -> Any:
    """With the test's own listener instead of one that outlives the test."""
    return in_front_of(site, listens=False)


def test_pictures_are_answered_and_the_rest_goes_on(photograph: Photograph, listening: Registry) -> None:
    image, ask = photograph(), application()
    assert get(ask, "/artworks/") == (200, b"Django")
    assert get(ask, f"/images/{image.public_id}/777.jpeg") == (200, b"Django")  # the site knows its staff
    assert get(ask, f"/iiif/3/{image.public_id}/{TILE}")[0] == 200
    add_smaller_formats.func(image.pk)
    _until(lambda: get(ask, f"/images/{image.public_id}/320.avif")[1] != b"Django", 5)
    status, body = get(ask, f"/images/{image.public_id}/320.avif")
    assert (status, body[4:12]) == (200, b"ftypavif")
    assert get(ask, "/iiif/3/\xc3\xa9/info.json")[0] == 404


@pytest.mark.parametrize("how", ["withdrawn", "withheld", "withheld in silence"])
def test_what_may_no_longer_be_seen_is_gone_within_a_second(
    photograph: Photograph, listening: Registry, how: str
) -> None:
    image, ask = photograph(), application()
    path = f"/iiif/3/{image.public_id}/{TILE}"
    small = f"/images/{image.public_id}/320.jpeg"
    assert get(ask, path)[0] == 200 and get(ask, small)[1][:2] == b"\xff\xd8"
    _until(lambda: registry.is_trusted and get(ask, path)[0] == 200, 5)
    if how == "withdrawn":
        actions.withdraw(image.artwork, by=staff_of(image.artwork.museum), reason="Returned.")
    elif how == "withheld":
        ArtworkImage.objects.filter(pk=image.pk).update(withheld_reason="The heirs object.")
    else:  # no message comes, as over a broken connection: the deed is noticed all the same
        with pgtrigger.ignore("collection.Artwork:tell_image_service"):
            actions.withdraw(image.artwork, by=staff_of(image.artwork.museum), reason="Returned.")
    took = _until(lambda: get(ask, path)[0] in (404, 410), 5)
    assert took < SECOND
    assert get(ask, small) == (200, b"Django")


def test_nothing_is_trusted_where_nobody_listens(photograph: Photograph) -> None:
    image, ask = photograph(), application()
    _until(lambda: not registry.is_trusted, 5)
    path = f"/iiif/3/{image.public_id}/{TILE}"
    assert get(ask, path)[0] == 200
    ArtworkImage.objects.filter(pk=image.pk).update(withheld_reason="The heirs object.")
    assert get(ask, path)[0] == 404


def test_listener_comes_back_when_its_connection_is_cut(photograph: Photograph, listening: Registry) -> None:
    image, ask = photograph(), application()
    with connections["default"].cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%members_deed%' "
            "AND pid <> pg_backend_pid() AND datname = current_database()"
        )
    _until(lambda: registry.is_trusted, 10)
    assert get(ask, f"/iiif/3/{image.public_id}/{TILE}")[0] == 200
    ArtworkImage.objects.filter(pk=image.pk).update(withheld_reason="The heirs object.")
    assert _until(lambda: get(ask, f"/iiif/3/{image.public_id}/{TILE}")[0] == 404, 5) < SECOND


def test_no_more_pictures_are_cut_than_there_are_turns(
    photograph: Photograph, listening: Registry, settings: Any
) -> None:
    from collection.images import service

    settings.IMAGE_SERVICE_WAIT_SECONDS = 0.01
    image, ask = photograph(), application()
    taken = [service._turns.acquire(timeout=1) for _turn in range(settings.IMAGE_SERVICE_AT_ONCE)]
    try:
        assert all(taken)
        status, words = get(ask, f"/iiif/3/{image.public_id}/10,10,300,300/200,/0/default.jpg")
        assert (status, words) == (503, b"Too many pictures are being made.")
        assert get(ask, f"/iiif/3/{image.public_id}/{TILE}")[0] == 200  # tiles wait for nobody
    finally:
        for _turn in taken:
            service._turns.release()
