"""The map through time by mouse, touch and keyboard: play, the slider, zoom, and the frame that others show."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from members.deeds import deed
from tests.browser.waiting import until
from tests.factories import ArtworkFactory, CultureFactory, EditorFactory, InfluenceFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Every attribute and property that changes within the drawing between two centuries.
WATCH = """() => {
  window.changes = new Set();
  new MutationObserver((list) => list.forEach((one) => changes.add(one.attributeName ?? one.type)))
    .observe(document.querySelector('[data-scene]'), {attributes: true, childList: true, characterData: true, subtree: true});
}"""
MOVED = """() => [...new Set(document.getAnimations()
  .filter((one) => one.effect.target.closest('[data-scene], .rail__head')).flatMap((one) =>
  one.transitionProperty ?? one.effect.getKeyframes().flatMap((frame) => Object.keys(frame))))]
  .filter((name) => !['offset', 'computedOffset', 'easing', 'composite'].includes(name))"""


@pytest.fixture
def exchange(db: None) -> None:
    """Iran gave to China around 1350 and 1650, China to Iran around 1500."""
    china, iran = (
        CultureFactory(name="China", latitude=34.3, longitude=108.9),
        CultureFactory(name="Iran", region="west-asia", countries=["IR"], latitude=32.0, longitude=53.0),
    )
    for year, source, target in ((1350, iran, china), (1500, china, iran), (1650, iran, china)):
        work = ArtworkFactory(
            published=True, title=f"Work of {year}", culture=target, earliest_begin=year, latest_begin=year,
            earliest_end=year, latest_end=year,
        )  # fmt: skip
        InfluenceFactory(published=True, source_culture=source, target_culture=target, witnesses=[work])
        with deed("publish", work, by=EditorFactory(), is_public=True):
            pass  # another version of the catalogue: what a worker keeps is not that of the test before


@pytest.fixture
def moving(chromium: Browser, live_server: Any, exchange: None) -> Iterator[Page]:
    """A visitor who has not asked for less motion."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="no-preference")
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error.stack)))
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.goto(f"{live_server.url}/influences/", wait_until="networkidle")
    yield page
    context.close()
    assert complaints == []


def lit(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "[...document.querySelectorAll('[data-e][data-on]')].map((arc) => arc.dataset.e)"
    )
    return sorted(found)


def test_play_goes_through_the_centuries_and_stops(moving: Page) -> None:
    assert lit(moving) == ["china iran", "iran china"]
    moving.evaluate(WATCH)
    moving.click("[data-do=play]")
    expect(moving.locator("[data-now]")).to_have_text("14th century")
    expect(moving.locator(".strip")).to_contain_text("Work of 1350")
    until(moving, "document.getAnimations().length > 0")
    assert set(moving.evaluate(MOVED)) <= {
        "opacity",
        "visibility",
        "transform",
        "strokeDashoffset",
        "stroke-dashoffset",
    }
    expect(moving.locator("[data-now]")).to_have_text("16th century")
    assert lit(moving) == ["china iran"]
    moving.click("[data-do=play]")
    expect(moving.locator("[data-do=play]")).to_have_text("Play")
    until(moving, "location.search === '?from_year=1500&to_year=1599'")
    expect(moving.locator("#from_year")).to_have_value("1500")
    assert set(moving.evaluate("[...changes]")) <= {"data-on", "data-w"}


def test_keys_move_the_slider_and_the_address_is_that_of_the_century(
    page: Page, live_server: Any, exchange: None
) -> None:
    page.goto(f"{live_server.url}/influences/?from_year=1500&to_year=1599", wait_until="networkidle")
    assert lit(page) == ["china iran"]
    page.focus("[data-slider]")
    page.keyboard.press("ArrowRight")
    assert lit(page) == ["iran china"]
    assert page.get_attribute("[data-slider]", "aria-valuetext") == "17th century: 1"
    until(page, "location.search === '?from_year=1600&to_year=1699'")
    until(page, "!document.querySelector('[data-waiting]')")
    expect(page.locator(".strip")).to_contain_text("Work of 1650")
    expect(page.locator(".moment__table tbody tr")).to_have_count(1)
    page.keyboard.press("Home")
    assert lit(page) == []
    expect(page.locator(".moment__table")).to_have_count(0)
    page.reload(wait_until="networkidle")
    assert lit(page) == []


