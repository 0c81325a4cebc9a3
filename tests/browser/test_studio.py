"""The studio in a browser: built by mouse and by keyboard, two at one wall, offline and back; clicks are counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from exhibitions.enums import CuratorRole
from exhibitions.models import Block, Exhibition, Section
from tests.browser.waiting import until
from tests.factories import ArtworkFactory, BlockFactory, CuratorFactory, MuseumFactory, SectionFactory
from tests.integration.studio import own_exhibition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVED = "document.querySelector('[data-studio]').dataset.state === 'saved'"
IS_READY = "document.querySelector('[data-studio]')?.dataset.ready === ''"


def as_user(context: BrowserContext, user: Any, address: str) -> None:
    """Sign somebody in by their session, as signing in does; the journey through the form has tests of its own."""
    session = SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = "members.backends.RoleBackend"
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session.session_key, "url": address}]
    )


def open_studio(page: Page, address: str) -> None:
    page.goto(address)
    until(page, IS_READY)


def label_of(page: Page, wall: int) -> Locator:
    return page.locator(f"#wall-{wall} textarea").first


class Hand:
    """Counts what a person does: every click, and every step of the keyboard that is not writing."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, place: Locator) -> None:
        self.clicks += 1
        place.click()

    def write(self, place: Locator, text: str) -> None:
        """Click into a field and write."""
        self.click(place)
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        self.clicks += 1
        self.page.keyboard.press(key)


@pytest.fixture
def works() -> list[Any]:
    seoul = MuseumFactory(name="Museum of Seoul")
    return [ArtworkFactory(title=f"Moon jar {n}", museum=seoul, published=True) for n in range(10)]


def test_exhibition_of_ten_works_with_labels_needs_few_clicks(
    page: Page, context: BrowserContext, live_server: Any, works: list[Any]
) -> None:
    as_user(context, CuratorFactory(name="Kenji Abe"), live_server.url)
    page.goto(f"{live_server.url}/studio/")
    hand = Hand(page)
    hand.write(page.get_by_label("A new exhibition"), "White on blue")
    hand.click(page.get_by_role("button", name="Begin"))
    page.wait_for_url("**/studio/white-on-blue/")
    until(page, IS_READY)
    hand.write(page.get_by_label("A new room"), "The jar")
    hand.press("Enter")
    hand.click(page.get_by_role("button", name="Add works"))
    expect(page.locator(".pick")).to_have_count(10)
    for pick in page.locator(".pick").all():
        hand.click(pick)
    hand.click(page.get_by_role("button", name="Hang 10 works"))
    expect(page.locator("[data-wall]")).to_have_count(10)
    expect(page.locator("dialog[open]")).to_have_count(0)
    for number, wall in enumerate(page.locator("[data-wall]").all()):
        hand.write(wall.locator("textarea").first, f"Label {number}, round as the moon.")
    page.locator("h1").evaluate("() => document.activeElement.blur()")
    until(page, SAVED)
    texts = [block.text["en"] for block in Block.objects.order_by("order")]
    assert texts == [f"Label {n}, round as the moon." for n in range(10)]
    assert hand.clicks == 26


def test_room_is_hung_and_changed_by_keyboard_alone(
    page: Page, context: BrowserContext, live_server: Any, works: list[Any]
) -> None:
    as_user(context, CuratorFactory(name="Kenji Abe"), live_server.url)
    page.goto(f"{live_server.url}/studio/")
    keys = page.keyboard
    tab_to(page, "#title")
    keys.type("White on blue")
    keys.press("Enter")
    page.wait_for_url("**/studio/white-on-blue/")
    until(page, IS_READY)
    tab_to(page, "#new-room")
    keys.type("The jar")
    keys.press("Enter")
    until(page, "document.activeElement.matches('[data-pick]')")  # the next step has the focus
    keys.press("Enter")
    expect(page.locator(".pick")).to_have_count(10)
    for _n in range(2):
        tab_to(page, ".pick input:not(:checked)")
        keys.press("Space")
    tab_to(page, "[data-hang]")
    keys.press("Enter")
    expect(page.locator("[data-wall]")).to_have_count(2)
    until(page, "document.activeElement.matches('textarea')")
    keys.type("Round as the ")
    keys.press("Control+i")
    keys.type("moon")
    first, second = Block.objects.order_by("order")
    until(page, SAVED)
    keys.press("Alt+ArrowDown")
    expect(page.locator("[data-announce]")).to_have_text("Moved to place 2 of 2 in “The jar”.")
    assert list(Block.objects.order_by("order")) == [second, first]
    assert Block.objects.get(pk=first.pk).text == {"en": "Round as the *moon*"}
    tab_to(page, "[data-undo]", back=True)
    keys.press("Enter")
    expect(page.locator("[data-announce]")).to_have_text("Undone.")
    assert list(Block.objects.order_by("order")) == [first, second]
    keys.press("Control+z")  # the words of the label, or the latest of them where the machine was slow
    until(page, lambda: Block.objects.get(pk=first.pk).text != {"en": "Round as the *moon*"})
    keys.press("Control+y")
    until(page, lambda: Block.objects.get(pk=first.pk).text == {"en": "Round as the *moon*"})
    tab_to(page, f"#wall-{first.pk} [value=remove]")
    keys.press("Enter")
    expect(page.locator(f"#wall-{first.pk}")).to_have_count(0)
    page.locator("body").press("Control+z")
    expect(page.locator(f"#wall-{first.pk} textarea")).to_have_value("Round as the *moon*")


