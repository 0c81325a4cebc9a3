"""A registrar pastes a real provenance text, sees the chain drawn, corrects one step and publishes it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Page, expect

from collection.enums import Status
from collection.models import Artwork
from tests.browser.test_registrar_journey import sign_in
from tests.factories import ArtworkFactory, MuseumFactory, staff_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# The Walters Art Museum, 59.2 and its like (CC0): commission, gap, purchase, bequest.
TEXT = (
    "Lord Philippos, Khizan, 1455, by commission. Dikran Kelekian, Paris and New York [date and mode of acquisition"
    " unknown]; Henry Walters, Baltimore, 1911, by purchase; Museum of the Sea Routes, 1931, by beqeust."
)


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


def test_a_provenance_text_is_read_corrected_and_published(page: Page, live_server: Any) -> None:
    museum = MuseumFactory(name="Museum of the Sea Routes")
    registrar = staff_of(museum, email="mai@example.org", name="Mai")
    work = ArtworkFactory(
        museum=museum, status=Status.DRAFT, published_at=None, first_published_at=None, title="Gospel of Khizan",
        masterpiece_statement={"en": "It is the finest."}, statement_by="The keeper",
    )  # fmt: skip
    sign_in(page, live_server.url, registrar.email)
    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")
    page.get_by_label("The text as it stands in your file").fill(TEXT)
    page.get_by_role("button", name="Read it into steps").click()

    expect(page.get_by_text("4 steps were read.")).to_be_visible()
    chain = page.locator("#keepers .provenance__event")
    expect(chain).to_have_count(4)
    expect(chain.nth(0)).to_contain_text("Commission")
    expect(chain.nth(0)).to_have_attribute("data-broken", "")
    expect(chain.nth(3)).to_contain_text("Bequest")
    assert not work.provenance_events.exists()

    page.locator("#id_provenance_events-1-display_date").fill("by 1909")
    page.get_by_role("button", name="Save, submit and publish").click()
    expect(page.get_by_text("“Gospel of Khizan” is published.")).to_be_visible()
    steps = [(step.party_name, step.display_date) for step in work.provenance_events.all()]
    assert steps[1] == ("Dikran Kelekian", "by 1909")
    assert Artwork.objects.get(pk=work.pk).versions.count() == 1

    for width in (360, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(f"{live_server.url}/artworks/{work.public_id}/")
        expect(page.locator("#provenance .provenance__event")).to_have_count(4)
        expect(page.locator("#provenance")).to_contain_text("454 years unknown")
        expect(page.locator("#provenance .chain__line")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    found = Axe().run(page).response["violations"]
    assert [violation["id"] for violation in found] == []
