"""A registrar records a claim, has its wording approved by both sides, publishes the reply and closes it."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Page, expect

from collection.actions.artworks import publish
from collection.enums import Status
from members.enums import Role
from tests.browser.test_registrar_journey import sign_in
from tests.factories import ArtworkFactory, MuseumFactory, ProvenanceEventFactory, staff_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
WORDING = "The heirs of Ann Lee ask for the return of this jar. Museum and heirs examine its way together."


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


def sound(page: Page) -> None:
    found = Axe().run(page, options={"runOnly": RULES, "preload": False}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_a_claim_from_its_arrival_to_its_end(page: Page, live_server: Any) -> None:
    museum = MuseumFactory(name="Museum of the Sea Routes")
    director = staff_of(museum, Role.DIRECTOR, email="mai@example.org", name="Mai")
    work = ArtworkFactory(
        museum=museum, status=Status.SUBMITTED, published_at=None, first_published_at=None, title="Moon jar",
        masterpiece_statement={"en": "It is the finest."}, statement_by="The keeper",
    )  # fmt: skip
    ProvenanceEventFactory(
        artwork=work, text={"en": "Ann Lee, Boston"}, party_name="Ann Lee", display_date="1912"
    )
    publish(work, by=director)
    public = f"{live_server.url}/artworks/{work.public_id}/"
    sign_in(page, live_server.url, director.email)

    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")
    page.get_by_role("link", name="Record a claim").click()
    page.locator("#id_claimant").fill("The heirs of Ann Lee")
    page.locator("#id_basis").select_option("looting")
    page.locator("#id_received_date").fill("2026-01-12")
    page.locator("#id_wording").fill(
        f"en: {WORDING}\nfr: Les héritiers d’Ann Lee demandent la restitution de cette jarre."
    )
    page.locator("#id_reply").fill("en: The jar was made for our shrine and was never for sale.")
    page.locator("#id_reply_by").fill("The elders of Gwangju")
    page.locator("#id_documents-0-title").fill("Letter of the heirs")
    sound(page)
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.get_by_text("The public knows nothing of this claim yet.")).to_be_visible()
    page.get_by_label("Add a note of counsel").fill("Advice")
    page.get_by_role("button", name="Add the note").click()
    page.get_by_role("button", name="Approve for the museum").click()
    expect(page.get_by_text("approved by Mai")).to_be_visible()
    page.get_by_text("The claimants approved it").first.click()
    page.get_by_label("Who approved it for the claimants").fill("Their lawyer")
    page.get_by_role("button", name="The claimants approved it").click()
    expect(page.get_by_text("The page of the work shows the approved wording.")).to_be_visible()
    page.get_by_text("Publish the reply").first.click()
    page.get_by_label("Who approved it for the community").fill("The eldest")
    page.get_by_role("button", name="Publish the reply").click()
    expect(page.get_by_text("approved by The eldest")).to_be_visible()
    sound(page)
    claim = page.url

    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")
    page.locator("#id_provenance_events-0-display_date").fill("1909")
    page.get_by_role("button", name="Save and publish as a new version").click()
    expect(page.get_by_text("say why its provenance changes").first).to_be_visible()
    expect(page.locator("#id_provenance_events-0-display_date")).to_have_value("1909")
    page.get_by_label("If you change its provenance, say why").fill("The deed of sale was found")
    page.get_by_role("button", name="Save and publish as a new version").click()
    expect(page.locator(".messagelist .success")).to_be_visible()

    for width in (360, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(public)
        expect(page.get_by_text(WORDING)).to_be_visible()
        expect(page.locator("#claim")).to_contain_text("The elders of Gwangju")
        expect(page.locator("#claim ins")).to_have_text("1909")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        sound(page)
    page.goto(f"{live_server.url}/fr/artworks/{work.public_id}/")
    expect(page.get_by_text("Les héritiers d’Ann Lee")).to_be_visible()
    sound(page)

    page.goto(claim)
    page.get_by_text("Close the claim").first.click()
    page.get_by_label("How it ended").select_option("settled")
    page.get_by_role("button", name="Close the claim").click()
    expect(page.locator(".bar .state")).to_have_text("Settled")
    sound(page)
    page.goto(public)
    page.reload()  # the browser may keep the page for a minute
    expect(page.get_by_text("A claim to this work is closed.")).to_be_visible()
