"""Waiting for what a test depends on, never for an amount of time."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

PATIENCE = 30  # seconds until a condition that does not come is a failure
_FRAMES = """count => new Promise(done => {
  const next = left => left ? requestAnimationFrame(() => next(left - 1)) : done();
  next(count); })"""


def frames(page: Page, count: int = 4) -> None:
    """So many frames drawn: without animation a picture has moved by then as far as it will."""
    page.evaluate(_FRAMES, count)


def until(page: Page, truth: str | Callable[[], Any]) -> None:
    """Wait for an expression of the page's or of ours to hold; the content security policy forbids Playwright's own way."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if page.evaluate(truth) if isinstance(truth, str) else truth():
            return
        frames(page, 3)
    raise AssertionError(truth)
