"""A visitor finds works by country, by what they received, by epoch, in an exhibition and by words, in two languages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.factories.world import build_world

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def heading(page: Page, words: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(words)


def test_a_visitor_goes_from_a_country_along_an_influence_to_an_epoch(page: Page, live_server: Any) -> None:
    build_world()
    main = page.locator("main")
    page.goto(live_server.url)
    page.get_by_role("link", name="All countries").click()
    main.get_by_role("link", name="China", exact=True).last.click()
    heading(page, "China")
    main.locator("#made").get_by_role("link", name="Work 0").click()

    heading(page, "Work 0")
    expect(main.locator("h1 [lang=zh-Hant]")).to_have_text("至正十一年銘青花")
    expect(main).to_contain_text("not yet verified by the museum")
    main.locator("[data-side=received]").get_by_role("link", name="Iran").click()

    heading(page, "Iran")
    expect(main).to_contain_text("Gave to")
    main.get_by_role("link", name="2 works").first.click()
    expect(main.locator(".card")).to_have_count(2)

    page.get_by_role("navigation").get_by_role("link", name="Epochs").click()
    main.locator(".timeline__bars a", has_text="Ming").click()
    heading(page, "Ming")
    expect(main.locator(".card")).to_have_count(6)


def test_a_visitor_walks_through_a_show_searches_and_changes_the_language(
    page: Page, live_server: Any
) -> None:
    build_world()
    main = page.locator("main")
    page.goto(live_server.url)
    main.get_by_role("link", name="Threads").click()
    heading(page, "Threads")
    main.locator(".wall").get_by_role("link", name="Work 0").click()
    heading(page, "Work 0")

    page.get_by_role("combobox", name="Search the collection").first.fill("Potter 3")
    page.keyboard.press("Enter")
    expect(main.locator(".card")).to_have_count(1)
    main.get_by_role("link", name="Work 3").click()
    heading(page, "Work 3")
    page.locator(".head a[hreflang=fr]").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    heading(page, "Work 3")
    expect(main).to_contain_text("Un vase.")
