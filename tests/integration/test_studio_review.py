"""Before an opening: the checklist, comments, secret previews, and releases asked for by JSON."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from exhibitions.actions.readiness import checklist
from exhibitions.enums import CuratorRole
from exhibitions.models import Block, Comment, Exhibition, Loan, PreviewLink
from exhibitions.schemes import ENOUGH, SCHEMES, contrast, weakest
from tests.factories import (
    BlockFactory,
    BlockWorkFactory,
    CuratorFactory,
    EditorFactory,
    ImageFactory,
    SectionFactory,
)
from tests.integration.studio import own_exhibition, post, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def lead() -> Any:
    return CuratorFactory(name="Lead")


@pytest.fixture
def show(lead: Any) -> Exhibition:
    """A draft that may open: one room, one work that is lent."""
    exhibition = own_exhibition(lead, name="Silk")
    BlockWorkFactory(block__section=SectionFactory(exhibition=exhibition), artwork__title="Moon jar")
    return exhibition


def codes(show: Exhibition) -> list[tuple[str, bool]]:
    return [(item.code, item.must) for item in checklist(show)]


def test_ready_exhibition_has_nothing_to_see_to(show: Exhibition, lead: Any) -> None:
    assert codes(show) == []
    told = signed_in(lead).get(f"/studio/{show.slug}/checklist.json").json()
    assert told == {"is_ready": True, "results": []}


def test_checklist_says_what_and_where(show: Exhibition, lead: Any) -> None:
    block = Block.objects.get()
    work = block.artworks.get()
    ImageFactory(artwork=work, alt={})
    link = f"[gone](/artworks/0zzzzzzz/) [here](/artworks/{work.public_id}/) [museum](/museums/nowhere/)"
    Block.objects.update(text={"en": link + " word" * 130})
    Exhibition.objects.update(languages=["en", "fr"], summary={})
    Loan.objects.update(state="requested")
    show.refresh_from_db()
    told = signed_in(lead).get(f"/studio/{show.slug}/checklist.json").json()
    found = {(item["code"], item["must"], item["noun"], item["key"]) for item in told["results"]}
    loan = Loan.objects.get()
    assert {
        ("summary", True, "exhibition", "summary"),
        ("loan", True, "loan", loan.pk),
        ("alt", False, "block", block.pk),
        ("long", False, "block", block.pk),
        ("broken", False, "block", block.pk),
        ("untranslated", False, "block", block.pk),
        ("untranslated", False, "exhibition", "titles"),
    } <= found
    assert told["is_ready"] is False
    assert [item["must"] for item in told["results"]] == sorted(
        (i["must"] for i in told["results"]), reverse=True
    )
    broken = [item["sentence"] for item in told["results"] if item["code"] == "broken"]
    assert broken == ["“/artworks/0zzzzzzz/” leads nowhere.", "“/museums/nowhere/” leads nowhere."]
    refused = post(signed_in(lead), f"/studio/{show.slug}/state/publish.json", 400)
    assert "“Moon jar” is not lent: its museum has not agreed." in refused["error"]


def test_label_that_a_museum_agreed_to_is_not_changed_behind_its_back(show: Exhibition) -> None:
    Loan.objects.update(state="granted", label=Block.objects.get().text)
    assert codes(show) == []
    Block.objects.update(text={"en": "Other words."})
    assert codes(show) == [("label-changed", True)]


def test_taken_back_and_short_loans_are_told(show: Exhibition) -> None:
    show.closes_at = timezone.now() + datetime.timedelta(days=30)
    Loan.objects.update(period_until=timezone.now().date() + datetime.timedelta(days=3))
    assert codes(show) == [("loan-ends", False)]
    Loan.objects.update(state="recalled", reason="x")
    assert codes(show) == [("loan-ended", False)]


def test_checklist_costs_the_same_with_one_wall_and_with_thirty(
    show: Exhibition, django_assert_max_num_queries: Any
) -> None:
    for _number in range(30):
        BlockWorkFactory(block__section=SectionFactory(exhibition=show))
    with django_assert_max_num_queries(12):
        checklist(show)


def test_words_can_be_read_in_every_scheme() -> None:
    assert {name: weakest(name) >= ENOUGH for name in SCHEMES} == dict.fromkeys(SCHEMES, True)
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0


def test_comments_are_answered_and_seen_to(show: Exhibition, lead: Any) -> None:
    reader, base = CuratorFactory(name="Reader"), f"/studio/{show.slug}"
    show.exhibition_curators.create(user=reader, role=CuratorRole.READER)
    block = Block.objects.get()
    said = post(signed_in(reader), f"{base}/comments.json", 201, block=block.pk, text="Too long?")["comment"]
    client = signed_in(lead)
    assert client.get("/studio/notices.json").json()["results"][0]["kind"] == "comment"
    reply = post(client, f"{base}/comments.json", 201, block=block.pk, text="Cut.", parent=said["key"])[
        "comment"
    ]
    post(client, f"{base}/comments.json", 400, block=block.pk, text="Deeper", parent=reply["key"])
    post(client, f"{base}/comments/{reply['key']}/resolve.json", 400)
    done = post(client, f"{base}/comments/{said['key']}/resolve.json")["comment"]
    assert done["resolved_by"] == "Lead"
    assert post(client, f"{base}/comments/{said['key']}/reopen.json")["comment"]["resolved_at"] is None
    told = client.get(f"{base}/comments.json").json()["results"]
    assert [(row["name"], row["text"], row["parent"]) for row in told] == [
        ("Reader", "Too long?", None),
        ("Lead", "Cut.", said["key"]),
    ]
    for text in ("", "x" * 4001):
        post(client, f"{base}/comments.json", 400, block=block.pk, text=text)
    post(signed_in(EditorFactory()), f"{base}/comments.json", 400, block=block.pk, text="By office")
    post(signed_in(CuratorFactory()), f"{base}/comments.json", 404, block=block.pk, text="Stranger")
    other = BlockFactory()
    post(client, f"{base}/comments.json", 404, block=other.pk, text="Elsewhere")
    assert Comment.objects.count() == 2


def test_preview_link_is_secret_private_and_ends(show: Exhibition, lead: Any) -> None:
    client, base = signed_in(lead), f"/studio/{show.slug}"
    hidden = BlockWorkFactory(block__section=show.sections.get(), artwork__title="Not lent")
    Loan.objects.filter(artwork=hidden.artwork).update(state="requested")
    made = post(client, f"{base}/links.json", 201, label="A journalist", days=3)
    path = made["address"].removeprefix("http://localhost:8000")
    secret = path.split("/")[2]
    link = PreviewLink.objects.get()
    assert link.secret_sha256 == PreviewLink.hashed(secret)
    assert secret not in client.get(f"{base}/links.json").content.decode()
    page = Client().get(path)
    text = page.content.decode()
    assert (page.status_code, page["Cache-Control"], page["Referrer-Policy"], page["X-Robots-Tag"]) == (
        200, "no-store, private", "no-referrer", "noindex, nofollow",
    )  # fmt: skip
    assert page.cookies == {}
    assert ("Moon jar" in text, "Not lent" in text, "the museum has not lent it yet" in text) == (
        True,
        False,
        True,
    )
    assert Client().get(f"/fr{path}").status_code == 200
    assert Client().get(f"/exhibitions/{show.slug}/").status_code == 404
    assert Client().get(f"/preview/{'x' * 43}/").status_code == 404
    assert Client().get(f"/preview/{'x' * 300}/").status_code == 404
    PreviewLink.objects.update(expires_at=timezone.now())
    assert Client().get(path).status_code == 404
    PreviewLink.objects.update(expires_at=timezone.now() + datetime.timedelta(days=1))
    post(client, f"{base}/links/{link.pk}/revoke.json")
    assert Client().get(path).status_code == 404
    post(client, f"{base}/links.json", 400, days=400)
    post(signed_in(CuratorFactory()), f"{base}/links/{link.pk}/revoke.json", 404)


def test_releases_are_made_compared_and_gone_back_to_by_json(show: Exhibition, lead: Any) -> None:
    client, base = signed_in(lead), f"/studio/{show.slug}"
    assert post(client, f"{base}/state/publish.json")["exhibition"]["is_open"] is True
    assert "Nothing has changed" in post(client, f"{base}/releases.json", 400)["error"]
    block = Block.objects.get()
    post(client, f"{base}/blocks/{block.pk}.json", base=block.revision, text={"en": "New."})
    second = post(client, f"{base}/releases.json", 201, note="Better")["release"]
    assert (second["number"], second["note"], second["released_by"]) == (2, "Better", "Lead")
    changes = client.get(f"{base}/releases/1/compare/2.json").json()["changes"]
    assert [(one["what"], one["how"], one["key"]) for one in changes] == [("wall", "changed", block.pk)]
    post(client, f"{base}/releases/1/return.json")
    told = client.get(f"{base}/exhibition.json").json()
    assert told["sections"][0]["blocks"][0]["text"] == {"en": "Some words on the wall."}
    assert [row["number"] for row in client.get(f"{base}/releases.json").json()["results"]] == [2, 1]
    post(client, f"{base}/state/withdraw.json", note="A mistake")
    assert Client().get(f"/exhibitions/{show.slug}/").status_code == 410
    for path in ("releases.json", "links.json", "checklist.json", "comments.json"):
        assert signed_in(CuratorFactory()).get(f"{base}/{path}").status_code == 404


def test_opening_and_closing_are_by_the_instant_whatever_the_clock_of_the_wall_says(
    show: Exhibition, lead: Any
) -> None:
    """On the night when clocks go back, the hour that comes twice is two instants."""
    client, base = signed_in(lead), f"/studio/{show.slug}"
    post(client, f"{base}/state/publish.json")
    first, second = "2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"
    was = {"opens_at": None, "closes_at": None}
    post(client, f"{base}/exhibition.json", facts={"opens_at": first, "closes_at": second}, was=was)
    show.refresh_from_db()
    assert show.closes_at - show.opens_at == datetime.timedelta(hours=1)  # type: ignore[operator]
    at = datetime.datetime(2026, 10, 25, 1, 0, tzinfo=datetime.UTC)
    assert list(Exhibition.objects.open(at)) == [show]
    assert list(Exhibition.objects.open(at + datetime.timedelta(minutes=30))) == []
    assert list(Exhibition.objects.open(at - datetime.timedelta(minutes=31))) == []
