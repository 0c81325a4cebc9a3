"""Mirador and Clover open our manifests, offline: a photographed work with two views, and a work that has only its plate."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import BrowserContext, Page

from collection.models import Artwork
from tests.browser.photographs import photographed
from tests.browser.waiting import PATIENCE, until
from tests.factories import ArtworkFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PACKAGES = django_settings.BASE_DIR / "node_modules"
MIRADOR = """<!doctype html><meta charset="utf-8"><title>Mirador</title><body>
<div id="viewer" style="position:absolute;inset:0"></div><script src="/mirador/dist/mirador.min.js"></script>
<script>Mirador.viewer({{id: "viewer", windows: [{{manifestId: "{manifest}"}}]}})</script>"""
CLOVER = """<!doctype html><meta charset="utf-8"><title>Clover</title><body>
<script src="/@samvera/clover-iiif/dist/web-components/index.umd.js"></script>
<clover-viewer id="{manifest}"></clover-viewer>"""
NEXT = {"mirador": "[aria-label='Next item']", "clover": "[data-testid=media-thumbnail][data-canvas='1']"}
PAGES = {"mirador": MIRADOR, "clover": CLOVER}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """The packages' files, and the page of a viewer at /mirador.html?manifest and /clover.html?manifest."""

    def do_GET(self) -> None:
        name, _dot, rest = self.path.removeprefix("/").partition(".html?")
        if not rest:
            return super().do_GET()
        body = PAGES[name].format(manifest=rest).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None

    def log_message(self, *_words: Any) -> None:
        pass


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[str]:
    """Another site on this machine, where the viewers live."""
    handler = functools.partial(Quiet, directory=str(PACKAGES))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://localhost:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def published(live_server: Any, settings: Any, tmp_path: Path) -> dict[str, Artwork]:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PUBLIC_URL = live_server.url
    found = {"photographs": ArtworkFactory(published=True), "plate": ArtworkFactory(published=True)}
    photographed(found["photographs"], (1600, 1200), view="recto", caption={"en": "The front"})
    photographed(
        found["photographs"], (1200, 1600), colour="#88939c", view="verso", caption={"en": "The back"}
    )
    return found


@pytest.fixture
def visitor(live_server: Any, context: BrowserContext) -> Iterator[Page]:
    """A tab; afterwards the site's threads have said goodbye to the browser, and so to the database."""
    yield context.new_page()
    context.close()
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(PATIENCE)


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("kind", ["photographs", "plate"])
def test_viewer_of_others_shows_our_work(
    visitor: Page, live_server: Any, elsewhere: str, published: dict[str, Artwork], name: str, kind: str
) -> None:
    work = published[kind]
    images = [image.public_id for image in work.images.all()] or [work.public_id]
    page = visitor
    asked: list[str] = []
    answers: list[tuple[str, int]] = []
    faults: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("response", lambda response: answers.append((response.url, response.status)))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(f"{elsewhere}/{name}.html?{live_server.url}/artworks/{work.public_id}/manifest.json")
    tiles = f"{live_server.url}/iiif/3/{images[0]}/"
    until(page, lambda: drawn(answers, tiles))
    page.wait_for_load_state("networkidle")
    assert page.locator(".openseadragon-canvas canvas").first.is_visible()
    assert work.title_text in page.locator("body").inner_text()
    if len(images) > 1:
        page.locator(NEXT[name]).click()
        until(page, lambda: drawn(answers, f"{live_server.url}/iiif/3/{images[1]}/"))
    assert [url for url, status in answers if status >= 400 and "favicon" not in url] == []
    hosts = {urlsplit(url).hostname for url in asked if url.startswith("http")}
    assert hosts == {"localhost"}, [url for url in asked if "localhost" not in url]
    assert faults == []


def drawn(answers: list[tuple[str, int]], tiles: str) -> bool:
    """True once the service's description and a picture of it have come."""
    came = [url for url, status in answers if url.startswith(tiles) and status == 200]
    return any(url.endswith("info.json") for url in came) and any(url.endswith(".jpg") for url in came)
