"""The studio's pages: who may open them, that they are whole without script, and what their forms do."""

from __future__ import annotations

from typing import Any

import html5lib
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exhibitions.enums import CuratorRole
from exhibitions.models import Block, Exhibition
from members.enums import Role
from tests.factories import (
    ArtworkFactory,
    BlockFactory,
    BlockWorkFactory,
    CuratorFactory,
    MuseumFactory,
    SectionFactory,
    UserFactory,
    staff_of,
)
from tests.integration.studio import own_exhibition, signed_in

pytestmark = pytest.mark.django_db


def test_stranger_signs_in_first_and_others_see_nothing() -> None:
    show = own_exhibition(CuratorFactory())
    address = f"/studio/{show.slug}/"
    assert Client().get(address).url == f"/accounts/login/?next={address}"
    assert signed_in(UserFactory()).get(address).status_code == 403
    assert signed_in(CuratorFactory()).get(address).status_code == 404
    assert signed_in(staff_of(MuseumFactory(), Role.REGISTRAR)).get(address).status_code == 404


def test_title_is_enough_to_be_at_work() -> None:
    client = signed_in(CuratorFactory())
    assert client.post("/studio/", {"title": " "}).status_code == 400
    answered = client.post("/studio/", {"title": "Silk & sea"})
    show = Exhibition.objects.get()
    assert (answered.url, show.titles) == (f"/studio/{show.slug}/", {"en": "Silk & sea"})
    page = client.get(answered.url)
    assert "no-store" in page["Cache-Control"]
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "Set-Cookie" not in Client().get("/exhibitions/").headers


def test_registrar_who_curates_nothing_may_not_begin() -> None:
    client = signed_in(staff_of(MuseumFactory(), Role.REGISTRAR))
    html = client.get("/studio/").content.decode()
    assert "A new exhibition" not in html
    assert client.post("/studio/", {"title": "Mine"}).status_code == 400
    assert not Exhibition.objects.exists()


def test_exhibition_is_made_without_script() -> None:
    show = own_exhibition(CuratorFactory(name="Ada"))
    client = signed_in(show.curators.get())
    base = f"/studio/{show.slug}"
    for name in ("East", "West"):
        client.post(f"{base}/rooms/", {"titles:en": name})
    east, west = show.sections.all()
    work = ArtworkFactory(title="Bell", published=True)
    client.post(f"{base}/walls/", {"section": east.pk, "kind": "artwork", "works": work.public_id})
    client.post(f"{base}/walls/", {"section": east.pk, "kind": "text"})
    first, second = Block.objects.order_by("order")
    address = f"{base}/walls/{first.pk}/"
    told = client.post(
        address, {"base": first.revision, "text:en": "It rings.\r\nLoud.", "deed": "save"}, follow=True
    )
    assert "It rings.\nLoud." in told.content.decode()
    client.post(address, {"deed": "later"})
    assert list(Block.objects.order_by("order")) == [second, first]
    client.post(address, {"deed": "earlier"})
    assert list(Block.objects.order_by("order")) == [first, second]
    client.post(address, {"deed": "move", "section": west.pk})
    first.refresh_from_db()
    assert first.section == west
    client.post(address, {"deed": "remove", "base": first.revision})
    assert list(Block.objects.all()) == [second]
    client.post(f"{base}/rooms/{west.pk}/", {"deed": "earlier"})
    assert list(show.sections.all()) == [west, east]


def test_second_to_save_without_script_loses_nothing() -> None:
    show = own_exhibition(CuratorFactory())
    block = BlockFactory(section=SectionFactory(exhibition=show), text={"en": "First."})
    client = signed_in(show.curators.get())
    seen = block.revision
    address = f"/studio/{show.slug}/walls/{block.pk}/"
    client.post(address, {"base": seen, "text:en": "Theirs."})
    told = client.post(address, {"base": seen, "text:en": "Mine."}, follow=True)
    block.refresh_from_db()
    assert block.text == {"en": "Theirs.\n\nMine."}
    assert "Nothing is lost" in told.content.decode()


def test_reader_reads_and_cannot_write() -> None:
    show = own_exhibition(UserFactory(), CuratorRole.READER)
    reader = show.curators.get()
    reader.memberships.create(museum=MuseumFactory(), role=Role.CATALOGUER)
    block = BlockFactory(section=SectionFactory(exhibition=show))
    client = signed_in(reader)
    html = client.get(f"/studio/{show.slug}/").content.decode()
    assert "Some words on the wall." in html
    assert "data-add-wall" not in html
    client.post(f"/studio/{show.slug}/walls/{block.pk}/", {"base": block.revision, "text:en": "Mine."})
    block.refresh_from_db()
    assert block.text == {"en": "Some words on the wall."}


@pytest.fixture
def hung() -> tuple[Client, Exhibition]:
    show = own_exhibition(CuratorFactory(), languages=["en", "ja"], titles={"en": "<b>Script</b>"})
    room = SectionFactory(
        exhibition=show, titles={"ja": "部屋"}, text={"en": "</textarea><script>alert(1)</script>"}
    )
    BlockWorkFactory(block__section=room)
    return signed_in(show.curators.get()), show


PAGES = ("", "facts/", "people/?q=p", "loans/", "checklist/", "releases/", "preview/")


def test_every_page_parses_without_a_fault_in_both_languages(hung: tuple[Client, Exhibition]) -> None:
    client, show = hung
    for language in ("en", "fr"):
        client.cookies["django_language"] = language
        for part in ("", "notices/", "requests/", *(f"{show.slug}/{page}" for page in PAGES)):
            address = f"/studio/{part}"
            html = client.get(address).content.decode()
            html5lib.HTMLParser(strict=True).parse(html)
            assert "<script>alert" not in html
            assert "<b>Script" not in html


