"""The path finder by keyboard, by mouse, by touch and without script."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from collection.search.document import refresh
from members.deeds import deed
from tests.factories import ArtworkFactory, CultureFactory, InfluenceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PAGE = "/influences/paths/"


@pytest.fixture
def cobalt() -> str:
    """Iran's cobalt in Jingdezhen, whose blue went to Delft, shown by a dish."""
    names = {"Iran": [{"text": "Persia", "lang": "en"}], "China": [], "Netherlands": []}
    iran, china, dutch = (CultureFactory(name=name, alt_labels=alt) for name, alt in names.items())
    dates = (1351, 1660)
    vase, dish = (
        ArtworkFactory(
            published=True, culture=culture, title=title,
            earliest_begin=year, latest_begin=year, earliest_end=year, latest_end=year,
        )
        for culture, title, year in zip((china, dutch), ("David Vase", "Delft dish"), dates, strict=True)
    )  # fmt: skip
    refresh([vase, dish])
    with deed("publish", dish, by=None, is_public=True):  # the graph is kept until the catalogue changes
        InfluenceFactory(published=True, source_culture=iran, target_culture=china, witnesses=[vase])
        InfluenceFactory(published=True, source_culture=china, target_culture=dutch, witnesses=[dish])
        InfluenceFactory(published=True, source_culture=CultureFactory(name="Chinese Tartary"))
    return str(dish.public_id)


def options(page: Page, side: str) -> Any:
    return page.locator(f"#path-{side}-suggestions").get_by_role("option")


def field(page: Page, label: str) -> Any:
    return page.get_by_role("combobox", name=label, exact=True)


def test_by_keyboard(page: Page, live_server: Any, cobalt: str) -> None:
    page.goto(f"{live_server.url}{PAGE}")
    field(page, "From").focus()
    page.keyboard.type("pers")
    expect(options(page, "from")).to_have_text(["Iran Persia"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(field(page, "From")).to_have_value("Iran")
    expect(page.locator("#path-from-name")).to_have_value("iran")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Swap the two ends")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("delft")
    expect(options(page, "to")).to_have_text(["Delft dish"])
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}{PAGE}?from=iran&to={cobalt}")
    expect(page.locator(".path__step")).to_have_count(2)


def test_by_mouse_and_swapped(page: Page, live_server: Any, cobalt: str) -> None:
    page.goto(f"{live_server.url}{PAGE}?from=iran")
    field(page, "To").press_sequentially("neth")
    options(page, "to").click()
    page.get_by_role("button", name="Show the paths").click()
    expect(page).to_have_url(f"{live_server.url}{PAGE}?from=iran&to=netherlands")
    expect(page.get_by_role("heading", level=2).first).to_contain_text("Iran")
    page.locator(".exchange__bar").last.click()
    expect(page).to_have_url(f"{live_server.url}{PAGE}?from=iran&to=netherlands#chain-1-step-2")
    expect(page.locator("#chain-1-step-2")).to_be_in_viewport()
    field(page, "From").fill("China")  # what was chosen before is forgotten
    expect(page.locator("#path-from-name")).to_have_value("")
    page.get_by_role("button", name="Swap the two ends").click()
    expect(page).to_have_url(f"{live_server.url}{PAGE}?from=netherlands&to=china")
    expect(page.get_by_role("heading", name="No path is recorded")).to_be_visible()
    page.get_by_role("link", name="Show it").first.click()
    expect(page.locator(".path__step")).to_have_count(1)


def test_by_touch(chromium: Browser, live_server: Any, cobalt: str) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(f"{live_server.url}{PAGE}")
    for side, words in (("from", "ira"), ("to", "china")):
        tab.locator(f"#path-{side}").tap()
        tab.locator(f"#path-{side}").press_sequentially(words)
        options(tab, side).tap()
    tab.get_by_role("button", name="Show the paths").tap()
    expect(tab).to_have_url(f"{live_server.url}{PAGE}?from=iran&to=china")
    tab.locator(".exchange__list a").tap()
    expect(tab.locator("#chain-1-step-1")).to_be_in_viewport()
    assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_without_script(chromium: Browser, live_server: Any, cobalt: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 768, "height": 900})
    tab = context.new_page()
    tab.goto(f"{live_server.url}{PAGE}")
    tab.get_by_label("From").fill("Persia")
    tab.get_by_label("To", exact=True).fill("ch")
    tab.get_by_role("button", name="Show the paths").click()
    expect(tab.get_by_role("group", name="“ch” may be one of these:")).to_be_visible()
    tab.get_by_role("radio", name="China", exact=True).check()
    tab.get_by_role("button", name="Show the paths").click()
    expect(tab).to_have_url(f"{live_server.url}{PAGE}?from=iran&to=china")
    expect(tab.locator(".path__step")).to_have_count(1)
    context.close()
