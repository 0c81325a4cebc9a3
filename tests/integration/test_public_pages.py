"""Every public address: its status, its headers, its languages, and what it makes of nonsense."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from tests.factories.world import World
from tests.integration.addresses import EVERYTHING, FRAMES, MACHINES, PAGES, WITH_COOKIE, address_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", EVERYTHING)
def test_status_cookies_and_headers(name: str, client: Client, world: World) -> None:
    response = client.get(address_of(name, world), headers={"accept-language": "fr"})
    assert response.status_code == EVERYTHING[name][1]
    varies = response.get("Vary", "").lower()
    assert "accept-language" not in varies
    assert ("cookie" in varies, bool(response.cookies)) == (name in WITH_COOKIE, name in WITH_COOKIE)
    policy = response["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response.get("X-Frame-Options") == (None if name in FRAMES else "DENY")
    assert ("frame-ancestors *" if name in FRAMES else "frame-ancestors 'none'") in policy
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"


@pytest.mark.parametrize("name", PAGES)
def test_page_speaks_the_language_of_its_address(name: str, client: Client, world: World) -> None:
    path = address_of(name, world)
    for code, address in (("en", path), ("fr", f"/fr{path}")):
        response = client.get(address, headers={"host": "127.0.0.1", "accept-language": "de"})
        html = response.content.decode()
        assert response.status_code == PAGES[name][1]
        assert f'<html lang="{code}" dir="ltr">' in html
        assert response["Content-Language"] == code
        assert "127.0.0.1" not in html


@pytest.mark.parametrize("name", [name for name, (_path, status) in PAGES.items() if status == 200])
def test_page_names_itself_and_its_other_language(name: str, client: Client, world: World) -> None:
    path = address_of(name, world)
    bare = path.partition("?")[0]
    for prefix in ("", "/fr"):
        html = client.get(prefix + path).content.decode()
        links = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)"', html))
        canonical = re.findall(r'<link rel="canonical" href="([^"]+)"', html)
        assert [url.partition("?")[0] for url in canonical] == [f"{settings.PUBLIC_URL}{prefix}{bare}"]
        assert {code: url.partition("?")[0] for code, url in links.items()} == {
            "en": f"{settings.PUBLIC_URL}{bare}",
            "fr": f"{settings.PUBLIC_URL}/fr{bare}",
        }


@pytest.mark.parametrize("name", MACHINES)
def test_machines_have_one_address_only(name: str, client: Client, world: World) -> None:
    assert client.get(f"/fr{address_of(name, world)}", follow=True).status_code == 404


FUZZED = ["/artworks/", "/artworks.json", "/influences/", "/influences.json", "/epochs/"]
BAD = {
    "q=" + "x" * 10_000: 400,
    "q=a%00b": 400,
    "page=-1": 400,
    "page=%00": 400,
    "page=999999": 404,
    "from_year=99999999999999999999": 400,
    "culture=nobody": 200,
    "&".join(["country=CN"] * 1000): 200,
    "&".join(f"country=c{number}" for number in range(1000)): 400,
}


@pytest.mark.parametrize("query", BAD, ids=lambda query: query[:24])
def test_nonsense_gets_the_right_status(query: str, client: Client, world: World) -> None:
    for address in ("/artworks/", "/fr/artworks/", "/artworks.json"):
        assert client.get(f"{address}?{query}").status_code == BAD[query], address


@pytest.mark.parametrize(
    "query", ["from_year=%00", "to_year=1e9", "from_year=10000001", "from_year=2000&to_year=1000"]
)
def test_nonsense_years_are_refused(query: str, client: Client, world: World) -> None:
    for address in ("/epochs/", "/influences/", "/influences.json"):
        assert client.get(f"{address}?{query}").status_code == 400, address


@pytest.mark.parametrize(
    "path",
    [
        "/countries/%00/", "/countries/xx/", "/countries/ATLANTIS.json", "/epochs/no-such/", "/epochs/no-such.json",
        "/cultures/no-such/", "/cultures/no-such.json", "/museums/no-such/", "/museums/no-such.json",
        "/exhibitions/no-such/", "/exhibitions/no-such.json", "/artworks/..%2f..%2fetc/", "/artworks/0zzzzzzz.json",
        "/plates/0zzzzzzz.svg", "/images/0zzzzzzz/320.jpeg", "/sitemap-no-such.xml", "/sitemap-artworks.xml?p=%00",
        "/artworks/%F0%9F%8F%BA/", "/ark:/99999/%00", "/artworks/0zzzzzzz/versions/99999999999999999999/",
    ],
)  # fmt: skip
def test_what_is_not_there_is_not_found(path: str, client: Client, world: World) -> None:
    assert client.get(path).status_code == 404


def test_version_beyond_every_number_is_not_found(client: Client, world: World) -> None:
    for number in ("0", "3", "99999999999999999999"):
        assert client.get(f"/artworks/{world.work.public_id}/versions/{number}/").status_code == 404


NAMES = st.sampled_from(
    ["q", "country", "museum", "century", "epoch", "culture", "type", "influence_from", "influence_kind", "photograph",
     "date_from", "date_to", "around", "from_year", "to_year", "date_match", "sort", "page", "view", "kind", "region",
     "reuse", "like", "near", "within"]
)  # fmt: skip
VALUES = st.one_of(
    st.text(max_size=60),
    st.integers(-(10**9), 10**9).map(str),
    st.sampled_from(["CN", "1600", "-400", "china", "motif", "500 BCE", "", "\x00", "'", '"', "%", "((", "a -b", ":*&|!"]),
)  # fmt: skip


@pytest.mark.parametrize("address", FUZZED)
@given(pairs=st.lists(st.tuples(NAMES, VALUES), max_size=6))
@hypothesis_settings(
    max_examples=40, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_query_string_breaks(
    address: str, client: Client, world: World, pairs: list[tuple[str, str]]
) -> None:
    query: dict[str, list[str]] = {}
    for name, value in pairs:
        query.setdefault(name, []).append(value)
    assert client.get(address, query).status_code in (200, 400, 404)
