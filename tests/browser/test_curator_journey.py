"""A curator signs in, builds an exhibition of two rooms with works of two museums, previews and publishes it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import BrowserContext, Page, expect

from exhibitions.models import Exhibition, StandingConsent
from members.models import Deed
from tests.factories import ArtworkFactory, CuratorFactory, MuseumFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _no_limits_from_before() -> None:
    cache.clear()


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/admin/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()


def add_wall(page: Page, number: int, kind: str, works: tuple[str, ...] = (), **texts: str) -> None:
    """A new wall in the room that is open."""
    page.locator("#blocks-group .add-row a").click()
    wall = page.locator(f"#blocks-{number}")
    page.locator(f"#id_blocks-{number}-kind").select_option(label=kind)
    for words in works:
        wall.locator(".field-works .select2-selection").click()
        page.keyboard.type(words)
        page.locator(".select2-results__option", has_text=words).first.click()
    for name, text in texts.items():
        page.locator(f"#id_blocks-{number}-{name}").fill(text)


def test_a_curator_opens_an_exhibition_of_two_museums(
    page: Page, context: BrowserContext, live_server: Any
) -> None:
    curator = CuratorFactory(email="kenji@example.org", name="Kenji Abe")
    seoul, leiden = MuseumFactory(name="Museum of Seoul"), MuseumFactory(name="Museum of Leiden")
    for museum in (seoul, leiden):
        StandingConsent.objects.create(museum=museum)
    ArtworkFactory(title="Moon jar", museum=seoul, published=True)
    ArtworkFactory(title="Delft plate", museum=leiden, published=True)
    ArtworkFactory(title="Moon drum", museum=seoul)

    sign_in(page, live_server.url, curator.email)
    page.get_by_role("link", name="Begin an exhibition").click()
    page.locator("#id_titles").fill("en: White on blue\nfr: Blanc sur bleu")
    page.locator("#id_summary").fill("en: How a glaze crossed the sea.")
    page.get_by_role("button", name="Begin").click()
    expect(page.locator(".bar")).to_contain_text("There is no section yet.")

    for number, title in enumerate(("en: The jar", "en: The answer")):
        page.locator("#sections-group .add-row a").click()
        page.locator(f"#id_sections-{number}-titles").fill(title)
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".bar")).to_contain_text("The section “The jar” is empty.")

    page.get_by_role("link", name="Hang this room").first.click()
    page.locator("#id_text").fill("en: It began in *Korea*.")
    add_wall(page, 0, "Artwork with label", ("Moon jar",), text="en: Round as the moon, made in two halves.")
    add_wall(page, 1, "Quotation", text="en: White is a colour.", attribution="A potter, 1751")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="The answer →").click()
    add_wall(page, 0, "Group of artworks", ("Delft plate", "Moon jar"), text="en: Side by side.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".messagelist")).to_contain_text("was changed successfully")
    page.get_by_role("link", name="Back to the exhibition").click()

    with context.expect_page() as opened:
        page.get_by_role("link", name="Preview", exact=True).click()
    preview = opened.value
    expect(preview.locator(".notice").first).to_contain_text("Preview")
    expect(preview.get_by_role("heading", name="White on blue")).to_be_visible()
    assert preview.locator("meta[name=robots]").get_attribute("content") == "noindex, nofollow"
    preview.close()
    shown = Exhibition.objects.get(slug="white-on-blue")
    assert page.request.get(f"{live_server.url}/exhibitions/white-on-blue/").status == 404

    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messagelist")).to_contain_text("Published.")
    page.get_by_role("link", name="Public page").click()
    expect(page.get_by_role("heading", name="White on blue")).to_be_visible()
    expect(page.locator(".room").first).to_contain_text("Round as the moon, made in two halves.")
    expect(page.locator(".room").first.locator("em")).to_have_text("Korea")
    expect(page.locator("#works .row")).to_have_count(2)
    expect(page.locator("#credits")).to_contain_text("Museum of Leiden")
    expect(page.locator("#credits")).to_contain_text("Kenji Abe")
    assert Axe().run(page).response["violations"] == []
    found = page.request.get(f"{live_server.url}/exhibitions.json").json()
    assert [(row["slug"], row["artwork_count"]) for row in found["results"]] == [("white-on-blue", 2)]
    page.goto(f"{live_server.url}/fr/exhibitions/white-on-blue/")
    expect(page.get_by_role("heading", name="Blanc sur bleu")).to_be_visible()
    assert set(shown.loans.values_list("artwork__museum", "state")) == {
        (seoul.pk, "standing"),
        (leiden.pk, "standing"),
    }
    assert Deed.objects.public().about(shown.public_id).get().by == curator
