"""Whole pages kept before Django: the same as made anew, gone with what they show, for strangers only, in bounded memory."""

from __future__ import annotations

import io
import random
import time
from collections.abc import Callable, Iterator
from typing import Any
from unittest.mock import patch

import pgtrigger
import pytest
from django.core.handlers.wsgi import WSGIHandler

from asemus.front.pages import KeptPages, Page, Pages
from collection.actions import artworks as actions
from collection.actions.terms import accept_term
from collection.images.listener import Listener
from collection.images.registry import Registry
from collection.models import Artwork
from members.actions.museums import edit_museum
from members.enums import Role
from members.heard import HeardVersion
from members.kept import Kept
from members.models import Deed
from tests.factories import (
    ArtworkFactory,
    CultureFactory,
    EditorFactory,
    MaterialFactory,
    MuseumFactory,
    TechniqueFactory,
    TitleFactory,
    staff_of,
)

SECOND = 1.0
MANY = 8 * 1024 * 1024


class Site:
    """Django, and how often it was asked."""

    def __init__(self) -> None:
        self.django, self.asked = WSGIHandler(), 0

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Any:
        self.asked += 1
        return self.django(environ, start_response)


def get(
    application: Any, address: str, method: str = "GET", **more: str
) -> tuple[int, dict[str, str], bytes]:
    path, _sign, query = address.partition("?")
    environ = {
        "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "HTTP_HOST": "testserver",
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "REMOTE_ADDR": "192.0.2.1", "wsgi.input": io.BytesIO(),
        "wsgi.url_scheme": "http", "wsgi.errors": io.StringIO(), **more,
    }  # fmt: skip
    said: list[Any] = []
    answer = application(environ, lambda status, headers, *_: said.extend((status, headers)))
    body = b"".join(answer)
    if hasattr(answer, "close"):
        answer.close()
    return int(said[0].split()[0]), dict(said[1]), body


def _until(condition: Callable[[], bool], seconds: float = 5) -> float:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds, "it did not come about in time"
        time.sleep(0.005)
    return time.monotonic() - began


@pytest.fixture
def heard() -> Iterator[HeardVersion]:
    """What a listener of the test's own hears."""
    version = HeardVersion()
    listener = Listener(Registry(), version)
    listener.start()
    _until(lambda: version.version is not None, 10)
    yield version
    listener.stop()
    listener.join(5)


@pytest.fixture
def site() -> Site:
    return Site()


@pytest.fixture
def kept(site: Site, heard: HeardVersion) -> KeptPages:
    return KeptPages(site, heard, MANY)


@pytest.fixture
def works(transactional_db: Any) -> list[Artwork]:
    museum, culture = MuseumFactory(), CultureFactory()
    works = [
        ArtworkFactory(published=True, museum=museum, culture=culture, production_country=country)
        for country in ("CN", "CN", "JP", "KR", "FR")
    ]
    material = MaterialFactory()
    for work in works:
        work.concepts.add(material)
    return works


def _is_heard(heard: HeardVersion) -> bool:
    return heard.version == Deed.objects.catalogue_version()


def _edit(dice: random.Random, works: list[Artwork]) -> None:
    """Something that a museum or an editor does."""
    work = dice.choice(works)
    work.refresh_from_db()
    registrar = staff_of(work.museum)
    what = dice.choice(["work", "work", "museum", "term"])
    if what == "museum":
        director = staff_of(work.museum, Role.DIRECTOR)
        edit_museum(work.museum, by=director, about={"en": f"Founded in {dice.randrange(1500, 2000)}."})
    elif what == "term":
        accept_term(TechniqueFactory(term_status="proposed"), by=EditorFactory())
    elif work.status == "published":
        actions.withdraw(work, by=registrar, reason="Returned.")
    else:
        actions.restore(work, by=registrar)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", [1, 2])
def test_kept_pages_are_what_would_be_made_anew(
    works: list[Artwork], kept: KeptPages, site: Site, heard: HeardVersion, seed: int
) -> None:
    dice = random.Random(seed)
    work = works[0]
    addresses = [
        "/", "/artworks/", "/fr/artworks/", "/artworks/?country=CN&sort=title", "/artworks.json?country=JP",
        f"/artworks/{work.public_id}/", f"/artworks/{work.public_id}.json", "/countries/CN/", "/museums/",
        f"/museums/{work.museum.slug}/", "/about/",
    ]  # fmt: skip
    for _round in range(6):
        _edit(dice, works)
        _until(lambda: _is_heard(heard))
        for address in addresses:
            with patch.object(Kept, "seek", lambda _self, _key: None):  # no card, no label from memory either
                fresh = get(site, address)
            first, second = get(kept, address), get(kept, address)
            assert first == fresh and second == fresh, address