def tab_to(page: Page, selector: str, back: bool = False) -> None:
    for _stop in range(200):
        if page.evaluate(f"document.activeElement.matches({selector!r})"):
            return
        page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError(selector)


@pytest.fixture
def two_rooms() -> tuple[Exhibition, Block]:
    show = own_exhibition(CuratorFactory(name="Ada"), name="Two rooms", languages=["en", "fr"])
    show.exhibition_curators.create(user=CuratorFactory(name="Bo"), role=CuratorRole.CO_CURATOR)
    rooms = [
        SectionFactory(exhibition=show, titles={"en": name}, order=n * 1024)
        for n, name in enumerate(("East", "West"))
    ]
    blocks = [BlockFactory(section=rooms[0], order=n * 1024, text={"en": f"Text {n}."}) for n in range(2)]
    return show, blocks[0]


def drag(page: Page, grip: Locator, onto: Locator) -> None:
    """With the mouse, step by step, as a hand does; both are in view."""
    page.set_viewport_size({"width": 1280, "height": 2000})
    start, end = grip.bounding_box(), onto.bounding_box()
    assert start
    assert end
    page.mouse.move(start["x"] + 8, start["y"] + 8)
    page.mouse.down()
    page.mouse.move(end["x"] + 20, end["y"] + end["height"] / 2, steps=8)
    page.mouse.up()


def test_wall_is_dragged_to_another_room(
    page: Page, context: BrowserContext, live_server: Any, two_rooms: tuple[Exhibition, Block]
) -> None:
    show, block = two_rooms
    as_user(context, show.curators.get(name="Ada"), live_server.url)
    open_studio(page, f"{live_server.url}/studio/{show.slug}/")
    west = Section.objects.get(titles__en="West")
    drag(page, page.locator(f"#wall-{block.pk} [data-grip]"), page.locator(f"#room-{west.pk} .addwall"))
    expect(page.locator(f"#room-{west.pk} #wall-{block.pk}")).to_be_visible()
    assert Block.objects.get(pk=block.pk).section == west


def test_two_at_one_wall_see_both_texts_and_nothing_is_lost(
    chromium: Browser,
    page: Page,
    context: BrowserContext,
    live_server: Any,
    two_rooms: tuple[Exhibition, Block],
) -> None:
    show, block = two_rooms
    address = f"{live_server.url}/studio/{show.slug}/"
    elsewhere = chromium.new_context(reduced_motion="reduce")
    as_user(context, show.curators.get(name="Ada"), live_server.url)
    as_user(elsewhere, show.curators.get(name="Bo"), live_server.url)
    hers, his = page, elsewhere.new_page()
    open_studio(hers, address)
    open_studio(his, address)
    expect(his.locator("[data-here]")).to_have_text("Here too: Ada")
    label_of(his, block.pk).focus()
    expect(hers.locator(f"#wall-{block.pk} [data-writer]")).to_have_text("Bo writes here")
    elsewhere.set_offline(True)
    label_of(his, block.pk).fill("His words.")
    expect(his.locator("[data-state-line]")).to_contain_text("Offline")
    label_of(hers, block.pk).fill("Her words.")
    until(hers, lambda: Block.objects.get(pk=block.pk).text == {"en": "Her words."})
    elsewhere.set_offline(False)
    versions = his.locator(f"#wall-{block.pk} .versions")
    expect(versions).to_contain_text("His words.")
    expect(versions).to_contain_text("Her words.")
    assert Block.objects.get(pk=block.pk).text == {"en": "Her words."}
    his.get_by_role("button", name="Keep both texts").click()
    until(his, lambda: Block.objects.get(pk=block.pk).text == {"en": "Her words.\n\nHis words."})
    hers.locator("body").click()
    expect(label_of(hers, block.pk)).to_have_value("Her words.\n\nHis words.")
    elsewhere.close()


def test_draft_survives_a_closed_page_without_a_connection(
    chromium: Browser, live_server: Any, two_rooms: tuple[Exhibition, Block]
) -> None:
    show, block = two_rooms
    laptop = chromium.new_context(reduced_motion="reduce")
    as_user(laptop, show.curators.get(name="Ada"), live_server.url)
    page = laptop.new_page()
    open_studio(page, f"{live_server.url}/studio/{show.slug}/")
    laptop.set_offline(True)
    label_of(page, block.pk).fill("Written in the train.")
    expect(page.locator("[data-state-line]")).to_contain_text("Offline")
    page.close()
    laptop.set_offline(False)
    page = laptop.new_page()
    open_studio(page, f"{live_server.url}/studio/{show.slug}/")
    until(page, lambda: Block.objects.get(pk=block.pk).text == {"en": "Written in the train."})
    expect(label_of(page, block.pk)).to_have_value("Written in the train.")
    laptop.close()


def test_translation_is_written_beside_what_is_there(
    page: Page, context: BrowserContext, live_server: Any, two_rooms: tuple[Exhibition, Block]
) -> None:
    show, block = two_rooms
    as_user(context, show.curators.get(name="Ada"), live_server.url)
    open_studio(page, f"{live_server.url}/studio/{show.slug}/")
    french = page.get_by_role("button", name="French")
    expect(french.locator("[data-missing]")).to_have_text("4")
    french.click()
    wall = page.locator(f"#wall-{block.pk}")
    expect(wall.locator("blockquote:visible")).to_have_text("Text 0.")
    wall.locator("textarea:visible").fill("Texte 0.")
    until(page, lambda: Block.objects.get(pk=block.pk).text == {"en": "Text 0.", "fr": "Texte 0."})
    expect(french.locator("[data-missing]")).to_have_text("3")
