"""oEmbed and the frames: found from the page, answered in JSON and XML, refused for what is not ours, without cookies."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.test import Client

from tests.factories.world import World

pytestmark = pytest.mark.django_db
MAP = "/influences/?kind=motif&from_year=1300&to_year=1500"
PATH = "/influences/paths/?from=iran&to=dutch-republic"


def asked(path: str, more: str = "") -> str:
    return f"/oembed.json?url={quote(settings.PUBLIC_URL + path, safe='')}{more}"


@pytest.mark.parametrize("path", [MAP, "/fr" + MAP, PATH])
def test_the_page_leads_to_its_frame(path: str, client: Client, world: World) -> None:
    html = client.get(path).content.decode()
    links = dict(re.findall(r'<link rel="alternate" type="([a-z/+]+oembed)" href="([^"]+)"', html))
    assert set(links) == {"application/json+oembed", "text/xml+oembed"}
    answer = client.get(unescape(links["application/json+oembed"]).removeprefix(settings.PUBLIC_URL)).json()
    assert {name: answer[name] for name in ("version", "type", "width", "height")} == {
        "version": "1.0", "type": "rich", "width": 800, "height": 680,
    }  # fmt: skip
    source = unescape(re.search(r'<iframe src="([^"]+)"', answer["html"])[1])  # type: ignore[index]
    frame = client.get(source.removeprefix(settings.PUBLIC_URL))
    assert frame.status_code == 200
    assert not frame.cookies
    assert "X-Frame-Options" not in frame
    words = frame.content.decode()
    assert f'href="{settings.PUBLIC_URL}{path}"' in unescape(words)  # the way back, to the same view
    assert settings.NETWORK_NAME in unescape(words)
    assert "head__menu" not in words


def test_xml_says_the_same_as_json(client: Client, world: World) -> None:
    json = client.get(asked(MAP)).json()
    response = client.get(asked(MAP).replace(".json", ".xml"))
    assert response["Content-Type"] == "text/xml; charset=utf-8"
    root = ElementTree.fromstring(response.content.decode())
    assert root.tag == "oembed"
    assert {part.tag: part.text for part in root} == {name: str(value) for name, value in json.items()}
    assert client.get(asked(MAP).replace(".json", "") + "&format=xml").content == response.content


def test_a_frame_is_no_larger_than_asked(client: Client, world: World) -> None:
    answer = client.get(asked(MAP, "&maxwidth=400&maxheight=5000")).json()
    assert (answer["width"], answer["height"]) == (400, 680)
    assert 'width="400" height="680"' in answer["html"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/oembed.json", 400),
        (asked(MAP, "&maxwidth=wide"), 400),
        (asked(MAP, "&maxheight=0"), 404),
        (asked("/about/"), 404),
        (asked("/nothing-here/"), 404),
        (asked("/influences/?kind=magic"), 404),
        (asked("/influences/?from_year=1900"), 404),
        (asked("/influences/paths/"), 404),
        (asked("/influences/paths/?from=dutch-republic&to=iran"), 404),
        ("/oembed.json?url=https%3A%2F%2Fexample.org%2Finfluences%2F", 404),
        (f"/oembed.json?url={quote(settings.PUBLIC_URL + '.example.org/influences/', safe='')}", 404),
        ("/oembed.json?url=javascript%3Aalert(1)", 404),
        ("/oembed.json?url=http%3A%2F%2F%5Bbad%2Finfluences%2F", 404),
        (asked(MAP).replace(".json", ".yaml"), 501),
        (asked(MAP).replace(".json", "") + "&format=yaml", 501),
    ],
)
def test_what_cannot_be_embedded_is_refused(address: str, status: int, client: Client, world: World) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.json().keys() == {"error"}


def test_what_a_question_smuggles_in_stays_words(client: Client, world: World) -> None:
    answer = client.get(asked('/influences/?kind=motif&x="><script>')).json()
    assert "<script" not in answer["html"]


def test_only_frames_may_be_framed(client: Client, world: World) -> None:
    assert client.get(MAP)["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'none'" in client.get(MAP)["Content-Security-Policy"]
    assert "frame-ancestors *" in client.get(f"/embed{MAP}")["Content-Security-Policy"]
    assert client.get("/embed/influences/?kind=magic").status_code == 404
