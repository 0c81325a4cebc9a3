"""Every kind of public page in Chromium: nothing against WCAG 2.2 AA, nothing in the console, nobody else asked, at four
widths, by keyboard, and whole without script. What filters, themes and copying do is in test_public_pages."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.factories.world import World, build_world
from tests.integration.addresses import PAGES, address_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
WIDTHS = (360, 768, 1280, 1920)
IS_FOCUS_SEEN = """() => {
  const on = document.activeElement, style = getComputedStyle(on), box = on.getBoundingClientRect();
  return on !== document.body && box.width > 0 && box.bottom > 0
    && (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none');
}"""


@pytest.fixture
def addresses() -> dict[str, str]:
    world: World = build_world()
    return {name: address_of(name, world) for name in PAGES} | {"sign in": "/accounts/login/"}


# Tools that only a browser can hold are marked as made by script; what stands in noscript is text to a browser with script.
WORDS_OF_MAIN = """() => {
  const main = document.querySelector('main').cloneNode(true);
  for (const tool of main.querySelectorAll('[data-by-script]')) tool.remove();
  for (const part of main.querySelectorAll('noscript'))
    part.replaceWith(document.createRange().createContextualFragment(part.textContent));
  return main.textContent;
}"""


def words_of_main(page: Page) -> str:
    return " ".join(page.evaluate(WORDS_OF_MAIN).split())


def test_every_page_in_a_browser(chromium: Browser, live_server: Any, addresses: dict[str, str]) -> None:
    """One walk over all pages: the collection is built once, each page is opened once with script and once without."""
    found: list[str] = []
    context = chromium.new_context(bypass_csp=True, reduced_motion="reduce")
    bare = chromium.new_context(java_script_enabled=False)
    page, still = context.new_page(), bare.new_page()
    name = ""
    page.on("console", lambda said: found.append(f"{name}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: found.append(f"{name}: {error}"))
    page.on(
        "request",
        lambda asked: (
            None
            if asked.url.startswith((live_server.url, "data:"))
            else found.append(f"{name}: asked {asked.url}")
        ),
    )
    page.on(
        "response",
        lambda got: (
            None
            if got.status < 400 or got.request.resource_type == "document"
            else found.append(f"{name}: {got.status} for {got.url}")
        ),
    )
    for name, address in addresses.items():
        found += _faults(page, still, name, live_server.url + address)
    context.close()
    bare.close()
    # The console repeats the status of the page itself (a tombstone, a refusal); parts of a page are told above.
    status = "Failed to load resource: the server responded with a status of 4"
    assert [fault for fault in found if status not in fault] == []


def _faults(page: Page, still: Page, name: str, url: str) -> list[str]:
    page.goto(url)
    still.goto(url)
    found = []
    if words_of_main(page) != " ".join((still.locator("main").text_content() or "").split()):
        found.append(f"{name}: the main content is another without script")
    page.keyboard.press("Tab")
    if page.evaluate("document.activeElement.getAttribute('href')") != "#main":
        found.append(f"{name}: the first stop is not the link to the content")
    for _stop in range(6):
        if not page.evaluate(IS_FOCUS_SEEN):
            found.append(
                f"{name}: focus is not seen on {page.evaluate('document.activeElement.outerHTML')[:120]}"
            )
        page.keyboard.press("Tab")
    for fault in Axe().run(page, options={"runOnly": RULES}).response["violations"]:
        found.append(f"{name}: {fault['id']} {fault['nodes'][0]['html'][:160]}")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate("document.documentElement.scrollWidth")
        if wide > width:
            found.append(f"{name}: {wide} pixels wide at {width}")
    page.set_viewport_size({"width": 1280, "height": 900})
    return found
