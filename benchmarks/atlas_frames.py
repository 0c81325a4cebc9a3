"""The map of influences while it plays, in Chromium: script and layout of every frame, and what the page weighs.

The demonstration collection, on the server that deploys it. A frame is what the main thread does from one picture to the
next; the aims are a 95th percentile of 10 ms of script, style and layout, and 120 kB before fonts and pictures of works.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import tempfile
from bisect import bisect_left
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management import call_command
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.rigs.database import migrated_database
from benchmarks.rigs.site import running_site

COLUMNS = ("p50", "p95", "most", "aim")
SECONDS = 20  # of play, from the 6th century on: the fullest ones
_FROM = "/influences/?from_year=500&to_year=599"
_SCREENS = {"1280 × 900": (1280, 900), "360 × 780": (360, 780)}
# What the main thread does for script and layout; painting is not counted, as in the aim.
_WORK = frozenset({
    "FunctionCall", "EvaluateScript", "EventDispatch", "TimerFire", "FireAnimationFrame", "RunMicrotasks", "v8.run",
    "UpdateLayoutTree", "Layout", "UpdateLayerTree", "PrePaint", "Layerize", "ParseHTML", "MinorGC", "MajorGC",
})  # fmt: skip
_CATEGORIES = "devtools.timeline,disabled-by-default-devtools.timeline,v8"


def measure() -> Iterator[tuple[str, ...]]:
    """One line a screen, then the weight of the page as it goes over the wire."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # Playwright runs a loop in this thread
    with tempfile.TemporaryDirectory() as name, migrated_database() as database:
        call_command("load_demo", verbosity=0)
        with (
            running_site(database, Path(name), has_static=True) as (server, _),
            sync_playwright() as play,
        ):
            browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            for words, (width, height) in _SCREENS.items():
                frames = _played(browser, server, width, height)
                yield f"script and layout of {len(frames)} frames, {words} (ms)", *_percentiles(frames), "10"
            yield from _weights(browser, server)
            browser.close()


def _percentiles(frames: list[float]) -> tuple[str, str, str]:
    cut = statistics.quantiles(frames, n=100)
    return f"{cut[49]:.2f}", f"{cut[94]:.2f}", f"{max(frames):.1f}"


def _played(browser: Browser, server: str, width: int, height: int) -> list[float]:
    """Milliseconds of work in each frame of the play."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(server + _FROM, wait_until="networkidle")
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace.json"
        browser.start_tracing(page=page, path=str(trace), categories=_CATEGORIES.split(","))
        page.click("[data-do=play]")
        page.wait_for_timeout(SECONDS * 1000)
        browser.stop_tracing()
        events = json.loads(trace.read_text())["traceEvents"]
    context.close()
    return _by_frame(events)


def _by_frame(events: list[dict[str, Any]]) -> list[float]:
    """The work of the page's own thread up to the end of each frame; what lies within other work is counted once.

    A frame ends with its one `PrePaint`, after which there is only painting.
    """
    done = [event for event in events if event["name"] == "PrePaint"]
    thread = statistics.mode((event["pid"], event["tid"]) for event in done)
    ends = sorted(event["ts"] + event["dur"] for event in done if (event["pid"], event["tid"]) == thread)
    work = sorted(
        (event["ts"], event["ts"] + event["dur"])
        for event in events
        if event["name"] in _WORK and event.get("ph") == "X" and (event["pid"], event["tid"]) == thread
    )
    frames, until = [0.0] * (len(ends) + 1), 0.0
    for begin, end in work:
        if end > until:
            frames[bisect_left(ends, end)] += (end - max(begin, until)) / 1000
            until = end
    return frames[1:-1]  # the first holds the click, the last is not whole


def _weights(browser: Browser, server: str) -> Iterator[tuple[str, ...]]:
    """Bytes that an empty browser fetches for the map's page: all, and by kind."""
    context = browser.new_context()
    page = context.new_page()
    found: dict[str, int] = {}
    kinds: dict[str, str] = {}
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.on("Network.responseReceived", lambda event: kinds.update({event["requestId"]: _kind(event)}))

    def finished(event: dict[str, Any]) -> None:
        kind = kinds.get(event["requestId"], "else")
        found[kind] = found.get(kind, 0) + int(event["encodedDataLength"])

    session.on("Network.loadingFinished", finished)
    _opened(page, server)
    context.close()
    total = sum(size for kind, size in found.items() if kind not in ("fonts", "works"))
    parts = ", ".join(
        f"{kind} {found.get(kind, 0) / 1000:.1f}" for kind in ("page", "styles", "scripts", "map")
    )
    yield f"the page before fonts and pictures of works (kB): {parts}", "", "", f"{total / 1000:.1f}", "120"


def _opened(page: Page, server: str) -> None:
    page.goto(f"{server}/influences/", wait_until="networkidle")


def _kind(event: dict[str, Any]) -> str:
    """page, styles, scripts, map, fonts, works (their pictures) or else."""
    url = event["response"]["url"].partition("?")[0]
    if "/plates/" in url or "/images/" in url:
        return "works"
    if "/map/" in url:
        return "map"
    kinds = {"Document": "page", "Stylesheet": "styles", "Script": "scripts", "Font": "fonts"}
    return kinds.get(event["type"], "else")
