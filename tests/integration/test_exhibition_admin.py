"""Curators' pages in the admin: an exhibition is begun, hung, previewed, opened; strangers find nothing."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exhibitions.enums import CuratorRole, ExhibitionStatus, LoanState
from exhibitions.models import Exhibition, Loan, Section
from members.enums import Role
from members.models import Deed
from tests.factories import (
    ArtworkFactory,
    BlockWorkFactory,
    CuratorFactory,
    EditorFactory,
    ExhibitionFactory,
    LoanFactory,
    MuseumFactory,
    SectionFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user, backend="members.backends.RoleBackend")
    return client


def own_exhibition(curator: Any, **facts: Any) -> Exhibition:
    exhibition = ExhibitionFactory(**facts)
    exhibition.exhibition_curators.create(user=curator, role=CuratorRole.LEAD)
    return exhibition


def fields_of(html: str) -> dict[str, str]:
    """What a browser would send of the page's main form, untouched."""
    form = re.search(r'<form[^>]*id="\w+_form".*?</form>', html, re.S)
    assert form
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="submit"' not in tag and ('type="checkbox"' not in tag or "checked" in tag):
            found[name[1]] = unescaped(value[1]) if value else ""
    for name, text in re.findall(r'<textarea[^>]*name="([^"]*)"[^>]*>\r?\n?(.*?)</textarea>', form[0], re.S):
        found[name] = unescaped(text)
    for name, options in re.findall(r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form[0], re.S):
        chosen = re.findall(r'<option value="([^"]*)" selected', options)
        if chosen:
            found[name] = chosen[0]
    return found


def unescaped(text: str) -> str:
    import html

    return html.unescape(text)


def hung(fields: dict[str, Any], *walls: dict[str, Any]) -> dict[str, Any]:
    """`fields` of a room with further walls."""
    there = int(fields["blocks-INITIAL_FORMS"])
    blank = {"order": "", "kind": "artwork", "title": "", "text": "", "attribution": "", "works": []}
    added = {
        f"blocks-{there + number}-{name}": value
        for number, wall in enumerate(walls)
        for name, value in {**blank, **wall}.items()
    }
    return {**fields, **added, "blocks-TOTAL_FORMS": str(there + len(walls))}


def change(thing: Any) -> str:
    return reverse(f"admin:exhibitions_{thing._meta.model_name}_change", args=[thing.pk])


def test_exhibition_is_begun_with_a_title_alone() -> None:
    curator = CuratorFactory(name="Nadia")
    ExhibitionFactory(name="Silk")
    answer = signed_in(curator).post(
        reverse("admin:exhibitions_exhibition_add"),
        {"titles": "en: Silk\nfr: Soie", "subtitles": "", "summary": "", "slug": ""},
    )
    made = Exhibition.objects.get(slug="silk-2")
    assert (answer.status_code, answer["Location"]) == (302, change(made))
    assert made.titles == {"en": "Silk", "fr": "Soie"}
    assert list(made.exhibition_curators.values_list("user", "role")) == [(curator.pk, "lead")]
    assert Deed.objects.filter(public_id=made.public_id, is_public=True).count() == 0
    assert "start" in Deed.objects.filter(public_id=made.public_id, by=curator).values_list("verb", flat=True)


def test_room_is_hung_with_works_of_two_museums_in_the_order_chosen() -> None:
    curator = CuratorFactory()
    room = SectionFactory(exhibition=own_exhibition(curator))
    first, second = ArtworkFactory.create_batch(2, published=True)
    client = signed_in(curator)
    fields = fields_of(client.get(change(room)).content.decode())
    walls = (
        {"kind": "text", "text": "en: Words."},
        {"kind": "group", "works": [second.pk, first.pk]},
        {"kind": "quotation", "text": "en: So it is.", "attribution": "Zheng He"},
    )
    assert client.post(change(room), hung(fields, *walls)).status_code == 302
    blocks = list(room.blocks.all())
    assert [(block.kind, block.order) for block in blocks] == [("text", 1), ("group", 2), ("quotation", 3)]
    assert list(blocks[1].block_works.values_list("artwork", flat=True)) == [second.pk, first.pk]
    assert set(Loan.objects.values_list("artwork", "state")) == {
        (first.pk, "wanted"),
        (second.pk, "wanted"),
    }
    told = Deed.objects.get(public_id=room.exhibition.public_id)
    assert (told.verb, told.noun, told.is_public) == ("change", "exhibition", False)


