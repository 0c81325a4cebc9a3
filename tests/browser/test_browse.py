"""The browse page in a browser: in parts with htmx (history, focus, what is open, what is said), and whole without script."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from collection.models import Artwork
from collection.search.document import refresh
from tests.factories import ArtworkFactory, ConceptFactory, CultureFactory, MaterialFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def works() -> list[Artwork]:
    """Thirty works of three countries, each of its own material, all vessels of two kinds."""
    vessel = ConceptFactory(name="vessel")
    kinds = [ConceptFactory(name=name, broader=vessel) for name in ("jar", "bowl")]
    culture = CultureFactory(name="China")
    made = [
        ArtworkFactory(
            published=True, title=f"Work {number}", culture=culture, production_country=["CN", "JP", "KR"][number % 3],
            materials=[MaterialFactory(name=f"glaze {number}")], object_type=kinds[number % 2],
        )
        for number in range(30)
    ]  # fmt: skip
    refresh(made)
    return made


def test_a_ticked_filter_changes_the_parts_and_back_restores_them(
    page: Page, live_server: Any, works: list[Artwork]
) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.evaluate("window.stays = true")
    page.click("#facet-museum > summary")
    page.click("#facet-type > summary")
    page.check("#facets input[name=country][value=CN]")
    page.wait_for_url("**/artworks/?country=CN")
    expect(page.locator(".sentence")).to_contain_text("10 masterpieces from Remove China")
    expect(page).to_have_title("10 masterpieces · Virtual Collection of Masterpieces")
    expect(page.locator("#said[role=status]")).to_have_text("10 masterpieces")
    expect(page.locator("#facets input[name=country][value=CN]")).to_be_focused()
    assert [page.locator(f"#facet-{name}").evaluate("each => each.open") for name in ("country", "museum", "type")] == [
        True, True, False,
    ]  # fmt: skip

    page.check("#facets input[name=country][value=JP]")
    page.wait_for_url("**/artworks/?country=CN&country=JP")
    expect(page.locator(".sentence__count")).to_have_text("20 masterpieces")
    page.locator(".sentence button", has_text="China").click()
    page.wait_for_url("**/artworks/?country=JP")
    page.go_back()
    page.go_back()
    expect(page.locator(".sentence__count")).to_have_text("10 masterpieces")
    expect(page.locator("#facets input[name=country][value=CN]")).to_be_checked()
    expect(page.locator("#facets input[name=country][value=JP]")).not_to_be_checked()
    page.go_back()
    expect(page.locator(".sentence__count")).to_have_text("30 masterpieces")
    expect(page.locator("#facets input[name=country][value=CN]")).not_to_be_checked()
    page.go_forward()
    expect(page.locator(".sentence__count")).to_have_text("10 masterpieces")
    expect(page.locator("#facets input[name=country][value=CN]")).to_be_checked()
    assert page.evaluate("window.stays")  # one document from beginning to end


def test_pages_and_orders_are_parts_too_and_the_search_box_goes_on_suggesting(
    page: Page, live_server: Any, works: list[Artwork]
) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.evaluate("window.stays = true")
    page.locator(".switch >> text=Title").click()
    page.wait_for_url("**/artworks/?sort=title")
    page.locator(".pages >> text=Next").click()
    page.wait_for_url("**/artworks/?sort=title&page=2")
    expect(page.locator(".card")).to_have_count(6)
    expect(page).to_have_title("30 masterpieces, page 2 · Virtual Collection of Masterpieces")
    page.locator("#id_q").press_sequentially("Work 2")
    expect(page.locator("#facets [role=option]").first).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/artworks/?sort=title&q=Work%202")
    assert page.evaluate("window.stays")


def test_values_are_found_within_a_facet(page: Page, live_server: Any, works: list[Artwork]) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.click("#facet-material > summary")
    page.fill("#find-material", "29")
    expect(page.locator("#facet-material input[type=checkbox]")).to_have_count(1)
    expect(page.locator("#find-material")).to_be_focused()
    page.check("input[value=glaze-29]")
    page.wait_for_url("**/artworks/?material=glaze-29")
    expect(page.locator(".card")).to_have_count(1)
    page.click("#facet-material .facet__all")
    expect(page.locator("#facet-material input[name=material]")).to_have_count(30)


def test_a_refusal_is_shown_and_a_fault_becomes_the_page(
    context: BrowserContext, live_server: Any, works: list[Artwork]
) -> None:
    page = context.new_page()  # whose console may tell of statuses
    page.goto(f"{live_server.url}/artworks/")
    page.fill("#id_date_from", "1700")
    page.fill("#id_date_to", "1600")
    page.keyboard.press("Enter")
    expect(page.locator("#results [role=alert]")).to_contain_text("The first year lies after the last one.")
    expect(page.locator("#said")).to_have_text("The first year lies after the last one.")

    def refuse(route: Route) -> None:
        if "hx-request" in route.request.headers:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route("**/artworks/?*", refuse)
    page.fill("#id_date_to", "1800")
    page.keyboard.press("Enter")
    page.wait_for_url("**/artworks/?date_from=1700&date_to=1800")
    expect(page.locator(".empty__heading")).to_be_visible()


def test_years_are_narrowed_by_dragging_keys_and_buttons(
    page: Page, live_server: Any, works: list[Artwork]
) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.evaluate("window.stays = true")
    page.get_by_role("button", name="1000–1999").click()
    page.wait_for_url("**/artworks/?date=1000%E2%80%931999")
    expect(page.locator(".doubt")).to_have_text("30 certain + 0 possible")
    plot = page.locator(".density__plot")
    box = plot.bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.7, box["y"] + 30, steps=4)
    page.mouse.up()
    expect(page.locator("#id_date")).to_have_value(re.compile("^1[0-9]{3}–1[0-9]{3}$"))
    page.wait_for_url(re.compile("date=1[0-9]{3}%E2%80%931[0-68]"))
    first = page.get_by_role("slider", name="First year")
    expect(first).to_have_attribute("aria-valuetext", re.compile("^1[0-9]{3}$"))
    was = int(first.get_attribute("aria-valuenow") or 0)
    first.focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#id_date")).not_to_have_value(re.compile(f"^{was}–"))
    page.wait_for_url(re.compile(f"date=(?!{was})"))
    expect(page.get_by_role("slider", name="First year")).to_be_focused()
    assert page.evaluate("window.stays")


def test_all_of_it_works_without_script_on_a_phone(
    chromium: Browser, live_server: Any, works: list[Artwork]
) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{live_server.url}/artworks/")
    assert not page.is_visible("#facets")
    page.click(".browse__open")
    page.check("#facets input[name=country][value=CN]")
    page.check("#facets input[name=country][value=JP]")
    page.click(".sheet__go button")
    page.wait_for_url("**/artworks/?*country=CN&country=JP*")
    expect(page.locator(".card")).to_have_count(20)
    page.locator(".switch button", has_text="Title").click()
    page.wait_for_url("**/artworks/?country=CN&country=JP&sort=title")

    page.click(".browse__open")
    page.click("#facet-material > summary")
    page.fill("#find-material", "glaze 2")
    page.keyboard.press("Enter")
    page.wait_for_url("**/artworks/values/material/?find=glaze+2&country=CN&country=JP&sort=title")
    page.check("input[value=glaze-21]")
    page.click("main button[data-kind=main]")
    page.wait_for_url("**/artworks/?country=CN&country=JP&sort=title&material=glaze-21")
    expect(page.locator(".card")).to_have_count(1)
    page.locator(".sentence button", has_text="Japan").click()
    page.wait_for_url("**/artworks/?country=CN&material=glaze-21&sort=title")
    context.close()
