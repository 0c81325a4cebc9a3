"""Three people of three museums make one exhibition: built, lent, reviewed, previewed and released; by mouse and by keyboard
alone. And all pages of the studio before axe, on a telephone and on a desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from exhibitions.models import Exhibition, Release
from members.enums import Role
from tests.browser.test_studio import IS_READY, as_user
from tests.browser.waiting import until
from tests.factories import ArtworkFactory, CuratorFactory, MembershipFactory, MuseumFactory, staff_of
from tests.integration.studio import own_exhibition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def three() -> dict[str, Any]:
    """A curator on the staff of Leiden, a curator of Paris, a registrar of Seoul, whose jar is wanted."""
    leiden, paris, seoul = (MuseumFactory(name=f"Museum of {city}") for city in ("Leiden", "Paris", "Seoul"))
    kenji, nadia = CuratorFactory(name="Kenji Abe"), CuratorFactory(name="Nadia Roy")
    for person, museum in ((kenji, leiden), (nadia, paris)):
        MembershipFactory(user=person, museum=museum, role=Role.CATALOGUER)
    ArtworkFactory(title="Moon jar", museum=seoul, published=True)
    ArtworkFactory(title="Delft plate", museum=leiden, published=True)
    return {"curator": kenji, "second": nadia, "registrar": staff_of(seoul, name="Minji Kim")}


def button(place: Page | Locator, text: str) -> Locator:
    return place.get_by_role("button").filter(has_text=text)


class Mouse:
    """Every deed with the mouse, each click counted; words are typed."""

    def __init__(self) -> None:
        self.clicks = 0

    def press(self, place: Locator) -> None:
        self.clicks += 1
        place.click()

    def fill(self, place: Locator, text: str) -> None:
        self.press(place)
        place.fill(text)


class Keys:
    """Every deed with the keyboard: the focus goes on from where it is, until it is there."""

    def go(self, place: Locator) -> None:
        page = place.page
        for _stop in range(250):
            if place.evaluate("place => place === document.activeElement"):
                return
            page.keyboard.press("Tab")
        raise AssertionError(str(place))

    def press(self, place: Locator) -> None:
        self.go(place)
        is_box = place.evaluate("place => ['checkbox', 'radio'].includes(place.type)")
        place.page.keyboard.press("Space" if is_box else "Enter")

    def fill(self, place: Locator, text: str) -> None:
        self.go(place)
        place.page.keyboard.press("Control+a")
        place.page.keyboard.type(text)


Opened = Callable[[Any, str], Page]


@pytest.fixture
def opened(chromium: Browser, live_server: Any) -> Iterator[Opened]:
    """A browser for each person, by who they are and the path; None is a stranger. All are closed in the end."""
    contexts: list[BrowserContext] = []

    def opening(user: Any, path: str) -> Page:
        context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        contexts.append(context)
        if user is not None:
            as_user(context, user, live_server.url)
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield opening
    for context in contexts:
        context.close()


# As docs/studio.md says it.
CLICKS = {"invite": 4, "ask": 2, "lend": 2}


@pytest.mark.parametrize("hand", [Mouse(), Keys()], ids=["mouse", "keyboard"])
def test_three_people_of_three_museums_make_an_exhibition(
    opened: Opened, live_server: Any, three: dict[str, Any], hand: Any
) -> None:
    curator = opened(three["curator"], "/studio/")
    build(curator, hand)
    show = Exhibition.objects.get()
    base = f"/studio/{show.slug}/"
    counted("invite", hand, invite, curator)
    counted("ask", hand, ask, curator)
    registrar = opened(three["registrar"], "/studio/")
    counted("lend", hand, lend, registrar)
    second = opened(three["second"], base)
    review(second, hand)
    secret = lend_preview(curator, hand, live_server.url + base)
    expect(opened(None, f"/preview/{secret}").locator("main")).to_contain_text("Round as the moon.")
    release(curator, hand, live_server.url + base)
    stranger = opened(None, f"/exhibitions/{show.slug}/")
    expect(stranger.locator("main")).to_contain_text("Round as the moon.")
    expect(stranger.locator("main")).to_contain_text("Museum of Seoul")
    assert Release.objects.get().number == 1


def counted(task: str, hand: Any, deed: Callable[[Page, Any], None], page: Page) -> None:
    before = getattr(hand, "clicks", 0)
    deed(page, hand)
    if isinstance(hand, Mouse):
        assert hand.clicks - before == CLICKS[task], task


def build(page: Page, hand: Any) -> None:
    hand.fill(page.get_by_label("A new exhibition"), "White on blue")
    hand.press(page.get_by_role("button", name="Begin"))
    page.wait_for_url("**/white-on-blue/")
    until(page, IS_READY)
    hand.fill(page.get_by_label("A new room"), "The jar")
    hand.press(page.get_by_role("button", name="Add the room"))
    hand.press(page.get_by_role("button", name="Add works"))
    expect(page.locator(".pick")).to_have_count(2)
    for box in page.locator(".pick input").all():
        hand.press(box)
    hand.press(page.locator("[data-hang]"))
    expect(page.locator("[data-wall]")).to_have_count(2)
    jar = page.locator("[data-wall]", has_text="Moon jar")
    hand.fill(jar.locator("textarea").first, "Round as the moon.")
    expect(jar.locator("[data-own-state]")).to_have_text("Saved")
    hand.press(page.get_by_role("link", name="Facts and look"))
    hand.fill(page.locator("[name='summary:en']"), "How a glaze crossed the sea.")
    hand.press(page.get_by_role("button", name="Save", exact=True))
    expect(page.locator(".said")).to_have_text("Saved.")


def invite(page: Page, hand: Any) -> None:
    hand.press(page.get_by_role("link", name="People"))
    hand.fill(page.locator("#q"), "Nadia")
    hand.press(page.get_by_role("button", name="Find"))
    hand.press(button(page, "Invite: Nadia Roy"))
    expect(page.locator(".said")).to_have_text("Saved.")


def ask(page: Page, hand: Any) -> None:
    hand.press(page.get_by_role("link", name="Loans", exact=True))
    expect(page.locator("li", has_text="Moon jar")).to_contain_text("Not asked for yet")
    hand.press(page.get_by_role("button", name="Ask the museums"))
    expect(page.locator(".said")).to_have_text("1 work was asked for.")


def lend(page: Page, hand: Any) -> None:
    hand.press(page.get_by_role("link", name="Requests 1 waiting"))
    sheet = page.locator("article", has_text="Moon jar")
    expect(sheet).to_contain_text("Round as the moon.")
    hand.press(button(sheet, "Approve: Moon jar"))
    expect(page.locator(".said")).to_contain_text("Moon jar: Granted.")


def review(page: Page, hand: Any) -> None:
    until(page, IS_READY)
    plate = page.locator("[data-wall]", has_text="Delft plate")
    hand.press(plate.get_by_text("Comments"))
    hand.fill(plate.get_by_label("Say something about this wall"), "It needs a label.")
    hand.press(plate.get_by_role("button", name="Comment"))
    expect(plate.locator(".talk__one")).to_contain_text("It needs a label.")


def lend_preview(page: Page, hand: Any, address: str) -> str:
    """Make a link for somebody from outside; gives its secret."""
    page.goto(f"{address}checklist/")
    expect(page.locator("main")).to_contain_text("Nothing: it can be released.")
    hand.fill(page.get_by_label("For whom"), "The minister")
    hand.press(page.get_by_role("button", name="Make a link"))
    return page.locator("#address").input_value().partition("/preview/")[2]


def release(page: Page, hand: Any, address: str) -> None:
    page.goto(f"{address}releases/")
    hand.press(page.get_by_role("button", name="Open to the public"))
    expect(page.locator(".said")).to_have_text("It is public.")


def test_every_page_of_the_studio_before_axe(opened: Opened, live_server: Any, three: dict[str, Any]) -> None:
    curator = three["curator"]
    show = own_exhibition(curator, name="Threads", languages=["en", "fr"])
    page = opened(curator, f"/studio/{show.slug}/")
    build_small(page)
    page.goto(f"{live_server.url}/studio/{show.slug}/loans/")
    page.get_by_role("button", name="Ask the museums").click()
    wanted = [
        "",
        "notices/",
        *(
            f"{show.slug}/{part}"
            for part in ("", "facts/", "people/?q=n", "loans/", "checklist/", "releases/")
        ),
    ]
    found = faults(page, [f"{live_server.url}/studio/{path}" for path in wanted])
    registrar = opened(three["registrar"], "/studio/")
    found += faults(registrar, [f"{live_server.url}/studio/", f"{live_server.url}/studio/requests/"])
    assert found == []


def build_small(page: Page) -> None:
    until(page, IS_READY)
    page.get_by_label("A new room").fill("East")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Add works").click()
    expect(page.locator(".pick")).to_have_count(2)
    for pick in page.locator(".pick").all():
        pick.click()
    assert violations(page, "picker") == []
    page.set_viewport_size({"width": 360, "height": 900})
    assert violations(page, "picker at 360") == []
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("[data-hang]").click()
    expect(page.locator("[data-wall]")).to_have_count(2)


def faults(page: Page, addresses: list[str]) -> list[str]:
    found = []
    for address in addresses:
        page.goto(address)
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            found += violations(page, f"{address} at {width}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            found += [f"{address}: {wide} pixels wide at {width}"] if wide > width else []
    return found


def violations(page: Page, name: str) -> list[str]:
    told = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    return [f"{name}: {fault['id']} {fault['nodes'][0]['html'][:160]}" for fault in told]
