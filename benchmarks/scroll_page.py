"""A work's page with a handscroll of 50,190 × 1,726 pixels in Chromium: bytes and seconds to the first sharp view.

Beside it the same scroll as most pages show one: the whole JPEG in an `<img>`. Both over a line of 20 Mbit/s and 40 ms.
"""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.rigs.database import migrated_database
from benchmarks.rigs.large import photograph
from benchmarks.rigs.pictures import SCROLL
from benchmarks.rigs.site import running_site

COLUMNS = ("kB", "requests", "seconds", "× rival")
_RUNS = 5
_SCREEN = {"width": 1280, "height": 900}
_LINE = {"offline": False, "latency": 40, "downloadThroughput": 20e6 / 8, "uploadThroughput": 5e6 / 8}


def measure() -> Iterator[tuple[str, ...]]:
    """Medians of five visits, each with an empty cache. Raises FileNotFoundError where the scroll is not at hand."""
    if not SCROLL.exists():
        raise FileNotFoundError(
            f"{SCROLL.name} is not part of the project, and there is nothing else to measure with"
        )
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in this thread
    with tempfile.TemporaryDirectory() as name, migrated_database() as database:
        folder = Path(name)
        shutil.copy(SCROLL, folder / "large.jpg")
        with (
            photograph(folder) as image,
            running_site(database, folder, has_static=True) as (server, _),
            sync_playwright() as play,
        ):
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            address = f"{server}/artworks/{image.artwork.public_id}/"
            ours = [_visit(browser, address, (_seen, _opened)) for _run in range(_RUNS)]
            (folder / "page.html").write_text('<!doctype html><img src="large.jpg" alt="">')
            with _plain_server(folder) as plain:
                rival = [_visit(browser, f"{plain}/page.html", (_decoded,)) for _run in range(_RUNS)]
            browser.close()
    whole = statistics.median(run[0][2] for run in rival)
    yield "the whole JPEG in an <img>", f"{SCROLL.stat().st_size / 1000:,.0f}", "1", f"{whole:.2f}", ""
    for words, step in (("page, strip sharp", 0), ("viewer opened, sharp", 1)):
        size, requests, seconds = (statistics.median(run[step][part] for run in ours) for part in range(3))
        yield words, f"{size / 1000:,.0f}", f"{requests:.0f}", f"{seconds:.2f}", f"{whole / seconds:.1f}"


@contextmanager
def _plain_server(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def _visit(browser: Browser, address: str, steps: tuple[Any, ...]) -> list[tuple[float, float, float]]:
    """(bytes, requests, seconds) since the beginning, after each step."""
    context = browser.new_context(viewport=_SCREEN)
    page = context.new_page()
    received = {"bytes": 0, "requests": 0}
    page.goto("/".join(address.split("/")[:3]) + "/none")  # the line holds for this origin's process
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _LINE)

    def finished(event: dict[str, Any]) -> None:
        received["bytes"] += int(event["encodedDataLength"])
        received["requests"] += 1

    session.on("Network.loadingFinished", finished)
    began = time.perf_counter()
    found = []
    for step in steps:
        step(page, address)
        found.append((received["bytes"], received["requests"], time.perf_counter() - began))
    context.close()
    return found


def _seen(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.wait_for_function(
        "[...document.querySelectorAll('[data-still] img')].some((img) => img.complete && img.naturalWidth)"
    )


def _opened(page: Page, address: str) -> None:
    page.click("button[data-do=open]")
    page.wait_for_selector("[data-stage][data-open]")
    page.wait_for_load_state("networkidle")


def _decoded(page: Page, address: str) -> None:
    page.goto(address, wait_until="load")
    page.evaluate("document.images[0].decode()")
