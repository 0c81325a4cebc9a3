"""Words erased by law are in no table any more, and the history is proved all the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from collection.actions.artworks import publish, withdraw
from collection.actions.edits import keep_edit
from collection.actions.erase import erase, erase_again
from collection.actions.erasure_ledger import as_json
from collection.actions.refusal import NotAllowed, Refused
from collection.admin.merging import packed
from collection.enums import EditState, Status
from collection.models import (
    Artwork,
    Correction,
    Erasure,
    ImportRow,
    ImportRun,
    Inscription,
    MuseumOnlyStep,
    PendingEdit,
    ProvenanceEvent,
    SearchWord,
    SourceRecord,
)
from exhibitions.models import Block, BlockWork, Exhibition
from members.enums import Role
from members.models import Deed, Museum, User
from tests.factories import (
    ArtworkFactory,
    ExhibitionFactory,
    InfluenceFactory,
    MembershipFactory,
    MuseumFactory,
    ProvenanceEventFactory,
    SectionFactory,
    staff_of,
)
from tests.integration.test_admin_artwork import signed_in
from tests.integration.test_history import exported, proved
from tests.integration.test_verify_history import verified

pytestmark = pytest.mark.django_db
NAME = "Wilhelmina Quastenberg"
LAW = "Article 17 GDPR, on request of the family"


@pytest.fixture
def museum() -> Museum:
    return MuseumFactory()


@pytest.fixture
def director(museum: Museum) -> User:
    return staff_of(museum, Role.DIRECTOR)


@pytest.fixture
def work(museum: Museum, director: User) -> Artwork:
    """Two versions, and the name in every place where a museum may have written it."""
    made = ArtworkFactory(
        museum=museum,
        status=Status.SUBMITTED,
        published_at=None,
        first_published_at=None,
        title=f"Portrait of {NAME}",
        description={"en": f"Lent by {NAME}, who keeps its twin."},
        provenance_text={"en": f"{NAME}, Vienna, 1912; Ann Lee, 1950, by purchase."},
    )
    ProvenanceEventFactory(
        artwork=made, order=1, text={"en": f"{NAME}, Vienna, 1912"}, party_name=NAME, display_date="1912"
    )
    ProvenanceEventFactory(
        artwork=made, order=2, text={"en": "Ann Lee, 1950, by purchase"}, party_name="Ann Lee"
    )
    publish(made, by=director)
    ProvenanceEvent.objects.filter(order=1).update(note=f"so {NAME.upper()}")
    publish(made, by=director, note=f"{NAME} said so")
    _beside(made, director)
    return made


def _beside(work: Artwork, by: User) -> None:
    run = ImportRun.objects.create(
        museum=work.museum, by=by, file_name="a.csv", sha256="0" * 64, format="csv"
    )
    ImportRow.objects.create(
        run=run, number=1, outcome="changed", artwork=work, before={"description": {"en": f"By {NAME}"}}
    )
    SourceRecord.objects.create(artwork=work, fields={"Owner": [NAME]})
    Correction.objects.create(artwork=work, text=f"I am {NAME}")
    MuseumOnlyStep.objects.create(artwork=work, text={"en": f"{NAME}, her address"}, reason="Asked for")
    keep_edit(
        work,
        by=by,
        form_data={
            "description": [f"en: {NAME}"],
            "provenance_events-0-party_name": [NAME],
            "base": [packed({"": {"description": [NAME]}})],
        },
        base_revision=1,
        state=EditState.WAITING,
        note=f"from {NAME}",
    )


def everywhere(word: str) -> list[str]:
    """Every table that holds the word in any row, as text."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text ILIKE %s', [f"%{word}%"])
            if cursor.fetchone() != (0,):
                found.append(table)
    return found


