"""A real browser: Chromium of the system, else Playwright's own; without either the tests are skipped, and said so."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.waiting import PATIENCE

# Playwright's sync interface runs a loop in this thread; the ORM must not take that for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE * 1000)  # a busy machine is slow, not wrong
    with sync_playwright() as playwright:
        system = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        own = playwright.chromium.executable_path
        if not system and not Path(own).exists():
            pytest.skip("no Chromium was found")
        browser = playwright.chromium.launch(executable_path=system or own, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """A visitor's browser with nothing kept from before; it moves nothing that need not move."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, reduced_motion="reduce", permissions=["clipboard-write"]
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, live_server: Any) -> Iterator[Page]:
    """A tab at the live server. Any message of the console and any request to elsewhere fails the test."""
    tab = context.new_page()
    complaints: list[str] = []
    tab.on(
        "console",
        lambda message: complaints.append(message.text) if message.type in {"error", "warning"} else None,
    )
    tab.on("pageerror", lambda error: complaints.append(str(error.stack)))
    own = (live_server.url, "data:", "blob:", "about:")
    tab.on(
        "request",
        lambda request: None if request.url.startswith(own) else complaints.append(f"asked {request.url}"),
    )
    yield tab
    assert complaints == []
