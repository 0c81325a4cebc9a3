"""Looking closely at a photograph: in its place, by keyboard, wheel and link, as a long scroll, and without script."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from collection.models import Artwork
from collection.rights import Rights
from tests.browser.photographs import photographed
from tests.browser.waiting import frames, until
from tests.factories import ArtworkFactory, ConceptFactory, CultureFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHEET, BACK, SCROLL = (2400, 1600), (1200, 1600), (9000, 600)
ZOOM = "OpenSeadragon.getViewer(document.querySelector('[data-canvas]')).viewport.getZoom()"
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 200);
})"""


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def sheet() -> Artwork:
    """A print 40 cm wide, its front free to use and its back in copyright."""
    work = ArtworkFactory(
        published=True, title="The Wave", object_type=ConceptFactory(name="print", silhouette="print")
    )
    work.dimensions.create(kind="width", value=40, unit="cm")
    photographed(work, SHEET, view="recto", alt="A wave", caption={"en": "The front"})
    photographed(work, BACK, colour="#88939c", rights=Rights.IN_C, view="verso", alt="The back of the sheet")
    return work


@pytest.fixture
def scroll() -> Artwork:
    kind = ConceptFactory(name="handscroll", silhouette="handscroll")
    work = ArtworkFactory(
        published=True,
        title="A journey",
        object_type=kind,
        culture=CultureFactory(name="Japan", region="east-asia"),
    )
    photographed(work, SCROLL, alt="A journey along a river", shown_width_cm=300)
    return work


def visit(page: Page, live_server: Any, work: Artwork, rest: str = "") -> None:
    page.goto(f"{live_server.url}/artworks/{work.public_id}/{rest}", wait_until="networkidle")


def opened(page: Page) -> None:
    page.wait_for_selector("[data-stage][data-open]")
    page.wait_for_load_state("networkidle")


def said(page: Page, words: str) -> None:
    expect(page.locator("[data-said]").first).to_have_text(words)


def detail(page: Page) -> list[int]:
    """x, y, width, height of what is seen, from the address that the panel offers."""
    page.click("[data-do=detail]")
    address = page.locator("[data-address]").inner_text()
    page.click("[data-do=detail]")
    return [int(number) for number in address.split("xywh=")[1].split("&")[0].split(",")]


def test_viewer_opens_in_its_place_by_keyboard_and_leaves_as_it_came(
    page: Page, live_server: Any, sheet: Artwork
) -> None:
    visit(page, live_server, sheet)
    before, shifted = page.locator("[data-stage]").bounding_box(), page.evaluate(SHIFTS)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("button", name="Look closer").focus()
    page.keyboard.press("Enter")
    opened(page)
    assert page.locator("[data-stage]").bounding_box() == before
    assert page.evaluate(SHIFTS) == shifted  # fonts may come late; opening moves nothing
    canvas = page.get_by_role("application", name="A wave")
    expect(canvas).to_be_focused()
    assert any(f"/iiif/3/{sheet.images.all()[0].public_id}/" in url for url in asked)
    home = page.evaluate(ZOOM)

    page.keyboard.press("+")
    said(page, "Enlarged 1.6 times")
    page.keyboard.press("-")
    said(page, "The whole picture")
    page.keyboard.press("r")
    said(page, "Turned by 90 degrees")
    page.keyboard.press("0")
    said(page, "The whole picture")
    page.keyboard.press("+")
    page.keyboard.press("+")
    left = detail(page)
    canvas.focus()
    page.keyboard.press("ArrowRight")
    until(page, lambda: detail(page)[0] > left[0])
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Full screen")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("f")
    expect(page.get_by_role("button", name="Full screen")).to_have_attribute("aria-pressed", "false")
    page.keyboard.press("0")
    assert page.evaluate(ZOOM) == pytest.approx(home, rel=0.03)
    canvas.focus()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Look closer")).to_be_focused()
    said(page, "The viewer is closed")
    assert page.locator("[data-still] img").is_visible()


