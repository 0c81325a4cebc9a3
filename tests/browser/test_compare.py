"""Works side by side: moved together or freely, at one real scale, shared by address, and whole without script."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from collection.models import Artwork
from tests.browser.photographs import photographed
from tests.browser.waiting import frames, until
from tests.factories import ArtworkFactory, ConceptFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ZOOMS = """[...document.querySelectorAll('[data-compared] [data-canvas]')]
  .map(place => OpenSeadragon.getViewer(place).viewport).map(it => it.getZoom() / it.getHomeZoom())"""
SCALES = """[...document.querySelectorAll('[data-compared]')].map(cell => {
  const it = OpenSeadragon.getViewer(cell.querySelector('[data-canvas]')).viewport;
  return it.getZoom() * it.getContainerSize().x / cell.dataset.cm; })"""


@pytest.fixture
def prints(settings: Any, tmp_path: Path) -> list[Artwork]:
    """Two prints, one 40 and one 20 cm wide, and a vase without a photograph."""
    settings.MEDIA_ROOT = tmp_path / "media"
    kind = ConceptFactory(name="print", silhouette="print")
    found = []
    for title, cm, size in (("The Wave", 40, (2400, 1600)), ("The Bridge", 20, (1600, 2000))):
        work = ArtworkFactory(published=True, title=title, object_type=kind)
        work.dimensions.create(kind="width", value=cm, unit="cm")
        photographed(work, size, view="recto", alt=title)
        found.append(work)
    return [*found, ArtworkFactory(published=True, title="A vase")]


def visit(page: Page, live_server: Any, works: list[Artwork], rest: str = "") -> None:
    query = "&".join(f"id={work.public_id}" for work in works)
    page.goto(f"{live_server.url}/compare/?{query}{rest}", wait_until="networkidle")
    if any(work.images.exists() for work in works):
        page.wait_for_selector("[data-compared] [data-open]")


def zoom_at(page: Page, number: int, turns: int = -300) -> None:
    cell = page.locator("[data-compared] [data-stage]").nth(number)
    box = cell.bounding_box()
    assert box
    page.locator("[data-compared] .openseadragon-canvas").nth(number).focus()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    before = page.evaluate(ZOOMS)[number]
    page.mouse.wheel(0, turns)
    until(page, lambda: page.evaluate(ZOOMS)[number] != before)
    frames(page)


def test_pictures_zoom_together_or_freely_and_the_address_keeps_it(
    page: Page, live_server: Any, prints: list[Artwork]
) -> None:
    visit(page, live_server, prints[:2])
    assert page.evaluate(ZOOMS) == pytest.approx([1, 1])
    zoom_at(page, 0)
    first, second = page.evaluate(ZOOMS)
    assert first > 1.1
    assert second == pytest.approx(first, rel=0.01)
    page.get_by_role("button", name="Zoom together").click()
    expect(page.locator("[data-said]")).to_have_text("Each picture zooms by itself")
    zoom_at(page, 1)
    assert page.evaluate(ZOOMS)[0] == pytest.approx(first)
    assert page.evaluate(ZOOMS)[1] > second * 1.1
    address, seen = page.url, page.evaluate(ZOOMS)
    assert "zoom=free" in address
    assert "#d1=" in address and "&d2=" in address

    page.goto("about:blank")
    page.goto(address, wait_until="networkidle")
    page.wait_for_selector("[data-compared] [data-open]")
    expect(page.get_by_role("button", name="Zoom together")).to_have_attribute("aria-pressed", "false")
    assert page.evaluate(ZOOMS) == pytest.approx(seen, rel=0.05)
    page.get_by_role("button", name="Whole pictures").click()
    frames(page)
    assert page.evaluate(ZOOMS) == pytest.approx([1, 1])
    assert "#" not in page.url


def test_same_real_scale_gives_every_centimetre_the_same_pixels(
    page: Page, live_server: Any, prints: list[Artwork]
) -> None:
    visit(page, live_server, prints[:2])
    page.get_by_role("button", name="Same real scale").click()
    frames(page)
    wave, bridge = page.evaluate(SCALES)
    assert wave == pytest.approx(bridge, rel=0.02)
    assert "scale=real" in page.url
    page.get_by_role("button", name="Zoom in").click()
    frames(page)
    nearer = page.evaluate(SCALES)
    assert nearer[0] == pytest.approx(nearer[1], rel=0.02)
    assert nearer[0] > wave * 1.4


def test_where_a_size_is_not_known_the_reason_is_given(
    page: Page, live_server: Any, prints: list[Artwork]
) -> None:
    visit(page, live_server, [prints[0], prints[2]])
    scale = page.get_by_role("button", name="Same real scale")
    expect(scale).to_be_disabled()
    expect(scale).to_have_accessible_description(
        "No real scale: the size of what the picture shows is not recorded for “A vase”."
    )
    expect(page.locator(".compared", has_text="A vase")).to_contain_text("Drawing, not a photograph")
    page.get_by_role("link", name="Remove A vase").click()
    expect(page.locator(".compared")).to_have_count(1)


def test_works_stand_side_by_side_without_script(
    chromium: Browser, live_server: Any, prints: list[Artwork]
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    query = "&".join(f"id={work.public_id}" for work in prints)
    page.goto(f"{live_server.url}/compare/?{query}")
    alts = [image.get_attribute("alt") for image in page.locator(".compared img").all()]
    assert alts == ["The Wave", "The Bridge", f"Drawing, not a photograph: {prints[2].concepts.get()}"]
    assert all(image.is_visible() for image in page.locator(".compared img").all())
    assert not page.locator("[data-tools]").is_visible()
    expect(page.get_by_role("searchbox", name="Find a work to compare")).to_be_visible()
    context.close()