def test_workbench_asks_as_often_for_thirty_walls_as_for_one(hung: tuple[Client, Exhibition]) -> None:
    client, show = hung
    counts = []
    for more in (0, 29):
        for _n in range(more):
            BlockWorkFactory(block__section=show.sections.get())
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page: Any = client.get(f"/studio/{show.slug}/")
        assert page.content.count(b"<article") == more + 1
        counts.append(len(asked))
    assert counts[0] == counts[1] <= 30, counts


def test_registrar_answers_from_the_queue() -> None:
    museum = MuseumFactory()
    show = own_exhibition(CuratorFactory(), summary={"en": "Bells."})
    curator, registrar = signed_in(show.curators.get()), signed_in(staff_of(museum, Role.REGISTRAR))
    room = SectionFactory(exhibition=show)
    work = ArtworkFactory(title="Bell", museum=museum, published=True)
    curator.post(
        f"/studio/{show.slug}/walls/", {"section": room.pk, "kind": "artwork", "works": work.public_id}
    )
    loan = show.loans.get()
    assert loan.state == "wanted"
    queue = "/studio/requests/"
    registrar.post(queue, {"loan": loan.pk, "deed": "grant"})  # which the museum was not asked for
    loan.refresh_from_db()
    assert loan.state == "wanted"
    asked = {"loan": loan.pk, "deed": "ask", "purpose": "To be heard.", "period_until": "2999-12-31"}
    curator.post(f"/studio/{show.slug}/loans/", asked)
    assert "To be heard." in registrar.get(queue).content.decode()
    stranger = signed_in(staff_of(MuseumFactory(), Role.REGISTRAR))
    assert "To be heard." not in stranger.get(queue).content.decode()
    assert stranger.post(queue, {"loan": loan.pk, "deed": "grant"}).status_code == 404
    registrar.post(queue, {"loan": loan.pk, "deed": "ask-change", "note": "Say who cast it."})
    assert "Say who cast it." in curator.get(f"/studio/{show.slug}/loans/").content.decode()
    curator.post(f"/studio/{show.slug}/loans/", asked)
    registrar.post(
        queue, {"loan": loan.pk, "deed": "grant", "period_until": "2998-12-31", "largest_side": "800"}
    )
    loan.refresh_from_db()
    assert (loan.state, loan.stands, loan.largest_side, loan.period_until.year) == (
        "granted",
        True,
        800,
        2998,
    )
    registrar.post(queue, {"loan": loan.pk, "deed": "recall", "note": "It is restored."})
    loan.refresh_from_db()
    assert (loan.state, loan.reason, loan.stands) == ("recalled", "It is restored.", False)


def test_facts_are_changed_field_by_field_and_never_overwritten() -> None:
    show = own_exhibition(CuratorFactory())
    client = signed_in(show.curators.get())
    address = f"/studio/{show.slug}/facts/"
    was = client.get(address).context["was"]
    form = {"was": was, "titles:en": str(show), "languages": "en", "scheme": "indigo", "summary:en": "Mine."}
    assert client.post(address, form).status_code == 302
    show.refresh_from_db()
    assert (show.scheme, show.summary) == ("indigo", {"en": "Mine."})
    told = client.post(address, {**form, "summary:en": "Late.", "venue": "Leiden"})
    show.refresh_from_db()
    assert (show.summary, show.venue) == ({"en": "Mine."}, "")
    html = told.content.decode()
    assert "What stands now:" in html
    assert "Late." in html
    again = {**form, "was": told.context["was"], "summary:en": "Late.", "venue": "Leiden"}
    client.post(address, {**again, "opens_at": "2999-01-01T10:00"})
    show.refresh_from_db()
    assert (show.summary, show.venue, show.opens_at.isoformat()) == (
        {"en": "Late."},
        "Leiden",
        "2999-01-01T10:00:00+00:00",
    )


def test_release_is_made_compared_and_gone_back_to() -> None:
    show = own_exhibition(CuratorFactory(), summary={"en": "Bells."})
    block = BlockFactory(section=SectionFactory(exhibition=show), text={"en": "Before."})
    client = signed_in(show.curators.get())
    address = f"/studio/{show.slug}/releases/"
    client.post(address, {"deed": "release", "note": "First"})
    client.post(f"/studio/{show.slug}/walls/{block.pk}/", {"base": block.revision, "text:en": "After."})
    client.post(address, {"deed": "release"})
    html = client.get(address, {"from": 1, "to": 2}).content.decode()
    assert "<del>" in html
    assert "Before." in html
    assert "After." in html
    client.post(address, {"deed": "return", "number": 1})
    assert [block.text["en"] for block in Block.objects.filter(section__removed_at=None)] == ["Before."]
    assert client.get(address, {"from": 1, "to": 9}).status_code == 404


def test_preview_link_is_told_once_and_revoked() -> None:
    show = own_exhibition(CuratorFactory())
    client = signed_in(show.curators.get())
    address = f"/studio/{show.slug}/checklist/"
    made = client.post(address, {"deed": "link", "label": "Minister", "days": 3}).context["address"]
    secret = made.partition("/preview/")[2]
    assert secret
    assert secret not in client.get(address).content.decode()
    assert Client().get(f"/preview/{secret}").status_code == 200
    client.post(address, {"deed": "revoke", "link": show.preview_links.get().pk})
    assert Client().get(f"/preview/{secret}").status_code == 404