def test_wall_refuses_what_its_kind_does_not_hold() -> None:
    curator = CuratorFactory()
    room = SectionFactory(exhibition=own_exhibition(curator))
    works = [work.pk for work in ArtworkFactory.create_batch(2, published=True)]
    draft = ArtworkFactory()
    client = signed_in(curator)
    fields = fields_of(client.get(change(room)).content.decode())
    for wall, sentence in (
        ({"kind": "artwork", "works": works}, "A label belongs to one work"),
        ({"kind": "text", "text": "en: x", "works": works}, "A text or a quotation stands alone"),
        ({"kind": "quotation", "text": "en: x"}, "A quotation needs the name of the one who said it."),
        ({"kind": "artwork", "works": [draft.pk]}, "Select a valid choice"),
        ({"kind": "text", "text": "en: " + "x" * 20_001}, "has 20001 characters; 20000 fit"),
        ({"kind": "text", "text": "no language"}, "has no language"),
    ):
        answer = client.post(change(room), hung(fields, wall))
        assert answer.status_code == 200
        assert sentence in answer.content.decode()
    assert room.blocks.count() == 0
    assert Deed.objects.filter(noun="exhibition").count() == 0


def test_second_save_is_told_and_loses_nothing() -> None:
    curator = CuratorFactory()
    room = SectionFactory(exhibition=own_exhibition(curator), titles={"en": "Room"}, text={"en": "Old"})
    client = signed_in(curator)
    fields = fields_of(client.get(change(room)).content.decode())
    Section.objects.filter(pk=room.pk).update(text={"en": "Hers"})
    answer = client.post(change(room), {**fields, "text": "en: Mine"})
    page = unescaped(answer.content.decode())
    assert answer.status_code == 200
    assert "Somebody saved this while you wrote." in page
    assert "Saved by somebody else meanwhile: en: Hers" in page
    again = fields_of(answer.content.decode())
    assert again["text"] == "en: Mine"
    assert client.post(change(room), again).status_code == 302
    room.refresh_from_db()
    assert room.text == {"en": "Mine"}


def test_works_are_found_only_when_public_and_only_by_curators() -> None:
    ArtworkFactory(
        title="Moon jar", published=True, museum=MuseumFactory(name="Leeum"), display_date="1700–1750"
    )
    ArtworkFactory(title="Moon drum")
    ArtworkFactory(title="Moon bell", withdrawn=True)
    url = reverse("admin:exhibitions_works")
    answer = signed_in(CuratorFactory()).get(url, {"term": "moon"})
    assert [found["text"] for found in answer.json()["results"]] == ["Moon jar · 1700–1750 · Leeum"]
    museum = MuseumFactory()
    assert signed_in(staff_of(museum)).get(url, {"term": "moon"}).status_code == 403


@pytest.mark.parametrize("page", ["exhibition", "section", "preview", "history", "delete", "deed"])
def test_exhibition_of_others_is_not_there(page: str) -> None:
    room = SectionFactory(exhibition=own_exhibition(CuratorFactory()))
    exhibition = room.exhibition
    url = {
        "exhibition": change(exhibition),
        "section": change(room),
        "preview": reverse("admin:exhibitions_exhibition_preview", args=[exhibition.pk]),
        "history": reverse("admin:exhibitions_exhibition_history", args=[exhibition.pk]),
        "delete": reverse("admin:exhibitions_exhibition_delete", args=[exhibition.pk]),
        "deed": reverse("admin:exhibitions_exhibition_deed", args=[exhibition.pk, "publish"]),
    }[page]
    for user in (CuratorFactory(), staff_of(MuseumFactory()), staff_of(MuseumFactory(), Role.CATALOGUER)):
        client = signed_in(user)
        assert {client.get(url).status_code, client.post(url).status_code} <= {403, 404}
    assert Client().get(url).status_code == 302


def test_preview_shows_the_draft_to_its_curator_and_to_no_robot() -> None:
    curator = CuratorFactory()
    placed = BlockWorkFactory(artwork__title="Moon jar")
    exhibition = placed.block.section.exhibition
    exhibition.exhibition_curators.create(user=curator)
    url = reverse("admin:exhibitions_exhibition_preview", args=[exhibition.pk])
    answer = signed_in(curator).get(url, {"language": "fr"})
    page = answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "Moon jar" in page
    assert '<html lang="fr"' in page
    assert Client().get(f"/exhibitions/{exhibition.slug}/").status_code == 404