def test_words_go_from_every_table(work: Artwork, director: User, tmp_path: Path) -> None:
    before = everywhere("quastenberg")
    assert {"collection_artworkversion", "collection_provenanceeventevent", "members_deed"} <= set(before)
    assert "collection_searchword" in before
    erase(work, "", by=director, note=LAW, words=[NAME])
    assert everywhere("quastenberg") == []
    assert everywhere("wilhelmina") == []
    deed = Deed.objects.get(verb="erase")
    assert (deed.public_id, deed.note, deed.is_public, deed.by) == (work.public_id, LAW, True, director)
    assert work.description == {"en": "Lent by […], who keeps its twin."}
    assert (PendingEdit.objects.get().form_data["base"], work.versions.count()) == ([""], 3)
    printed, faults, refusal = verified()
    assert (faults, refusal) == ("", "")
    assert "leaves were erased by law." in printed
    status, told, _faults = proved(exported(tmp_path))
    assert (status, "erased: " in told, told.endswith("proved\n")) == (0, True, True)
    assert not SearchWord.objects.filter(word__startswith="quast").exists()


def test_an_event_goes_whole_with_its_text(work: Artwork, director: User) -> None:
    erase(work, "provenance/0", by=director, note=LAW, words=[NAME])
    assert everywhere("quastenberg") == []
    assert [event.party_name for event in work.provenance_events.all()] == ["Ann Lee"]
    assert work.provenance_text == {"en": "[…]; Ann Lee, 1950, by purchase."}
    first = work.versions.get(number=1)
    assert (first.document["provenance"][0], first.document["provenance"][1]["party"]) == (None, "Ann Lee")
    assert verified()[1:] == ("", "")


def test_a_field_goes_and_others_stay(work: Artwork, director: User, client: Client) -> None:
    erase(work, "description", by=director, note=LAW, instead="A portrait.")
    assert work.description == {"en": "A portrait."}
    assert everywhere("who keeps its twin") == []
    assert "collection_title" in everywhere("quastenberg")
    assert [version.document["description"] for version in work.versions.order_by("number")] == [
        {}, {}, {"en": "A portrait."},
    ]  # fmt: skip
    page = client.get(f"/artworks/{work.public_id}/versions/1/").content.decode()
    assert "Parts of this version were erased by law: Description." in page
    assert verified()[1:] == ("", "")


def test_a_short_inscription_goes_by_itself(work: Artwork, director: User) -> None:
    Inscription.objects.create(artwork=work, text="W. Q.", language="de")
    publish(work, by=director)
    erase(work, "inscriptions/0", by=director, note=LAW)
    assert [version.document["inscriptions"] for version in work.versions.filter(number__in=[3, 4])] == [
        [], [None],
    ]  # fmt: skip
    assert everywhere("W. Q.") == []


def test_pages_of_an_erased_version_stand(work: Artwork, director: User, client: Client) -> None:
    erase(work, "provenance/0", by=director, note=LAW, words=[NAME])
    for prefix in ("", "/fr"):
        for path in ("", "versions/1/", "versions/1/changes/", "versions/2/"):
            answer = client.get(f"{prefix}/artworks/{work.public_id}/{path}")
            assert answer.status_code == 200, path
            assert "Quastenberg" not in answer.content.decode()
    assert "Title erased by law" in client.get(f"/artworks/{work.public_id}/versions/1/").content.decode()


def test_a_withdrawn_record_gets_no_new_version(work: Artwork, director: User) -> None:
    withdraw(work, by=director, reason="A claim")
    erase(work, "", by=director, note=LAW, words=[NAME])
    assert (everywhere("quastenberg"), work.versions.count(), work.status) == ([], 2, Status.WITHDRAWN)
    assert verified()[1:] == ("", "")


@pytest.mark.parametrize(
    ("target", "words", "note", "field"),
    [
        ("", [NAME], " ", "note"),
        ("", [NAME], f"asked by {NAME}", "note"),
        ("", [], LAW, "target"),
        ("", ["Qu"], LAW, "words"),
        ("provenance/9", [], LAW, "target"),
        ("museum", [], LAW, "target"),
    ],
)
def test_what_makes_no_sense_is_refused(
    target: str, words: list[str], note: str, field: str, work: Artwork, director: User
) -> None:
    before = everywhere("quastenberg")
    with pytest.raises(Refused) as refusal:
        erase(work, target, by=director, note=note, words=words)
    assert refusal.value.field == field
    assert (everywhere("quastenberg"), work.versions.count()) == (before, 2)


def test_words_that_are_kept_elsewhere_are_refused(work: Artwork, director: User) -> None:
    with pytest.raises(Refused, match="museum"):
        erase(work, "", by=director, note=LAW, words=[work.museum.name])


