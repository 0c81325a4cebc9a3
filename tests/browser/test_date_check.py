"""A cataloguer types a date, sees what it means, takes the EDTF and the epoch, or gives other years with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from collection.models import Artwork
from tests.browser.test_registrar_journey import sign_in
from tests.factories import ArtworkFactory, CultureFactory, EpochFactory, MuseumFactory, staff_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_date_is_accepted_or_corrected_with_a_reason(page: Page, live_server: Any) -> None:
    museum = MuseumFactory()
    registrar = staff_of(museum, email="mai@example.org", name="Mai")
    culture = CultureFactory(name="Chinese", region="east-asia", countries=["CN"])
    EpochFactory(labels={"en": "Ming"}, definition__begin=1368, definition__end=1644)
    EpochFactory(labels={"en": "Qing"}, definition__begin=1644, definition__end=1912)
    work = ArtworkFactory(museum=museum, culture=culture, display_date="", edtf="")
    sign_in(page, live_server.url, registrar.email)
    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")

    check = page.locator(".date-check")
    page.locator("#id_display_date").fill("萬曆二十年")
    expect(check.locator(".date-check__words")).to_contain_text("1592")
    expect(check.locator("svg line")).to_have_count(3)
    check.get_by_role("button", name="Take this EDTF: 1592").click()
    expect(page.locator("#id_edtf")).to_have_value("1592")
    check.get_by_role("button", name="Ming 1368–1644").click()
    expect(page.locator(".field-epoch_list .select2-selection__choice")).to_contain_text("Ming")

    page.locator("#id_edtf").fill("")
    page.locator("#id_display_date").fill("c. 1750")
    expect(check.locator("[data-conflicts]")).to_have_text("Dated 1740–1760, but Ming ended in 1644.")
    check.get_by_role("button", name="Give other years, with a reason").click()
    page.locator("#id_earliest_begin").fill("1600")
    page.locator("#id_latest_begin").fill("1640")
    page.locator("#id_earliest_end").fill("1600")
    page.locator("#id_latest_end").fill("1640")
    page.locator("#id_date_note").fill("The mark is of the Wanli reign.")
    page.get_by_role("button", name="Save", exact=True).first.click()
    expect(page.locator(".messagelist")).to_be_visible()
    work = Artwork.objects.get()
    assert (work.earliest_year, work.latest_year, work.date_basis) == (1600, 1640, "override")
    assert [epoch.labels["en"] for epoch in work.epochs.all()] == ["Ming"]