def test_exhibition_is_published_withdrawn_by_an_editor_and_published_again() -> None:
    curator = CuratorFactory()
    exhibition = BlockWorkFactory().block.section.exhibition
    exhibition.exhibition_curators.create(user=curator)
    own, editor = signed_in(curator), signed_in(EditorFactory())

    def deed(client: Client, verb: str, **data: str) -> int:
        status = client.post(
            reverse("admin:exhibitions_exhibition_deed", args=[exhibition.pk, verb]), data
        ).status_code
        exhibition.refresh_from_db()
        return status

    address = f"/exhibitions/{exhibition.slug}/"
    assert (deed(editor, "publish"), exhibition.status) == (403, "draft")
    assert (deed(own, "publish"), exhibition.status) == (302, "published")
    assert Client().get(address).status_code == 200
    assert (deed(editor, "withdraw"), exhibition.status) == (302, "published")
    assert (deed(editor, "withdraw", note="A wrong loan"), exhibition.status) == (302, "withdrawn")
    gone = Client().get(address)
    assert (gone.status_code, "A wrong loan" in gone.content.decode()) == (410, True)
    assert (deed(own, "reopen"), exhibition.status) == (302, "published")
    assert exhibition.withdrawal_reason == ""
    assert (
        own.get(reverse("admin:exhibitions_exhibition_deed", args=[exhibition.pk, "publish"])).status_code
        == 405
    )
    verbs = Deed.objects.public().about(exhibition.public_id).order_by("id").values_list("verb", flat=True)
    assert list(verbs) == ["publish", "withdraw", "publish"]


def test_form_tells_what_is_missing_and_offers_no_publishing_yet() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator, summary={})
    page = unescaped(signed_in(curator).get(change(exhibition)).content.decode())
    assert "There is no section yet." in page
    assert reverse("admin:exhibitions_exhibition_deed", args=[exhibition.pk, "publish"]) not in page
    assert "Nothing is public" not in page


def test_change_of_a_public_exhibition_is_a_public_deed() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator, published=True)
    client = signed_in(curator)
    fields = fields_of(client.get(change(exhibition)).content.decode())
    assert client.post(change(exhibition), {**fields, "titles": "en: Renamed"}).status_code == 302
    told = Deed.objects.get(public_id=exhibition.public_id)
    assert (told.verb, told.is_public, told.by) == ("change", True, curator)
    exhibition.refresh_from_db()
    assert exhibition.titles == {"en": "Renamed"}


def test_museum_recalls_its_work_and_lends_it_again() -> None:
    museum = MuseumFactory()
    loan = LoanFactory(artwork__museum=museum)
    url = reverse("admin:exhibitions_loan_deed", args=[loan.pk, "recall"])
    assert signed_in(staff_of(MuseumFactory())).post(url, {"note": "x"}).status_code == 404
    assert signed_in(staff_of(museum, Role.CATALOGUER)).post(url, {"note": "x"}).status_code in (403, 404)
    registrar = signed_in(staff_of(museum))
    assert registrar.get(reverse("admin:exhibitions_loan_change", args=[loan.pk])).status_code == 200
    assert registrar.post(url, {"note": ""}).status_code == 302
    loan.refresh_from_db()
    assert loan.state == LoanState.STANDING
    registrar.post(url, {"note": "On tour"})
    loan.refresh_from_db()
    assert (loan.state, loan.reason) == ("recalled", "On tour")
    registrar.post(reverse("admin:exhibitions_loan_deed", args=[loan.pk, "lend"]))
    loan.refresh_from_db()
    assert (loan.state, loan.reason) == ("granted", "")


def test_published_exhibition_is_not_deleted() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator, published=True)
    client = signed_in(curator)
    assert (
        client.post(
            reverse("admin:exhibitions_exhibition_delete", args=[exhibition.pk]), {"post": "yes"}
        ).status_code
        == 403
    )
    draft = own_exhibition(curator)
    SectionFactory(exhibition=draft)
    assert (
        client.post(
            reverse("admin:exhibitions_exhibition_delete", args=[draft.pk]), {"post": "yes"}
        ).status_code
        == 302
    )
    assert list(Exhibition.objects.all()) == [exhibition]


def test_desk_shows_a_curator_the_own_exhibitions() -> None:
    curator = CuratorFactory()
    own_exhibition(curator, name="Mine")
    own_exhibition(CuratorFactory(), name="Hers")
    page = signed_in(curator).get("/admin/").content.decode()
    assert ("Mine" in page, "Hers" in page) == (True, False)


def test_state_tells_what_the_clock_says() -> None:
    from exhibitions.admin.state import state_of

    now = timezone.now()
    hour = datetime.timedelta(hours=1)
    public = {"status": ExhibitionStatus.PUBLISHED}
    assert state_of(Exhibition())[0] == "draft"
    assert state_of(Exhibition(**public, opens_at=now + hour))[1].startswith("Published; opens on ")
    assert state_of(Exhibition(**public, closes_at=now + hour))[1].startswith("Open until ")
    assert state_of(Exhibition(**public, closes_at=now - hour))[1].startswith("Closed on ")
