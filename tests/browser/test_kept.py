"""A visitor's own collection: kept by mouse and keyboard, undone, put in order, in two tabs, without storage, and shown to others."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from collection.models import Artwork
from tests.factories import ArtworkFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
KEPT = "JSON.parse(localStorage.getItem('asemus-kept') ?? '[]')"


@pytest.fixture
def works() -> list[Artwork]:
    return [
        ArtworkFactory(published=True, title=title, earliest_begin=year, latest_begin=year, earliest_end=year, latest_end=year)
        for title, year in (("Amphora", 100), ("Bell", 200), ("Censer", 300))
    ]  # fmt: skip


def keep(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=f"Keep: {title}")


def titles(page: Page) -> list[str]:
    return page.locator("[data-kept-work] .card__title").all_inner_texts()


def browse(page: Page, live_server: Any, *kept: str) -> None:
    page.goto(f"{live_server.url}/artworks/")
    for title in kept:
        keep(page, title).click()
        expect(keep(page, title)).to_have_attribute("aria-pressed", "true")


def collection(page: Page, live_server: Any, count: int) -> None:
    page.goto(f"{live_server.url}/my-collection/")
    expect(page.locator("[data-kept-work]")).to_have_count(count)


def test_work_is_kept_by_the_mouse_and_undone(page: Page, live_server: Any, works: list[Artwork]) -> None:
    browse(page, live_server, "Amphora")
    expect(page.get_by_role("status").filter(has_text="Kept in your collection")).to_be_attached()
    expect(page.locator("[data-kept]")).to_have_text("My collection 1")
    page.get_by_role("button", name="Undo").click()
    expect(keep(page, "Amphora")).to_have_attribute("aria-pressed", "false")
    expect(keep(page, "Amphora")).to_be_focused()
    assert page.evaluate(KEPT) == []
    expect(page.locator("[data-kept]")).to_be_hidden()


def test_keyboard_keeps_orders_and_removes(page: Page, live_server: Any, works: list[Artwork]) -> None:
    page.goto(f"{live_server.url}/artworks/")
    for title in ("Amphora", "Bell", "Censer"):
        keep(page, title).focus()
        page.keyboard.press("Enter")
    page.goto(f"{live_server.url}/artworks/{works[1].public_id}/")
    expect(keep(page, "Bell").first).to_have_attribute("aria-pressed", "true")
    collection(page, live_server, 3)
    assert titles(page) == ["Amphora", "Bell", "Censer"]
    later = page.get_by_role("button", name="Later: Amphora")
    later.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-kept-work] .card__title")).to_have_text(["Bell", "Amphora", "Censer"])
    expect(page.get_by_role("button", name="Later: Amphora")).to_be_focused()
    keep(page, "Bell").focus()
    page.keyboard.press("Space")
    expect(page.locator("[data-kept-work] .card__title")).to_have_text(["Amphora", "Censer"])
    expect(keep(page, "Amphora")).to_be_focused()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("[data-kept-work] .card__title")).to_have_text(["Bell", "Amphora", "Censer"])


def test_two_tabs_show_the_same(page: Page, live_server: Any, works: list[Artwork]) -> None:
    collection(page, live_server, 0)
    other = page.context.new_page()
    browse(other, live_server, "Censer")
    expect(page.locator("[data-kept-work] .card__title")).to_have_text(["Censer"])
    keep(page, "Censer").click()
    expect(keep(other, "Censer")).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("heading", name="Nothing is kept yet")).to_be_visible()


@pytest.mark.parametrize(
    "broken",
    [
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })",
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }",
    ],
)
def test_without_storage_a_work_is_kept_for_the_page(
    broken: str, page: Page, live_server: Any, works: list[Artwork]
) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.add_init_script(broken)
    browse(page, live_server, "Bell")
    expect(page.locator(".kept-bar p")).to_have_text(
        "Kept until you leave this page: your browser stores nothing for it."
    )
    keep(page, "Bell").click()
    expect(keep(page, "Bell")).to_have_attribute("aria-pressed", "false")
    assert faults == []


@pytest.mark.parametrize(
    "stored", ["not json", "{}", "null", "[1, null, {}, '<b>']", '["../x", "' + "a" * 99 + '"]']
)
def test_what_we_did_not_store_is_not_read(
    stored: str, page: Page, live_server: Any, works: list[Artwork]
) -> None:
    page.add_init_script(f"localStorage.setItem('asemus-kept', {stored!r})")
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(f"{live_server.url}/artworks/")
    expect(keep(page, "Bell")).to_have_attribute("aria-pressed", "false")
    expect(page.locator("[data-kept]")).to_be_hidden()
    assert faults == []


def test_link_shows_the_selection_to_others(
    page: Page, chromium: Browser, live_server: Any, works: list[Artwork]
) -> None:
    browse(page, live_server, "Censer", "Amphora")
    collection(page, live_server, 2)
    path = page.get_by_role("link", name="Link to this selection").get_attribute("href")
    assert path is not None
    address = live_server.url + "/my-collection/" + path.partition("/my-collection/")[2]
    other = chromium.new_page(java_script_enabled=False)
    other.goto(address)
    assert titles(other) == ["Censer", "Amphora"]
    assert other.get_by_role("button", name="Keep").count() == 0
    other.close()
    page.evaluate("localStorage.setItem('asemus-kept', '[]')")
    page.goto(address)
    assert titles(page) == ["Censer", "Amphora"]
    page.get_by_role("button", name="Keep all of these").click()
    assert page.evaluate(KEPT) == [works[2].public_id, works[0].public_id]


def test_works_of_a_new_fragment_can_be_kept(page: Page, live_server: Any, works: list[Artwork]) -> None:
    page.goto(f"{live_server.url}/artworks/")
    page.get_by_role("link", name="Newest first").click()
    expect(page.locator(".card__title").first).to_have_text("Censer")
    keep(page, "Censer").click()
    assert page.evaluate(KEPT) == [works[2].public_id]


def test_page_of_a_collection_has_no_barriers_and_prints(
    page: Page, live_server: Any, works: list[Artwork]
) -> None:
    browse(page, live_server, "Amphora", "Bell")
    collection(page, live_server, 2)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, found.generate_report()
    page.emulate_media(media="print")
    for screen_only in (".kept-bar", ".keep", ".keepsake__tools", ".takeaway"):
        assert not page.locator(screen_only).first.is_visible(), screen_only
    assert page.get_by_role("heading", name="Amphora").is_visible()
    assert page.get_by_role("heading", name="Cite these works").is_visible()


def test_lost_connection_loses_no_work(
    context: BrowserContext, live_server: Any, works: list[Artwork]
) -> None:
    page = context.new_page()  # its console tells of the lost request
    browse(page, live_server, "Amphora", "Bell")
    collection(page, live_server, 2)
    page.route("**/my-collection/?*", lambda route: route.abort())
    keep(page, "Bell").click()
    expect(page.get_by_role("alert")).to_contain_text("cannot be shown at the moment")
    assert page.evaluate(KEPT) == [works[0].public_id]