def test_only_directors_and_administrators_may(work: Artwork, museum: Museum) -> None:
    for person in (
        staff_of(museum),
        staff_of(museum, Role.CATALOGUER),
        staff_of(MuseumFactory(), Role.DIRECTOR),
    ):
        with pytest.raises(NotAllowed):
            erase(work, "", by=person, note=LAW, words=[NAME])
    administrator = MembershipFactory(role=Role.ADMINISTRATOR, museum=None).user
    erase(work, "", by=administrator, note=LAW, words=[NAME])
    assert everywhere("quastenberg") == []


def test_the_button_asks_for_the_identifier(work: Artwork, director: User, museum: Museum) -> None:
    address = reverse("admin:collection_artwork_erase", args=[work.pk])
    given: dict[str, Any] = {"target": "provenance/0", "words": NAME, "note": LAW, "confirmed": "yes"}
    client = signed_in(director)
    assert address in client.get(reverse("admin:collection_artwork_change", args=[work.pk])).content.decode()
    assert "Nothing was erased" in client.post(address, given).content.decode()
    assert "collection_title" in everywhere("quastenberg")
    answer = client.post(address, given | {"confirmed": work.public_id})
    assert answer.status_code == 302
    assert everywhere("quastenberg") == []
    assert signed_in(staff_of(museum, email="r@example.org")).get(address).status_code == 403
    assert signed_in(staff_of(MuseumFactory(), email="o@example.org")).get(address).status_code == 404


def _shown(work: Artwork, museum: Museum) -> tuple[Exhibition, Block]:
    """An exhibition that hangs the work: its label and its introduction say the name."""
    show = ExhibitionFactory(introduction={"en": f"With thanks to {NAME}."})
    section = SectionFactory(exhibition=show)
    block = Block.objects.create(section=section, kind="artwork", text={"en": f"{NAME} lent it."})
    BlockWork.objects.create(block=block, artwork=work)
    return show, block


def test_labels_and_statements_lose_the_words_and_other_texts_are_told(
    work: Artwork, director: User, museum: Museum
) -> None:
    show, block = _shown(work, museum)
    statement = InfluenceFactory(statement={"en": f"{NAME} brought it from Delft."}, witnesses=[work])
    reached = erase(work, "", by=director, note=LAW, words=[NAME])
    assert [(one.label, one.is_erased) for one in reached] == [
        (f"Influence: {statement}", True),
        (f"Exhibition: {show}", True),
        (f"Exhibition: {show}", False),
    ]
    block.refresh_from_db()
    statement.refresh_from_db()
    assert (block.text, statement.statement) == (
        {"en": "[…] lent it."}, {"en": "[…] brought it from Delft."},
    )  # fmt: skip
    left = {"exhibitions_exhibition", "exhibitions_exhibitionevent"}  # the curators decide
    assert set(everywhere("quastenberg")) == left
    deeds = Deed.objects.filter(verb="erase").order_by("id").values_list("noun", "note")
    assert set(deeds) == {("artwork", LAW), ("influence", LAW), ("exhibition", LAW)}


def test_the_ledger_holds_no_words_and_rids_a_restored_backup(work: Artwork, director: User) -> None:
    """What is rolled back is as it was: a backup of before, restored."""
    with transaction.atomic():
        erase(work, "description", by=director, note=LAW, instead="A portrait.")
        erase(work, "provenance/0", by=director, note=LAW, words=[NAME])
        ledger = [as_json(row) for row in Erasure.objects.all()]
        transaction.set_rollback(True)
    assert "quastenberg" not in json.dumps(ledger).lower()
    assert "collection_title" in everywhere("quastenberg")
    assert erase_again(ledger[:1]) == [work.public_id]
    assert everywhere("who keeps its twin") == []
    assert erase_again(ledger) == [work.public_id]  # the first is in the ledger already
    assert everywhere("quastenberg") == []
    work.refresh_from_db()
    assert (work.description, work.provenance_events.count()) == ({"en": "A portrait."}, 1)
    assert verified()[1:] == ("", "")
    assert erase_again([*ledger, {**ledger[0], "public_id": "unknown"}]) == []
