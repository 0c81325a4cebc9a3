"""asemus.errors: with DEBUG on, a visitor of the demonstration still gets our own error pages."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotFound
from django.test import Client
from django.urls import path


def missing(request: HttpRequest) -> HttpResponse:
    raise Http404("nothing of that name")


def failing(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("a fault of ours")


def suspicious(request: HttpRequest) -> HttpResponse:
    raise SuspiciousOperation("no")


def own_answer(request: HttpRequest) -> HttpResponse:
    return HttpResponseNotFound("a view's own words", content_type="text/plain")


handler400 = "asemus.pages.bad_request"
handler404 = "asemus.pages.not_found"
handler500 = "asemus.pages.server_error"


@pytest.fixture
def client(settings: Any) -> Client:
    import asemus.urls

    views = (missing, failing, suspicious, own_answer)
    monkey_urls = [path(f"{view.__name__}/", view) for view in views]
    globals()["urlpatterns"] = [*monkey_urls, *asemus.urls.urlpatterns]
    settings.ROOT_URLCONF = __name__
    settings.DEBUG = True
    place = settings.MIDDLEWARE.index("asemus.language.LanguageFromPathMiddleware") + 1
    settings.MIDDLEWARE = [
        *settings.MIDDLEWARE[:place],
        "asemus.errors.HelpfulErrorsMiddleware",
        *settings.MIDDLEWARE[place:],
    ]
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/missing/", 404, "This page is not here"),
        ("/no-such-address/", 404, "This page is not here"),
        ("/failing/", 500, "<h1"),
        ("/suspicious/", 400, "<h1"),
    ],
)
def test_demonstration_shows_our_error_page(client: Client, address: str, status: int, words: str) -> None:
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == status
    assert words in page
    assert "Virtual Collection of Masterpieces" in page
    assert "DEBUG = True" not in page
    assert "Traceback" not in page


def test_a_views_own_answer_is_left_as_it_is(client: Client) -> None:
    assert client.get("/own_answer/").content == b"a view's own words"
