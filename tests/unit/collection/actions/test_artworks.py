"""A record's way: submitted, sent back, published, withdrawn, restored; who may, and what stays behind."""

from __future__ import annotations

import pytest

from collection.actions.artworks import publish, publish_all, restore, send_back, submit, withdraw
from collection.actions.readiness import NOT_ENTERED
from collection.actions.refusal import NotAllowed, Refused
from collection.enums import Certainty, Status
from collection.exports.seal import check
from collection.models import Artwork, ArtworkVersion, Influence, QuotaRequest, SearchDocument
from members.enums import Role
from members.models import Deed
from tests.factories import (
    ArtworkFactory,
    EditorFactory,
    ImageFactory,
    InfluenceFactory,
    MuseumFactory,
    staff_of,
)

pytestmark = pytest.mark.django_db


def deeds_of(work: Artwork) -> list[tuple[str, bool]]:
    return list(Deed.objects.about(work.public_id).order_by("id").values_list("verb", "is_public"))


def test_publish_writes_state_version_search_document_and_one_public_deed() -> None:
    work = ArtworkFactory(title="Moon jar")
    registrar = staff_of(work.museum)
    submit(work, by=registrar)
    version = publish(work, by=registrar, note="Approved")
    work.refresh_from_db()
    assert (work.status, work.published_at, work.first_published_at) == (
        Status.PUBLISHED,
        version.published_at,
        version.published_at,
    )
    assert (version.number, version.published_by, version.document["titles"]) == (
        1,
        registrar,
        {"en": "Moon jar"},
    )
    assert check(version.document, version.salts, version.sha256).is_intact
    assert SearchDocument.objects.filter(artwork=work).exists()
    assert deeds_of(work) == [("submit", False), ("publish", True)]


def test_publish_again_is_the_next_version() -> None:
    work = ArtworkFactory()
    registrar = staff_of(work.museum)
    submit(work, by=registrar)
    first = publish(work, by=registrar)
    second = publish(work, by=registrar)
    work.refresh_from_db()
    assert [first.number, second.number] == [1, 2]
    assert work.first_published_at == first.published_at
    assert work.published_at == second.published_at


@pytest.mark.parametrize("role", [None, Role.CATALOGUER])
def test_publish_is_refused_to_who_may_not(role: Role | None) -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    person = staff_of(work.museum, role) if role else staff_of(MuseumFactory(), Role.DIRECTOR)
    with pytest.raises(NotAllowed):
        publish(work, by=person)
    work.refresh_from_db()
    assert (work.status, Deed.objects.count(), ArtworkVersion.objects.count()) == (Status.SUBMITTED, 0, 0)


def test_publish_by_an_editor_needs_a_note() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    editor = EditorFactory()
    with pytest.raises(Refused) as refusal:
        publish(work, by=editor)
    assert refusal.value.field == "note"
    publish(work, by=editor, note="The director asked me to.")
    assert work.is_public


def test_publish_refuses_a_draft_and_what_was_withdrawn() -> None:
    for work in (ArtworkFactory(), ArtworkFactory(withdrawn=True)):
        with pytest.raises(Refused, match="Only a submitted record can be published"):
            publish(work, by=staff_of(work.museum))


def test_work_whose_number_nobody_has_entered_is_not_submitted() -> None:
    work = ArtworkFactory(accession_number="", accession_missing_reason=str(NOT_ENTERED))
    with pytest.raises(Refused, match="accession number, or say why"):
        submit(work, by=staff_of(work.museum, Role.CATALOGUER))


