"""Every kind of public page stays under 100 kB before pictures and fonts, and what is compressed is text."""

from __future__ import annotations

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from asemus.compression import TextCompressionMiddleware
from tests.factories.world import World, grow
from tests.integration.addresses import PAGES, address_of
from tests.integration.weight import LIMIT, weight_of


@pytest.mark.django_db
def test_no_page_is_heavy(client: Client, world: World) -> None:
    grow(world, 30)
    weights = {name: weight_of(client, address_of(name, world)) for name in PAGES}
    assert {name: weight for name, weight in weights.items() if weight >= LIMIT} == {}
    assert min(weights.values()) > 20_000  # the style sheets are counted


@pytest.mark.parametrize(
    ("content_type", "is_smaller"),
    [
        ("text/html; charset=utf-8", True),
        ("application/json", True),
        ("application/ld+json", True),
        ("application/atom+xml", True),
        ("image/svg+xml", True),
        ("image/jpeg", False),
        ("application/zip", False),
        ("", False),
    ],
)
def test_only_text_is_compressed(content_type: str, is_smaller: bool) -> None:
    body = b"moon jar " * 200
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    answer = TextCompressionMiddleware(lambda _: HttpResponse(body, content_type=content_type))(request)
    assert (answer.get("Content-Encoding") == "gzip") is is_smaller
    assert (len(answer.content) < len(body)) is is_smaller


def test_a_streamed_picture_keeps_its_length() -> None:
    def answer(_request: object) -> StreamingHttpResponse:
        return StreamingHttpResponse(
            [b"\xff\xd8"], headers={"Content-Length": "2", "Content-Type": "image/jpeg"}
        )

    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    assert TextCompressionMiddleware(answer)(request)["Content-Length"] == "2"  # type: ignore[arg-type]


def test_who_takes_no_gzip_gets_none(client: Client, db: None) -> None:
    assert "Content-Encoding" not in client.get("/about/").headers
