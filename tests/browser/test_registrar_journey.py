"""A registrar signs in, adds an object with a photograph, submits and publishes it, and finds it on the public pages."""

from __future__ import annotations

import gc
import re
import threading
import warnings
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from django.db import connections
from PIL import Image, ImageDraw
from playwright.sync_api import Page, expect
from procrastinate.contrib.django import app

from collection.enums import Status
from collection.models import Artwork
from members.models import User
from tests.factories import (
    ArtworkFactory,
    ConceptFactory,
    CultureFactory,
    MaterialFactory,
    MuseumFactory,
    staff_of,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long enough password"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    cache.clear()


@pytest.fixture
def registrar() -> User:
    return staff_of(MuseumFactory(name="Museum of the Sea Routes"), email="mai@example.org", name="Mai")


def photograph(folder: Path) -> Path:
    """A picture of a blue-and-white jar, drawn for the test."""
    image = Image.new("RGB", (1500, 1900), "#e8e2d6")
    draw = ImageDraw.Draw(image)
    draw.ellipse((350, 500, 1150, 1600), fill="#f7f7f2", outline="#1f3f77", width=30)
    draw.rectangle((550, 300, 950, 560), fill="#f7f7f2", outline="#1f3f77", width=30)
    path = folder / "jar.jpg"
    image.save(path, "JPEG", quality=90)
    return path


def worker_does_its_jobs() -> None:
    """The background worker, once, in a thread of its own: Playwright's loop runs in this one."""
    faults: list[BaseException] = []

    def run() -> None:
        try:
            connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
            with app.replace_connector(connector) as worker:
                worker.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
        except BaseException as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(60)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()  # the worker's own thread left its connection to the collector
    assert faults == []


def sign_in(page: Page, address: str, email: str) -> None:
    page.goto(f"{address}/admin/")
    page.get_by_label("Email").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()


def choose(page: Page, field: str, words: str) -> None:
    """Pick a term from an autocomplete chooser."""
    row = page.locator(f".field-{field}").first
    row.locator(".select2-selection").first.click()
    page.keyboard.type(words)
    page.locator(".select2-results__option", has_text=words).first.click()


def test_a_registrar_brings_a_masterpiece_to_the_public(
    page: Page, live_server: Any, registrar: User, tmp_path: Path
) -> None:
    ConceptFactory(name="jar")
    MaterialFactory(name="porcelain")
    CultureFactory(name="Vietnamese")
    sign_in(page, live_server.url, registrar.email)
    page.get_by_role("link", name="Add a masterpiece").click()

    page.locator("#id_accession_number").fill("1997.12")
    choose(page, "object_types", "jar")
    page.locator("#id_titles-0-text").fill("Jar with lotus and cranes")
    page.locator("#id_images-0-original").set_input_files(photograph(tmp_path))
    page.locator("#id_images-0-rights").select_option(label="CC0 1.0")
    page.locator("#id_images-0-credit").fill("Photograph: Museum of the Sea Routes")
    page.locator("#id_images-0-alt").fill("en: A round white jar with a blue rim")
    choose(page, "culture", "Vietnamese")
    page.locator("#id_display_date").fill("late 15th century")
    expect(page.locator(".date-check__words")).to_contain_text("1499")
    choose(page, "materials", "porcelain")
    page.get_by_role("button", name="Save and submit").click()

    expect(page.locator(".bar .state")).to_have_text("Submitted")
    worker_does_its_jobs()
    page.reload()
    expect(page.locator(".photograph")).to_be_visible()
    page.locator(".bar").get_by_role("button", name="Publish").click()
    expect(page.locator(".bar .state")).to_have_text("Published")

    page.get_by_role("link", name="Public page").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Jar with lotus and cranes")
    picture = page.locator("main img[alt='A round white jar with a blue rim']").first
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.complete && image.naturalWidth > 0")
    page.goto(f"{live_server.url}/artworks/?q=lotus")
    expect(page.get_by_role("link", name=re.compile("Jar with lotus and cranes")).first).to_be_visible()
    work = Artwork.objects.get()
    assert (work.status, work.museum_id, work.versions.count()) == (
        Status.PUBLISHED,
        registrar.roles[0][1],
        1,
    )


def test_two_registrars_at_one_record_both_keep_their_words(
    page: Page, live_server: Any, registrar: User
) -> None:
    work = ArtworkFactory(museum_id=registrar.roles[0][1], title="Moon jar")
    sign_in(page, live_server.url, registrar.email)
    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")
    page.locator("#id_display_materials").fill("white porcelain")
    Artwork.objects.filter(pk=work.pk).update(display_materials="stoneware")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".comparison ins")).to_have_text("white porcelain")
    expect(page.locator(".comparison del")).to_have_text("stoneware")
    page.get_by_role("button", name="Apply as it is").click()
    expect(page.locator("#id_display_materials")).to_have_value("white porcelain")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_admin_is_accessible_and_fits_a_phone(
    page: Page, live_server: Any, registrar: User, scheme: Any
) -> None:
    work = ArtworkFactory(museum_id=registrar.roles[0][1], title="Moon jar")
    page.emulate_media(color_scheme=scheme)
    sign_in(page, live_server.url, registrar.email)
    for path in ("", "collection/artwork/", f"collection/artwork/{work.pk}/change/"):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.goto(f"{live_server.url}/admin/{path}")
        found = Axe().run(
            page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "preload": False}
        )
        assert [
            (v["id"], [node["target"] for node in v["nodes"]][:3]) for v in found.response["violations"]
        ] == [], path
        page.set_viewport_size({"width": 360, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
