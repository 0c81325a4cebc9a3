"""The studio's JSON: who may, what two people do to one block, and that nothing is lost or leaked."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from exhibitions.enums import CuratorRole
from exhibitions.models import Block, Change, Exhibition, Presence
from members.enums import Role
from members.models import Deed
from tests.factories import (
    ArtworkFactory,
    BlockFactory,
    BlockWorkFactory,
    CuratorFactory,
    EditorFactory,
    ExhibitionFactory,
    MuseumFactory,
    SectionFactory,
    UserFactory,
    staff_of,
)
from tests.integration.studio import own_exhibition, post, signed_in

pytestmark = pytest.mark.django_db


def test_exhibition_is_made_room_by_room_and_told() -> None:
    curator = CuratorFactory(name="Nadia")
    client = signed_in(curator)
    made = post(client, "/studio/exhibitions.json", 201, titles={"en": "Silk", "fr": "Soie"})
    base = f"/studio/{made['slug']}"
    assert (made["slug"], made["rights"]["role"], made["sections"]) == ("silk", "lead", [])
    room = post(client, f"{base}/sections.json", 201, titles={"en": "Room"})["section"]
    works = [work.public_id for work in ArtworkFactory.create_batch(2, published=True)]
    group = post(client, f"{base}/blocks.json", 201, section=room["key"], kind="group", works=works)
    text = post(
        client, f"{base}/blocks.json", 201, section=room["key"], kind="text", after=None, text={"en": "Hi"}
    )
    assert (group["block"]["works"], set(group["works"])) == (works, set(works))
    told = client.get(f"{base}/exhibition.json").json()
    assert [block["kind"] for block in told["sections"][0]["blocks"]] == ["text", "group"]
    assert set(told["works"]) == set(works)
    verbs = list(Change.objects.values_list("verb", "noun", "thing"))
    assert verbs == [
        ("add_section", "section", room["key"]),
        ("add_block", "block", group["block"]["key"]),
        ("add_block", "block", text["block"]["key"]),
    ]
    deeds = Deed.objects.filter(by=curator).order_by("id").values_list("verb", "is_public")
    assert list(deeds) == [
        ("start", False),
        ("add_section", False),
        ("add_block", False),
        ("add_block", False),
    ]


def two_at_one_block() -> tuple[Client, Client, str, Block]:
    first, second = CuratorFactory(name="Ada"), CuratorFactory(name="Bo")
    exhibition = own_exhibition(first)
    exhibition.exhibition_curators.create(user=second, role=CuratorRole.CO_CURATOR)
    block = BlockFactory(section=SectionFactory(exhibition=exhibition))
    return signed_in(first), signed_in(second), f"/studio/{exhibition.slug}", block


def test_two_at_one_block_are_told_and_nothing_is_overwritten() -> None:
    ada, bo, base, block = two_at_one_block()
    path = f"{base}/blocks/{block.pk}.json"
    seen = ada.get(path).json()["block"]["revision"]
    saved = post(ada, path, base=seen, text={"en": "Hers."})["block"]
    refused = post(bo, path, 409, base=seen, text={"en": "His."})
    assert refused["stored"]["text"] == {"en": "Hers."}
    assert refused["stored"]["revision"] == saved["revision"] == seen + 1
    assert Block.objects.get().text == {"en": "Hers."}
    again = post(bo, path, base=refused["stored"]["revision"], text={"en": "Both."})["block"]
    assert again["text"] == {"en": "Both."}
    assert post(ada, path.replace(".json", "/remove.json"), 409, base=seen)["stored"]["text"] == {
        "en": "Both."
    }


def test_move_does_not_contradict_who_writes() -> None:
    ada, bo, base, block = two_at_one_block()
    other = SectionFactory(exhibition=block.section.exhibition)
    moved = post(bo, f"{base}/blocks/{block.pk}/move.json", section=other.pk)["block"]
    assert (moved["section"], moved["revision"]) == (other.pk, block.revision)
    assert post(ada, f"{base}/blocks/{block.pk}.json", base=block.revision, text={"en": "x"})


def test_what_is_removed_is_hung_again_where_it_was() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator)
    room = SectionFactory(exhibition=exhibition)
    placed = BlockWorkFactory(block__section=room, block__order=2048)
    BlockFactory(section=room, order=4096)
    client, path = signed_in(curator), f"/studio/{exhibition.slug}/blocks/{placed.block_id}"
    stands = Block.objects.get(pk=placed.block_id).revision
    gone = post(client, f"{path}/remove.json", base=stands)["block"]
    assert gone["removed_at"]
    assert Block.objects.count() == 1
    depot = client.get(f"/studio/{exhibition.slug}/depot.json").json()
    assert [block["key"] for block in depot["blocks"]] == [placed.block_id]
    assert post(client, f"{path}.json", 409, base=gone["revision"], text={})["stored"]["removed_at"]
    back = post(client, f"{path}/restore.json")["block"]
    assert (back["removed_at"], back["order"], back["works"]) == (None, 2048, [placed.artwork.public_id])
    section = f"/studio/{exhibition.slug}/sections/{room.pk}"
    post(client, f"{section}/remove.json", base=room.revision)
    assert client.get(f"/studio/{exhibition.slug}/exhibition.json").json()["sections"] == []
    post(client, f"{section}/restore.json")
    assert len(client.get(f"/studio/{exhibition.slug}/exhibition.json").json()["sections"][0]["blocks"]) == 2


def test_order_is_kept_where_places_have_run_out() -> None:
    curator = CuratorFactory()
    room = SectionFactory(exhibition=own_exhibition(curator))
    keys = [block.pk for block in BlockFactory.create_batch(4, section=room)]  # all of them at 0
    client, base = signed_in(curator), f"/studio/{room.exhibition.slug}/blocks"
    for _round in range(30):
        first, *rest = keys
        keys = [rest[0], first, *rest[1:]]
        post(client, f"{base}/{first}/move.json", after=rest[0])
        assert list(room.blocks.values_list("pk", flat=True)) == keys
    post(client, f"{base}/{keys[-1]}/move.json", after=None)
    assert list(room.blocks.values_list("pk", flat=True)) == [keys[-1], *keys[:-1]]
    post(client, f"{base}/{keys[0]}/move.json", 400, after=987654)


def test_changes_are_asked_cheaply_and_say_who_is_there() -> None:
    ada, bo, base, block = two_at_one_block()
    post(bo, f"{base}/here.json", 204, block=block.pk)
    path = f"{base}/changes.json"
    first = ada.get(path)
    assert first.json()["here"][0]["name"] == "Bo"
    assert first.json()["changes"] == []
    with CaptureQueriesContext(connection) as caught:
        same = ada.get(path, headers={"If-None-Match": first["ETag"]})
    assert (same.status_code, same.content, len(caught) <= 8) == (304, b"", True)
    post(bo, f"{base}/blocks/{block.pk}.json", base=block.revision, text={"en": "New."})
    news = ada.get(path, headers={"If-None-Match": first["ETag"]}).json()
    [change] = news["changes"]
    assert (change["name"], change["verb"], change["key"]) == ("Bo", "edit_block", block.pk)
    assert ada.get(path, {"since": change["id"]}).json()["changes"] == []
    Presence.objects.update(seen_at=timezone.now() - datetime.timedelta(seconds=31))
    assert ada.get(path).json()["here"] == []
    assert ada.get(path, {"since": "x"}).status_code == 404


def everything_of(exhibition: Exhibition) -> list[tuple[str, str]]:
    room = exhibition.sections.get()
    block = room.blocks.get()
    base = f"/studio/{exhibition.slug}"
    gets = ("exhibition", "changes", "depot", "people", f"blocks/{block.pk}")
    posts = (
        "exhibition", "here", "sections", f"sections/{room.pk}", f"sections/{room.pk}/move", "blocks",
        f"blocks/{block.pk}", f"blocks/{block.pk}/move", f"blocks/{block.pk}/remove", f"blocks/{block.pk}/restore", "people",
    )  # fmt: skip
    return [("get", f"{base}/{name}.json") for name in gets] + [
        ("post", f"{base}/{name}.json") for name in posts
    ]


def test_strangers_find_nothing_and_change_nothing() -> None:
    exhibition = own_exhibition(CuratorFactory())
    BlockFactory(section=SectionFactory(exhibition=exhibition))
    gone = CuratorFactory()
    exhibition.exhibition_curators.create(user=gone, role=CuratorRole.CO_CURATOR)
    gone.memberships.all().delete()
    for user in (CuratorFactory(), staff_of(MuseumFactory(), Role.DIRECTOR), UserFactory(), gone):
        client = signed_in(user)
        for method, path in everything_of(exhibition):
            answer = getattr(client, method)(path, {}, content_type="application/json")
            assert answer.status_code in (401, 404), (path, answer.status_code)
    for method, path in everything_of(exhibition):
        assert getattr(Client(), method)(path).status_code == 401
    assert Change.objects.count() == 0


def test_readers_read_authors_write_in_their_sections_and_editors_change_nothing() -> None:
    exhibition = own_exhibition(CuratorFactory())
    given, other = SectionFactory.create_batch(2, exhibition=exhibition)
    mine, theirs = BlockFactory(section=given), BlockFactory(section=other)
    author, reader = CuratorFactory(), staff_of(MuseumFactory())
    part = exhibition.exhibition_curators.create(user=author, role=CuratorRole.SECTION_AUTHOR)
    part.section_authors.create(section=given)
    exhibition.exhibition_curators.create(user=reader, role=CuratorRole.READER)
    base = f"/studio/{exhibition.slug}"
    words: dict[str, Any] = {"base": 1, "text": {"en": "Mine."}}
    post(signed_in(author), f"{base}/blocks/{mine.pk}.json", **words)
    post(signed_in(author), f"{base}/blocks/{theirs.pk}.json", 403, **words)
    post(signed_in(author), f"{base}/blocks/{mine.pk}/move.json", 403, section=other.pk)
    post(signed_in(author), f"{base}/sections.json", 403, titles={"en": "x"})
    for user in (reader, EditorFactory()):
        assert signed_in(user).get(f"{base}/exhibition.json").status_code == 200
        post(signed_in(user), f"{base}/blocks/{theirs.pk}.json", 403, **words)
    assert Block.objects.get(pk=theirs.pk).text == {"en": "Some words on the wall."}


def test_forged_requests_are_refused() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator)
    client = Client(enforce_csrf_checks=True)
    client.force_login(curator, backend="members.backends.RoleBackend")
    answer = client.post(
        f"/studio/{exhibition.slug}/sections.json", {"titles": {"en": "x"}}, content_type="application/json"
    )
    assert answer.status_code == 403
    assert exhibition.sections.count() == 0


@pytest.mark.parametrize(
    ("body", "status", "sentence"),
    [
        ({"text": {"en": "x" * 20_001}}, 400, "has 20001 characters; 20000 fit"),
        ({"text": {"en": "x" * 700_000}}, 413, "That is more than a wall holds."),
        ({"text": {"en": "x" * 3_000_000}}, 413, "That is more than a wall holds."),
        ({"text": {"EN!": "x"}}, 400, "not a language tag"),
        ({"text": {"en": "a\x00b"}}, 400, "NUL"),
        ({"text": "words"}, 400, "not written as it should be"),
        ({"title": {"en": "x" * 301}}, 400, "300 fit"),
        ({"data": {"zebra": 1}}, 400, "knows no “zebra”"),
        ({"works": ["0zzzzzzz"]}, 400, "At most 0 works"),
        ({"zebra": 1}, 400, "Nothing is known of “zebra”"),
        ({"base": True}, 400, "not written as it should be"),
    ],
)
def test_what_no_wall_holds_is_refused_in_a_sentence(
    body: dict[str, Any], status: int, sentence: str
) -> None:
    curator = CuratorFactory()
    block = BlockFactory(section=SectionFactory(exhibition=own_exhibition(curator)))
    path = f"/studio/{block.section.exhibition.slug}/blocks/{block.pk}.json"
    answer = post(signed_in(curator), path, status, **{"base": 1, **body})
    assert sentence in answer["error"]
    assert Block.objects.get().text == {"en": "Some words on the wall."}


def test_drafts_of_other_museums_cannot_be_hung_or_named() -> None:
    curator = CuratorFactory()
    block = BlockFactory(kind="artwork", section=SectionFactory(exhibition=own_exhibition(curator)))
    path = f"/studio/{block.section.exhibition.slug}/blocks/{block.pk}.json"
    draft = ArtworkFactory(title="Secret")
    answer = post(signed_in(curator), path, 400, base=1, works=[draft.public_id])
    assert "There is no public work" in answer["error"]
    assert "Secret" not in str(answer)


def test_walls_have_a_number_that_they_do_not_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exhibitions.actions.blocks.MOST_BLOCKS", 2)
    curator = CuratorFactory()
    room = SectionFactory(exhibition=own_exhibition(curator))
    BlockFactory.create_batch(2, section=room)
    answer = post(
        signed_in(curator), f"/studio/{room.exhibition.slug}/blocks.json", 400, section=room.pk, kind="text"
    )
    assert "has 2 walls: no more fit" in answer["error"]


def test_studio_opens_at_the_same_cost_with_one_wall_and_with_forty() -> None:
    curator = CuratorFactory()
    exhibition = own_exhibition(curator)
    client, path = signed_in(curator), f"/studio/{exhibition.slug}/exhibition.json"

    def cost() -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client.get(path).status_code == 200
        return len(caught)

    BlockWorkFactory(block__section=SectionFactory(exhibition=exhibition))
    cost()
    before = cost()
    for _number in range(40):
        BlockWorkFactory(block__section=SectionFactory(exhibition=exhibition))
    assert cost() == before <= 26


def test_facts_are_changed_field_by_field() -> None:
    curator, museum = CuratorFactory(), MuseumFactory(name="Own museum")
    exhibition = own_exhibition(curator, name="Old")
    client, path = signed_in(curator), f"/studio/{exhibition.slug}/exhibition.json"
    post(client, path, facts={"titles": {"en": "New"}}, was={"titles": {"en": "Old"}})
    other = post(client, path, facts={"scheme": "indigo"}, was={"scheme": "paper"})
    assert (other["titles"], other["scheme"]) == ({"en": "New"}, "indigo")
    late = post(client, path, 409, facts={"titles": {"en": "Mine"}}, was={"titles": {"en": "Old"}})
    assert late["stored"] == {"titles": {"en": "New"}}
    for facts, sentence in (
        ({"scheme": "plaid"}, "plaid"),
        ({"cover_detail": "javascript:"}, "valid value"),
        ({"languages": ["en", "en"]}, "twice"),
        ({"organisers": [museum.slug]}, "Nobody of Own museum curates this exhibition."),
    ):
        told = client.get(path).json()
        answer = post(client, path, 400, facts=facts, was={name: told[name] for name in facts})
        assert sentence in answer["error"]
    dates = {"opens_at": "2030-01-01T10:00:00Z", "closes_at": "2029-01-01T10:00:00Z"}
    answer = post(client, path, 400, facts=dates, was=dict.fromkeys(dates))
    assert "would close before it opens" in answer["error"]


def test_lead_gives_parts_and_the_last_lead_stays() -> None:
    lead, friend = CuratorFactory(), CuratorFactory(name="Friend")
    exhibition = own_exhibition(lead)
    base, client = f"/studio/{exhibition.slug}", signed_in(lead)
    assert client.get(f"{base}/people.json", {"q": "frie"}).json()["results"][0]["user"] == friend.pk
    part = post(client, f"{base}/people.json", user=friend.pk, role="co-curator")["person"]
    post(signed_in(friend), f"{base}/people.json", 403, user=friend.pk, role="lead")
    own = exhibition.exhibition_curators.get(user=lead)
    assert "last lead" in post(client, f"{base}/people/{own.pk}/leave.json", 400)["error"]
    registrar = staff_of(MuseumFactory())
    assert (
        "others may read" in post(client, f"{base}/people.json", 400, user=registrar.pk, role="lead")["error"]
    )
    post(client, f"{base}/people.json", user=registrar.pk, role="reader")
    told = signed_in(friend).get("/studio/notices.json").json()
    assert (told["unread"], told["results"][0]["kind"]) == (1, "joined")
    post(signed_in(friend), f"{base}/people/{part['key']}/leave.json", 204)
    assert signed_in(friend).get(f"{base}/exhibition.json").status_code == 404


def test_exhibition_of_a_curator_who_left_goes_on() -> None:
    """The lead may no longer sign in: co-curators go on, and an administrator names another lead."""
    lead, other = CuratorFactory(), CuratorFactory()
    exhibition = own_exhibition(lead)
    exhibition.exhibition_curators.create(user=other, role=CuratorRole.CO_CURATOR)
    lead.is_active = False
    lead.save()
    base = f"/studio/{exhibition.slug}"
    post(signed_in(other), f"{base}/sections.json", 201, titles={"en": "Goes on"})
    administrator = UserFactory()
    administrator.memberships.create(role=Role.ADMINISTRATOR)
    post(signed_in(administrator), f"{base}/people.json", user=other.pk, role="lead")
    assert exhibition.role_of(other) == "lead"
    post(signed_in(administrator), f"{base}/people.json", 403, user=administrator.pk, role="reader")


def test_kinds_say_what_they_hold() -> None:
    told = signed_in(CuratorFactory()).get("/studio/kinds.json").json()
    assert {"kind": "group", "min_works": 2, "max_works": 12}.items() <= next(
        kind for kind in told["results"] if kind["kind"] == "group"
    ).items()


def test_schema_of_the_studio_has_no_pending_migration() -> None:
    call_command("makemigrations", "exhibitions", "--check", "--dry-run", verbosity=0)
    assert ExhibitionFactory().languages == ["en"]