@pytest.mark.django_db(transaction=True)
def test_a_page_is_made_once_for_each_question(works: list[Artwork], kept: KeptPages, site: Site) -> None:
    variants: list[tuple[str, dict[str, str]]] = [
        ("/artworks/", {}),
        ("/fr/artworks/", {}),
        ("/artworks/", {"HTTP_HX_REQUEST": "true"}),
        ("/artworks/", {"HTTP_ACCEPT_ENCODING": "gzip, br"}),
        ("/artworks/?country=CN&sort=title", {}),
    ]
    made = [get(kept, address, **more) for address, more in variants]
    assert site.asked == len(variants)
    again = [get(kept, address, **more) for address, more in variants]
    assert site.asked == len(variants)
    assert again == made
    assert len({body for _status, _headers, body in made}) == len(variants)
    assert made[3][1]["Content-Encoding"] == "gzip"
    assert get(kept, "/artworks/?sort=title&country=CN") == made[4]
    assert site.asked == len(variants)


@pytest.mark.django_db(transaction=True)
def test_who_has_the_page_is_told_so_and_who_asks_for_its_head_gets_that(
    works: list[Artwork], kept: KeptPages, site: Site
) -> None:
    _status, headers, _body = get(kept, "/artworks/")
    status, short, body = get(kept, "/artworks/", HTTP_IF_NONE_MATCH=f'"other", {headers["ETag"]}')
    assert (status, body, short["ETag"]) == (304, b"", headers["ETag"])
    assert {"Cache-Control", "Vary", "Content-Security-Policy"} <= short.keys()
    assert "Content-Length" not in short
    assert get(kept, "/artworks/", "HEAD") == (200, headers, b"")
    assert site.asked == 1
    get(kept, "/artworks/", "POST")
    assert site.asked == 2


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("is_told", [True, False], ids=["told", "message lost"])
def test_a_withdrawn_work_is_gone_within_a_second(
    works: list[Artwork], kept: KeptPages, site: Site, is_told: bool
) -> None:
    work = works[0]
    page, listed = f"/artworks/{work.public_id}/", "/artworks.json"
    assert get(kept, page)[0] == 200 and work.public_id.encode() in get(kept, listed)[2]
    get(kept, page)
    registrar = staff_of(work.museum)
    if is_told:
        actions.withdraw(work, by=registrar, reason="Returned.")
    else:
        with pgtrigger.ignore("members.Deed:tell_of_public"):
            actions.withdraw(work, by=registrar, reason="Returned.")
    took = _until(lambda: get(kept, page)[0] == 410)
    assert took < SECOND
    assert work.public_id.encode() not in get(kept, listed)[2]


@pytest.mark.django_db(transaction=True)
def test_a_title_written_beside_every_action_stays_for_a_minute_at_most(
    works: list[Artwork], kept: KeptPages, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/artworks/{works[0].public_id}/"
    get(kept, address)
    TitleFactory(artwork=works[0], text="Written by hand into the table", language="la")
    later = time.monotonic() + 61
    monkeypatch.setattr("asemus.front.pages.time.monotonic", lambda: later)
    assert b"Written by hand" in get(kept, address)[2]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("cookie", ["sessionid=abc", "a=b; sessionid=abc", "messages=x", "sessionid"])
def test_who_may_be_signed_in_is_answered_by_django(
    works: list[Artwork], kept: KeptPages, site: Site, cookie: str
) -> None:
    for _again in range(2):
        get(kept, "/artworks/", HTTP_COOKIE=cookie)
    assert site.asked == 2
    assert (len(kept.plain), len(kept.filtered)) == (0, 0)
    get(kept, "/artworks/", HTTP_COOKIE="theme=dark")
    assert len(kept.plain) == 1


@pytest.mark.django_db(transaction=True)
def test_nothing_private_and_no_error_is_kept(works: list[Artwork], kept: KeptPages, site: Site) -> None:
    draft = ArtworkFactory()
    addresses = [
        f"/artworks/{draft.public_id}/", "/artworks/?century=abc", "/admin/", "/accounts/login/", "/healthz",
        f"/artworks/{works[0].public_id}/correction/", "/artworks.csv", "/artworks/?q=" + "x" * 1200,
    ]  # fmt: skip
    for address in addresses:
        get(kept, address)
    assert (len(kept.plain), len(kept.filtered)) == (0, 0)


@pytest.mark.django_db(transaction=True)
def test_nothing_is_kept_where_nothing_is_heard(works: list[Artwork], site: Site) -> None:
    kept = KeptPages(site, HeardVersion(), MANY)
    for _again in range(2):
        assert get(kept, "/artworks/")[0] == 200
    assert (site.asked, len(kept.plain)) == (2, 0)


def _page(size: int) -> Page:
    return Page("200 OK", [], b"x" * size, "", time.monotonic() + 60)


def test_memory_is_bounded_and_what_was_asked_for_last_stays() -> None:
    pages = Pages(1_000_000)
    for number in range(1000):
        pages.keep(1, number, _page(10_000))
        assert pages.find(1, 0) or number > 100
        assert pages.bytes <= 1_000_000
    assert pages.find(1, 999) is not None
    assert pages.find(1, 0) is not None
    assert pages.find(1, 500) is None
    pages.keep(1, "large", _page(500_000))
    assert pages.find(1, "large") is None


def test_another_version_ends_all_pages_of_the_one_before() -> None:
    pages = Pages(1_000_000)
    pages.keep(1, "a", _page(1000))
    assert pages.find(2, "a") is None
    pages.keep(2, "b", _page(1000))
    assert (len(pages), pages.find(1, "a"), pages.bytes) == (1, None, _page(1000).size)
