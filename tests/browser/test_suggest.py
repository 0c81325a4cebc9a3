"""The search field offers what there is while one types, by keyboard and by hand; without it the form just submits."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from collection.search.document import refresh
from tests.factories import AgentFactory, ArtworkFactory, MuseumFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def catalogue() -> None:
    maker = AgentFactory(labels={"en": "Katsushika Hokusai"}, alt_labels=[{"text": "葛飾北斎", "lang": "ja"}])
    refresh([ArtworkFactory(published=True, title="Hokkaido wave", agents=[maker])])
    MuseumFactory(names={"en": "Hokkaido Museum"}, slug="hokkaido-museum")


@pytest.mark.usefixtures("catalogue")
def test_suggestions_are_walked_by_keyboard_and_said(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/artworks/")
    field = page.locator("#q-head")
    field.press_sequentially("hok")
    options = page.locator("#q-head-suggestions").get_by_role("option")
    expect(options).to_have_text(["Hokkaido wave", "Katsushika Hokusai", "Hokkaido Museum"])
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.locator("#q-head ~ .suggest__place [role=status]")).to_have_text("3 suggestions")
    field.press("ArrowUp")
    expect(field).to_have_attribute("aria-activedescendant", "q-head-suggestions-2")
    expect(options.nth(2)).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(field).not_to_have_attribute("aria-activedescendant", "q-head-suggestions-2")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("hok")
    field.press("ArrowDown")
    expect(options).to_have_count(3)
    field.press("ArrowDown")
    field.press("ArrowDown")
    field.press("Enter")
    expect(page.locator("h1")).to_contain_text("Artworks")
    assert "q=%22Katsushika+Hokusai%22" in page.url
    expect(page.locator(".card")).to_have_count(1)


@pytest.mark.usefixtures("catalogue")
def test_suggestion_is_taken_by_hand_and_enter_still_searches(page: Page, live_server: Any) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.locator("#id_q").press_sequentially("北斎")
    option = page.locator("#id_q-suggestions").get_by_role("option")
    expect(option).to_have_text(["Katsushika Hokusai 葛飾北斎"])
    expect(option.locator("[lang=ja]")).to_have_text("葛飾北斎")
    page.locator("#q-head").press_sequentially("hokkaido mus")
    expect(page.locator("#id_q-suggestions")).to_be_hidden()
    page.locator("#q-head-suggestions").get_by_role("option").click()
    expect(page).to_have_url(f"{live_server.url}/museums/hokkaido-museum/")
    page.locator("#q-head").press_sequentially("wave")
    expect(page.locator("#q-head-suggestions").get_by_role("option")).to_have_count(1)
    page.locator("#q-head").press("Enter")
    expect(page).to_have_url(f"{live_server.url}/artworks/?q=wave")


@pytest.mark.usefixtures("catalogue")
def test_without_script_the_field_is_a_field(chromium: Browser, live_server: Any) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    tab.goto(f"{live_server.url}/artworks/")
    tab.locator("#q-head").fill("wave")
    tab.locator("#q-head").press("Enter")
    expect(tab).to_have_url(f"{live_server.url}/artworks/?q=wave")
    context.close()