def test_submit_says_everything_that_is_missing() -> None:
    work = ArtworkFactory(object_type=False, display_date="", culture=None, production_country="")
    work.titles.all().delete()
    ImageFactory(artwork=work, alt={})
    ImageFactory(artwork=work, credit=" ")
    ImageFactory(artwork=work, alt={}, credit="", withheld_reason="Not yet asked")
    with pytest.raises(Refused) as refusal:
        submit(work, by=staff_of(work.museum, Role.CATALOGUER))
    assert refusal.value.sentences == [
        "Give the work a title.",
        "Choose at least one object type.",
        "Say when it was made, at least roughly: “19th century”, “not dated”.",
        "Say where it comes from: a culture or a country of origin.",
        "Photograph 1 has no alternative text: say what somebody who cannot see it needs to know.",
        "Photograph 2 has no credit: say whom to name beside it.",
    ]
    work.refresh_from_db()
    assert (work.status, Deed.objects.count()) == (Status.DRAFT, 0)


def test_send_back_returns_to_draft_with_its_note() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    registrar = staff_of(work.museum)
    with pytest.raises(Refused):
        send_back(work, by=registrar, note=" ")
    send_back(work, by=registrar, note="The date is missing a source.")
    assert work.status == Status.DRAFT
    deed = Deed.objects.about(work.public_id).get()
    assert (deed.verb, deed.note, deed.by, deed.museum, deed.is_public) == (
        "send_back",
        "The date is missing a source.",
        registrar,
        work.museum,
        False,
    )


def test_withdraw_leaves_a_reason_and_no_search_document() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    registrar = staff_of(work.museum)
    publish(work, by=registrar)
    with pytest.raises(Refused) as refusal:
        withdraw(work, by=registrar, reason="")
    assert refusal.value.field == "reason"
    withdraw(work, by=registrar, reason="Returned to its owners")
    work.refresh_from_db()
    assert (work.status, work.withdrawal_reason) == (Status.WITHDRAWN, "Returned to its owners")
    assert not SearchDocument.objects.filter(artwork=work).exists()


def test_restore_publishes_a_new_version() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    registrar = staff_of(work.museum)
    publish(work, by=registrar)
    withdraw(work, by=registrar, reason="A mistake")
    version = restore(work, by=registrar)
    work.refresh_from_db()
    assert (work.status, work.withdrawal_reason, version.number) == (Status.PUBLISHED, "", 2)
    assert [verb for verb, _public in deeds_of(work)] == ["publish", "withdraw", "restore"]


def test_publish_opens_what_the_museum_or_nobody_asserts_and_leaves_another_museums_draft() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    own = InfluenceFactory(witnesses=[work], asserted_by_museum=work.museum)
    nobodys = InfluenceFactory(witnesses=[work], certainty=Certainty.POSSIBLE)
    anothers = InfluenceFactory(witnesses=[work], asserted_by_museum=MuseumFactory())
    publish(work, by=staff_of(work.museum))
    assert dict(Influence.objects.values_list("pk", "status")) == {
        own.pk: Status.PUBLISHED,
        nobodys.pk: Status.PUBLISHED,
        anothers.pk: Status.DRAFT,
    }


def test_publish_beyond_the_quota_succeeds_and_asks_the_editors_once() -> None:
    museum = MuseumFactory(quota=1)
    registrar = staff_of(museum)
    for _number in range(3):
        publish(ArtworkFactory(museum=museum, status=Status.SUBMITTED), by=registrar)
    assert Artwork.objects.published().count() == 3
    request = QuotaRequest.objects.get()
    assert (request.museum, request.quota, request.asked_by, request.decided_at) == (
        museum,
        2,
        registrar,
        None,
    )


def test_publish_all_is_all_or_none() -> None:
    museum = MuseumFactory()
    ready, bare = (ArtworkFactory(museum=museum, status=Status.SUBMITTED) for _number in range(2))
    bare.titles.all().delete()
    with pytest.raises(Refused):
        publish_all([ready, bare], by=staff_of(museum))
    assert not Artwork.objects.published().exists()
    assert not Deed.objects.exists()


def test_publish_brings_the_callers_instance_up_to_date() -> None:
    work = ArtworkFactory(status=Status.SUBMITTED)
    publish(work, by=None)
    fresh = Artwork.objects.get(pk=work.pk)
    assert (work.status, work.revision, work.published_at) == (
        fresh.status,
        fresh.revision,
        fresh.published_at,
    )