def test_wheel_belongs_to_the_page_until_the_picture_has_the_focus(
    page: Page, live_server: Any, sheet: Artwork
) -> None:
    visit(page, live_server, sheet)
    page.click("[data-still] img")
    opened(page)
    home = page.evaluate(ZOOM)
    box = page.locator("[data-stage]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.wheel(0, -200)
    until(page, f"{ZOOM} > {home * 1.1}")
    assert page.evaluate("scrollY") == 0
    page.locator("h1").click()
    zoomed = page.evaluate(ZOOM)
    page.mouse.move(box["x"] + 200, box["y"] + 200)
    page.mouse.wheel(0, 200)
    until(page, "scrollY > 0")
    assert page.evaluate(ZOOM) == zoomed


def test_scale_is_told_in_centimetres_and_life_size_is_offered(
    page: Page, live_server: Any, sheet: Artwork
) -> None:
    visit(page, live_server, sheet)
    page.click("[data-do=open]")
    opened(page)
    rule = page.locator("[data-scale]")
    expect(rule).to_have_text("5 cm")
    page.click("[data-do=life]")
    said(page, "About life size on this screen")
    expect(rule).to_have_text("2 cm")
    width = page.evaluate("document.querySelector('[data-scale] svg').getBoundingClientRect().width")
    assert width == pytest.approx(2 * 96 / 2.54, abs=1.5)


def test_link_to_a_detail_leads_back_to_it(page: Page, live_server: Any, sheet: Artwork) -> None:
    visit(page, live_server, sheet)
    page.click("[data-do=open]")
    opened(page)
    for _step in range(3):
        page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    frames(page)
    seen = detail(page)
    page.click("[data-do=detail]")
    page.click("[data-do=link]")
    expect(page.locator("[data-hint]")).to_have_text("Copied")
    address = page.url
    assert address.endswith(f"#xywh={','.join(map(str, seen))}")
    page.click("[data-do=cite]")
    expect(page.locator("[data-address]")).to_contain_text(
        f"/ark:/99999/{sheet.public_id}#xywh={','.join(map(str, seen))} (detail)"
    )
    cut = page.locator("[data-cut]").get_attribute("href")
    assert cut and page.request.get(cut).headers["content-type"] == "image/jpeg"

    page.goto("about:blank")
    page.goto(address, wait_until="networkidle")
    opened(page)
    assert detail(page) == pytest.approx(seen, abs=3)
    page.goto(f"{address.split('#')[0]}#xywh=far,too,many", wait_until="networkidle")
    expect(page.locator("[data-hint]")).to_contain_text("could not be read")


def test_content_state_leads_to_the_detail_and_nonsense_is_told(
    page: Page, live_server: Any, sheet: Artwork
) -> None:
    visit(page, live_server, sheet, "#xywh=600,400,600,400")
    opened(page)
    seen = detail(page)
    page.click("[data-do=detail]")
    page.click("[data-do=state]")
    address = page.locator("[data-address]").inner_text()
    assert "?iiif-content=" in address
    page.goto(address, wait_until="networkidle")
    opened(page)
    assert detail(page) == pytest.approx(seen, abs=3)

    back = sheet.images.last().public_id
    manifest = f"http://localhost:8000/artworks/{sheet.public_id}/manifest.json"
    plain = {"type": "SpecificResource", "source": f"{manifest}/canvas/{back}"}
    for state in (
        f"{manifest}/canvas/{back}%23xywh=100,100,200,200",
        json.dumps(plain | {"selector": {"type": "FragmentSelector", "value": "xywh=pixel:100,100,200,200"}}),
    ):
        visit(page, live_server, sheet, f"?iiif-content={state}")
        opened(page)
        expect(page.get_by_role("application", name="The back of the sheet")).to_be_visible()
    for state, words in [
        ("%F0%9F%8C%8A", "could not be read"),
        ("https://example.org/m.json", "not of this work"),
    ]:
        visit(page, live_server, sheet, f"?iiif-content={state}")
        expect(page.locator("[data-hint]")).to_contain_text(words)
        assert page.locator("[data-stage][data-open]").count() == 0


def test_views_change_with_their_words_and_their_rights(page: Page, live_server: Any, sheet: Artwork) -> None:
    visit(page, live_server, sheet)
    words = page.locator("[data-words]:visible")
    expect(words).to_contain_text("CC0 1.0")
    page.locator("summary:visible", has_text="Download").click()
    expect(words).to_contain_text("Free to use")
    links = page.locator("[data-words]:visible a[download]")
    assert links.all_inner_texts() == ["Small", "Medium", "Large"]
    for link in links.all():
        assert page.request.get(live_server.url + (link.get_attribute("href") or "")).ok

    page.get_by_role("button", name="Back (verso)").click()
    opened(page)
    expect(page.get_by_role("application", name="The back of the sheet")).to_be_visible()
    expect(page.get_by_role("button", name="Back (verso)")).to_have_attribute("aria-pressed", "true")
    expect(words).to_contain_text("In copyright")
    page.locator("summary:visible", has_text="Download").click()
    expect(words).to_contain_text("Ask the museum")
    # Rights hold back the larger sizes: 1200 × 1600 is nearly two megapixels, one is public.
    assert page.locator("[data-words]:visible .figures").all_inner_texts() == ["600 × 800"]


@pytest.mark.parametrize(("width", "theme"), [(1280, "light"), (1280, "dark"), (360, "light")])
def test_open_viewer_is_accessible_and_fits(
    chromium: Browser, live_server: Any, sheet: Artwork, scroll: Artwork, width: int, theme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    compare = f"/compare/?id={sheet.public_id}&id={scroll.public_id}&q=wave"
    for address in (f"/artworks/{sheet.public_id}/", f"/artworks/{scroll.public_id}/", compare):
        page.goto(live_server.url + address, wait_until="networkidle")
        if "compare" not in address:
            page.click("[data-do=open]")
            opened(page)
            page.click("[data-do=detail]")
        faults = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        assert [(fault["id"], fault["nodes"][0]["html"]) for fault in faults] == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_scroll_is_read_from_the_right(page: Page, live_server: Any, scroll: Artwork) -> None:
    visit(page, live_server, scroll)
    strip = page.locator("[data-strip]")
    assert strip.evaluate("e => Math.abs(e.scrollLeft) < 2 && e.dir === 'rtl'")
    place = page.get_by_role("slider", name="Place in the scroll")
    expect(place).to_have_attribute("aria-valuetext", "0 per cent along")
    page.click("[data-do=open]")
    opened(page)
    x, y, width, height = detail(page)
    assert (x + width, y, height) == (SCROLL[0], 0, SCROLL[1])
    page.locator(".openseadragon-canvas").focus()
    page.keyboard.press("PageDown")
    frames(page)
    assert detail(page)[0] == pytest.approx(x - 0.85 * width, abs=4)
    page.locator(".openseadragon-canvas").focus()
    page.keyboard.press("End")
    expect(place).to_have_attribute("aria-valuetext", "100 per cent along")
    assert detail(page)[0] == 0
    page.keyboard.press("Home")
    page.locator(".openseadragon-canvas").focus()
    page.keyboard.press("Home")
    expect(place).to_have_attribute("aria-valuetext", "0 per cent along")
    place.focus()
    page.keyboard.press("PageUp")
    expect(place).to_have_attribute("aria-valuetext", "10 per cent along")
    page.click("[data-do=read]")  # with reduced motion a step, not a glide
    expect(place).not_to_have_attribute("aria-valuetext", "10 per cent along")
    box = page.locator("[data-stage]").bounding_box()
    assert box
    before = detail(page)[0]
    page.locator(".openseadragon-canvas").focus()
    page.mouse.move(box["x"] + 200, box["y"] + 100)
    page.mouse.wheel(0, 120)
    until(page, lambda: detail(page)[0] < before)
    assert page.evaluate("scrollY") == 0


def test_scroll_glides_until_it_is_stopped(chromium: Browser, live_server: Any, scroll: Artwork) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    visit(page, live_server, scroll)
    page.click("[data-do=open]")
    opened(page)
    page.click("[data-do=read]")
    until(page, "document.querySelector('[data-place]').valueAsNumber > 0.5")
    page.click("[data-do=read]")
    expect(page.locator("[data-do=read]")).to_have_attribute("aria-pressed", "false")
    place = "document.querySelector('[data-place]').value"
    # It comes to rest: the same at two looks a quarter of a second apart, and still there at the next.
    page.wait_for_function(f"() => window.stood === (window.stood = {place})", polling=250)
    stands = page.evaluate(place)
    frames(page, 20)  # a glide moves with every frame
    assert page.evaluate(place) == stands
    assert float(stands) < 1
    context.close()


def test_without_script_the_picture_the_strip_and_all_links_are_there(
    chromium: Browser, live_server: Any, sheet: Artwork, scroll: Artwork
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    visit(page, live_server, sheet)
    expect(page.get_by_role("img", name="A wave")).to_be_visible()
    largest = page.get_by_role("link", name="Look closer").get_attribute("href") or ""
    assert largest.endswith("/full/2400,1600/0/default.jpg")
    assert page.request.get(live_server.url + largest).ok
    expect(page.locator("[data-words]")).to_have_count(2)
    assert [words.is_visible() for words in page.locator("[data-words]").all()] == [True, True]
    assert page.locator("[data-still] a").get_attribute("href") == largest
    expect(page.get_by_role("link", name="Compare with another work")).to_be_visible()
    visit(page, live_server, scroll)
    pieces = page.locator("[data-strip] img")
    assert pieces.count() == 9  # 9000 × 600: tiles of the level that is 300 pixels high
    assert page.request.get(live_server.url + (pieces.first.get_attribute("src") or "")).ok
    context.close()


def test_on_paper_the_whole_picture_is_seen(page: Page, live_server: Any, scroll: Artwork) -> None:
    visit(page, live_server, scroll)
    page.click("[data-do=open]")
    opened(page)
    page.emulate_media(media="print")
    assert not page.locator("[data-canvas]").is_visible()
    assert page.locator("[data-overview] img").is_visible()


def test_covered_photograph_waits_behind_its_notice(page: Page, live_server: Any, sheet: Artwork) -> None:
    Artwork.objects.filter(pk=sheet.pk).update(display_notice_kind="sacred")
    visit(page, live_server, sheet, "#xywh=600,400,600,400")
    assert page.locator("[data-viewer]").is_hidden()
    page.locator("summary", has_text="Show the photograph").click()
    opened(page)
    x, y, width, height = detail(page)
    assert x <= 600 and y <= 401 and x + width >= 1199 and y + height >= 799


def test_work_without_a_photograph_has_its_plate_and_no_viewer(page: Page, live_server: Any) -> None:
    work = ArtworkFactory(published=True)
    visit(page, live_server, work)
    assert page.locator("[data-viewer]").count() == 0
    assert page.locator(".figure img").get_attribute("src") == f"/plates/{work.public_id}.svg"
    assert not page.evaluate(
        "performance.getEntriesByType('resource').some(e => e.name.includes('openseadragon'))"
    )
