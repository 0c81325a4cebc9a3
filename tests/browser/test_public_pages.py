"""Every kind of public page: accessible in light and dark, whole at 360 pixels, without script and without third parties."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from collection.models import Artwork
from collection.search.document import refresh
from tests.factories import (
    ArtworkFactory,
    BlockFactory,
    BlockWorkFactory,
    CultureFactory,
    EpochFactory,
    ExhibitionFactory,
    InfluenceFactory,
    MaterialFactory,
    MuseumFactory,
    SectionFactory,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What darkness can spoil is contrast, what a phone can spoil are targets and what scrolls.
VIEWS = [
    (1280, "light", ALL),
    (1280, "dark", ["color-contrast"]),
    (360, "light", ["target-size", "color-contrast", "scrollable-region-focusable"]),
]
TITLES = [
    ("至正十一年銘青花雲龍紋象耳瓶", "zh-Hant"),
    ("پادشاهنامه", "fa"),
    ("ព្រះបាទជ័យវរ្ម័នទី៧", "km"),
    ("ศิลาจารึกพ่อขุนรามคำแหง", "th"),
]
PAGES = [
    "/", "/artworks/", "/artworks/?view=list&country=CN", "/artworks/?q=nothing-at-all", "/artworks/?date=around+1450&country=CN&material=porcelain-1&material=porcelain-2", "/artworks/values/material/", "/artworks/{work}/elsewhere/", "/artworks/?century=abc",
    "/artworks/{work}/", "/countries/", "/countries/CN/", "/epochs/", "/epochs/ming/", "/cultures/china/", "/influences/",
    "/influences/paths/", "/influences/paths/?from=iran&to=china", "/influences/paths/?from_name=ch&to_name=zz", "/influences/ripples/?of=iran", "/materials/", "/materials/porcelain-1/",
    "/museums/", "/museums/museum-of-tests/", "/exhibitions/", "/exhibitions/threads/", "/history/", "/about/", "/accessibility/",
    "/privacy/", "/terms/", "/fr/artworks/", "/nothing-here/",
]  # fmt: skip


@pytest.fixture
def work() -> Artwork:
    """A small collection: four works with titles in four scripts, an exchange and an exhibition."""
    china, iran = (
        CultureFactory(name="China"),
        CultureFactory(name="Iran", region="west-asia", countries=["IR"]),
    )
    museum, ming = MuseumFactory(slug="museum-of-tests"), EpochFactory(name="Ming")
    works = [
        ArtworkFactory(
            published=True, museum=museum, culture=china, title=f"Work {number}", titles=[(language, text)],
            materials=[MaterialFactory(name=f"porcelain {number}")], epochs=[ming],
        )
        for number, (text, language) in enumerate(TITLES)
    ]  # fmt: skip
    InfluenceFactory(published=True, source_culture=iran, target_culture=china, witnesses=works[:2])
    block = BlockFactory(
        section=SectionFactory(exhibition=ExhibitionFactory(published=True, name="Threads")), kind="artwork"
    )
    BlockWorkFactory(block=block, artwork=works[0])
    refresh(works)
    return works[0]


@pytest.mark.parametrize(("width", "theme", "rules"), VIEWS, ids=["wide", "dark", "phone"])
def test_every_page_is_accessible_and_fits(
    chromium: Browser, live_server: Any, work: Artwork, width: int, theme: Any, rules: list[str]
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True
    )
    page = context.new_page()
    found = []
    for address in PAGES:
        page.goto(live_server.url + address.format(work=work.public_id))
        faults = Axe().run(page, options={"runOnly": rules}).response["violations"]
        found += [f"{address}: {fault['id']} {fault['nodes'][0]['html']}" for fault in faults]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{address} is wider than {width} pixels")
    context.close()
    assert found == []


def test_choice_of_dark_is_kept_and_can_be_taken_back(page: Page, live_server: Any, work: Artwork) -> None:
    page.goto(f"{live_server.url}/about/")
    page.click("[data-theme-set=dark]")
    page.reload()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(15, 22, 32)"
    page.click('[data-theme-set=""]')
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") is None


def test_citation_is_copied(page: Page, live_server: Any, work: Artwork) -> None:
    page.goto(f"{live_server.url}/artworks/{work.public_id}/")
    page.click("[data-copy-button]")
    page.wait_for_selector("text=Copied")
