"""Photographs dropped onto a work's form: sent, described, attached, ready to be looked at, without a reload."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.cache import cache
from playwright.sync_api import Page, expect

from collection.models import ArtworkImage, Upload
from members.models import User
from tests.browser.test_registrar_journey import photograph, sign_in, worker_does_its_jobs
from tests.factories import ArtworkFactory, MuseumFactory, staff_of

PART = 20_000
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.UPLOAD_PART_BYTES = PART
    cache.clear()


@pytest.fixture
def registrar() -> User:
    return staff_of(MuseumFactory(name="Museum of the Sea Routes"), email="mai@example.org", name="Mai")


def opened(page: Page, live_server: Any, registrar: User, **more: Any) -> Any:
    work = ArtworkFactory(museum_id=registrar.roles[0][1], title="Moon jar", **more)
    sign_in(page, live_server.url, registrar.email)
    page.goto(f"{live_server.url}/admin/collection/artwork/{work.pk}/change/")
    return work


def choose(page: Page, *files: Path) -> None:
    """As a person does: the place shows itself once its script listens."""
    expect(page.locator(".drop")).to_be_visible()
    page.locator(".drop input[type=file]").set_input_files(files)


def test_a_registrar_drops_a_photograph_and_looks_at_it_published(
    page: Page, live_server: Any, registrar: User, tmp_path: Path
) -> None:
    work = opened(page, live_server, registrar, published=True)
    choose(page, photograph(tmp_path))
    row = page.locator(".drop__row")
    expect(row).to_have_attribute("data-state", "whole")
    assert row.get_by_role("button").all_inner_texts() == ["Attach", "Cancel"]
    row.get_by_role("button", name="Attach").click()
    expect(row.locator("[data-field=rights]")).to_be_focused()  # nothing is sent without its words
    row.locator("[data-field=rights]").select_option(label="CC0 1.0")
    row.locator("[data-field=credit]").fill("Photograph: Museum of the Sea Routes")
    row.locator("[data-field=alt]").fill("A round white jar")
    row.locator("[data-field=alt]").press("Enter")
    expect(row).to_have_attribute("data-state", "attached")
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"], "preload": False}
    )
    assert [
        (v["id"], [node["target"] for node in v["nodes"]][:3]) for v in found.response["violations"]
    ] == []
    worker_does_its_jobs()
    expect(row.locator(".state")).to_have_text("Ready to be looked at closely")
    assert row.get_by_role("button").all_inner_texts() == ["Look closely"]
    row.get_by_role("button", name="Look closely").click()
    image = ArtworkImage.objects.get()
    expect(page.locator("dialog.zoom")).to_have_attribute("data-open", image.public_id)
    page.get_by_role("button", name="Close", exact=True).click()
    worker_does_its_jobs()
    assert [one["id"] for one in work.versions.get().document["images"]] == [image.public_id]
    page.locator("#id_display_materials").fill("porcelain")  # the form, opened before, is still good
    page.get_by_role("button", name="Save and publish as a new version").click()
    expect(page.locator(".messagelist .success")).to_be_visible()
    work.refresh_from_db()
    assert (work.display_materials, work.images.count()) == ("porcelain", 1)


def test_what_is_no_photograph_is_refused_beside_its_name(
    page: Page, live_server: Any, registrar: User, tmp_path: Path
) -> None:
    opened(page, live_server, registrar)
    false = tmp_path / "page.jpg"
    false.write_bytes(b"<!doctype html><script>alert(1)</script>" * 900)
    choose(page, false, photograph(tmp_path))
    first, second = page.locator(".drop__row").nth(0), page.locator(".drop__row").nth(1)
    for row in (first, second):
        expect(row).to_have_attribute("data-state", "whole")
        row.locator("[data-field=rights]").select_option(label="CC0 1.0")
        row.get_by_role("button", name="Attach").click()
    expect(first.locator(".drop__words")).to_contain_text("This is not a photograph we can read.")
    expect(second).to_have_attribute("data-state", "attached")
    assert ArtworkImage.objects.count() == 1


def test_an_upload_goes_on_after_a_reload_with_the_same_file(
    page: Page, live_server: Any, registrar: User, tmp_path: Path
) -> None:
    opened(page, live_server, registrar)
    path = photograph(tmp_path)
    page.route("**/parts/2/", lambda _route: None)  # the connection hangs
    choose(page, path)
    row = page.locator(".drop__row")
    count = -(-path.stat().st_size // PART)
    assert count > 3
    expect(row.locator("progress")).to_have_js_property("value", 2 / count)
    assert Upload.objects.get().parts == [0, 1]
    page.unroute("**/parts/2/")
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url) if request.method == "PUT" else None)
    choose(page, path)
    expect(row).to_have_attribute("data-state", "whole")
    assert [url for url in sent if url.endswith(("/parts/0/", "/parts/1/"))] == []
    assert Upload.objects.get().is_whole