def test_with_less_motion_there_is_no_play_but_steps(page: Page, live_server: Any, exchange: None) -> None:
    page.goto(f"{live_server.url}/influences/", wait_until="networkidle")
    expect(page.locator("[data-do=play]")).to_be_hidden()
    page.click("[data-do=on]")
    expect(page.locator("[data-now]")).to_have_text("14th century")
    page.click("[data-do=on]")
    assert lit(page) == []
    page.click("[data-do=all]")
    until(page, "location.search === '' && document.querySelector('[data-whole]') !== null")


def test_zoom_by_button_key_and_wheel(page: Page, live_server: Any, exchange: None) -> None:
    page.goto(f"{live_server.url}/influences/", wait_until="networkidle")
    wide = "document.querySelector('[data-scene]').clientWidth / document.querySelector('[data-frame]').clientWidth"
    page.click("[data-do=in]")
    assert page.evaluate(wide) == pytest.approx(1.5, rel=0.02)
    page.focus("[data-frame]")
    page.keyboard.press("+")
    assert page.evaluate(wide) == pytest.approx(2.25, rel=0.02)
    page.keyboard.press("ArrowRight")
    until(page, "document.querySelector('[data-frame]').scrollLeft > 0")
    page.keyboard.press("0")
    assert page.evaluate(wide) == pytest.approx(1, rel=0.02)
    box = page.locator("[data-frame]").bounding_box()
    assert box
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.wheel(0, -200)  # the frame has the focus
    until(page, f"{wide} > 1.2")


def test_two_fingers_zoom_and_an_arc_opens_its_claims(
    chromium: Browser, live_server: Any, exchange: None
) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/influences/", wait_until="networkidle")
    page.locator("[data-frame]").scroll_into_view_if_needed()
    box = page.locator("[data-frame]").bounding_box()
    assert box
    before = page.evaluate("document.querySelector('[data-scene]').clientWidth")
    touch = context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 2, box["y"] + 60

    def fingers(kind: str, apart: float) -> None:
        points = (
            []
            if kind == "touchEnd"
            else [{"x": x - apart, "y": y, "id": 0}, {"x": x + apart, "y": y, "id": 1}]
        )
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    fingers("touchStart", 20)
    for apart in (25, 30, 40):
        fingers("touchMove", apart)
    fingers("touchEnd", 0)
    until(page, f"document.querySelector('[data-scene]').clientWidth > {before * 1.5}")
    page.tap("[data-do=whole]")
    page.locator(".atlas__arc").first.dispatch_event("click")
    page.wait_for_url("**/influences/claims/**")
    expect(page.locator(".claim").first).to_contain_text("Work of")
    context.close()


def test_a_row_of_the_table_lights_its_arc(page: Page, live_server: Any, exchange: None) -> None:
    page.goto(f"{live_server.url}/influences/", wait_until="networkidle")
    page.locator("tr[data-pair='iran china'] .ledger__number a").focus()
    assert page.evaluate("document.querySelector('[data-lit]').dataset.e") == "iran china"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_map_at_a_century_flows_and_frames_are_accessible(
    chromium: Browser, live_server: Any, exchange: None, theme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=theme, bypass_csp=True, reduced_motion="reduce"
    )
    page = context.new_page()
    found = []
    for address in (
        "/influences/?from_year=1500&to_year=1599",
        "/influences/flows/",
        "/influences/claims/",
        "/embed/influences/",
        "/embed/influences/paths/?from=iran&to=china",
        "/countries/CN/",
    ):
        page.goto(live_server.url + address, wait_until="networkidle")
        faults = Axe().run(page, options={"runOnly": RULES}).response["violations"]
        found += [f"{address}: {fault['id']} {fault['nodes'][0]['html'][:200]}" for fault in faults]
    context.close()
    assert found == []


@pytest.fixture
def blog(live_server: Any) -> Iterator[str]:
    """A page of another origin that frames the map twice: as it is offered, and the portal's own page."""
    frames = "".join(
        f'<iframe name="{name}" src="{live_server.url}{path}" width="800" height="700"></iframe>'
        for name, path in (("map", "/embed/influences/"), ("page", "/influences/"))
    )

    class Blog(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>A blog</title>{frames}".encode())

        def log_message(self, *words: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Blog) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


def test_another_site_shows_the_frame_and_nothing_else(chromium: Browser, blog: str, exchange: None) -> None:
    context = chromium.new_context(viewport={"width": 900, "height": 1500}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(blog, wait_until="networkidle")
    shown, refused = page.frame("map"), page.frame("page")
    assert shown is not None
    assert refused is not None
    shown.click("[data-do=on]")
    expect(shown.locator("[data-now]")).to_have_text("14th century")
    assert refused.locator(".atlas").count() == 0
    assert context.cookies() == []
    context.close()
