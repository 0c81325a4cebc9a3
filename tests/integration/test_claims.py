"""Claims: what is confidential is nowhere else, what is public was approved, provenance does not change in silence."""

from __future__ import annotations

import datetime
import json
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from collection.actions.artworks import publish
from collection.actions.claims import (
    answer,
    approve_wording,
    change_claim,
    close_claim,
    note_of_counsel,
    open_claim,
)
from collection.actions.erase import erase
from collection.actions.refusal import NotAllowed, Refused
from collection.enums import ClaimBasis, ClaimPart, ClaimState, Status
from collection.models import Artwork, ArtworkVersion, Claim, ClaimDocument, ClaimNotice
from members.enums import Role
from members.models import Deed
from tests.factories import ArtworkFactory, EditorFactory, MuseumFactory, ProvenanceEventFactory, staff_of
from tests.integration.posted import changed, fields_of
from tests.integration.test_admin_artwork import signed_in

pytestmark = pytest.mark.django_db
WORDING = {"en": "The heirs of Ann Lee ask for the return of the vase."}
REPLY = {"en": "It was taken from our temple.", "fr": "Il fut pris dans notre temple."}


@pytest.fixture
def museum() -> Any:
    return MuseumFactory(name="Museum of Trade")


@pytest.fixture
def registrar(museum: Any) -> Any:
    return staff_of(museum, name="Mai", email="mai@example.org")


@pytest.fixture
def work(museum: Any, registrar: Any) -> Artwork:
    """A public work whose provenance says “Ann Lee, 1912”."""
    made: Artwork = ArtworkFactory(
        museum=museum, title="Vase", status=Status.SUBMITTED, published_at=None, first_published_at=None,
        statement_by="The keeper",
    )  # fmt: skip
    ProvenanceEventFactory(
        artwork=made, order=0, party_name="Ann Lee", display_date="1912", text={"en": "Ann Lee, Boston"}
    )
    publish(made, by=registrar)
    return made


def opened(work: Artwork, by: Any, **more: Any) -> Claim:
    facts = {"claimant": "xanadu heirs", "basis": ClaimBasis.LOOTING, "wording": WORDING, **more}
    return open_claim(work, by=by, received_date=timezone.localdate(), **facts)


def approved(work: Artwork, by: Any, **more: Any) -> Claim:
    claim = opened(work, by, **more)
    approve_wording(claim, ClaimPart.MUSEUM, by=by)
    approve_wording(claim, ClaimPart.CLAIMANTS, by=by, name="xanadu lawyer")
    return claim


def page(client: Client, work: Artwork, language: str = "") -> str:
    return client.get(f"{language}/artworks/{work.public_id}/").content.decode()


def outputs(client: Client, work: Artwork) -> dict[str, str]:
    at = f"/artworks/{work.public_id}"
    addresses = {
        "json": f"{at}.json", "manifest": f"{at}/manifest.json", "bibtex": f"{at}/cite.bib", "ris": f"{at}/cite.ris",
        "table": "/artworks.csv", "atom": "/artworks.atom", "feed": "/artworks/feed.json", "results": "/artworks.json",
        "collection": f"/my-collection/collection.json?id={work.public_id}", "cards": "/artworks/",
        "rows": "/artworks/?view=list", "kept": f"/my-collection/?id={work.public_id}",
        "compared": f"/compare/?id={work.public_id}", "page": f"{at}/",
        "linked art": f"{at}/linked-art.json", "edm": f"{at}/edm.xml",
    }  # fmt: skip
    found = {}
    for name, address in addresses.items():
        response = client.get(address)
        assert response.status_code == 200, address
        content = b"".join(response.streaming_content) if response.streaming else response.content
        found[name] = content.decode()
    return found


def test_a_claim_is_unknown_to_the_public_until_both_sides_approved(
    client: Client, work: Artwork, registrar: Any
) -> None:
    claim = opened(work, registrar)
    approve_wording(claim, ClaimPart.MUSEUM, by=registrar)
    for name, text in outputs(client, work).items():
        assert "claim to this work" not in text.lower(), name
        assert "Claim open" not in text, name
    assert (ClaimNotice.objects.count(), Deed.objects.filter(noun="claim", is_public=True).count()) == (0, 0)
    assert work.versions.count() == 1

    approve_wording(claim, ClaimPart.CLAIMANTS, by=registrar, name="A lawyer")
    told = outputs(client, work)
    assert json.loads(told["json"])["claim"] == "open"
    assert json.loads(told["json"])["claims"] == [
        {
            "is_open": True, "opened_date": timezone.localdate().isoformat(), "closed_date": None,
            "since_version": 1, "wording": WORDING, "reply": {}, "reply_by": None,
        }
    ]  # fmt: skip
    statement = json.loads(told["manifest"])["requiredStatement"]["value"]
    assert statement["en"][-2:] == ["A claim to this work is open.", WORDING["en"]]
    assert "Une revendication" in " ".join(statement["fr"])
    assert json.loads(told["collection"])["items"][0]["summary"]["en"] == ["A claim to this work is open."]
    assert [one["claim"] for one in json.loads(told["results"])["results"]] == ["open"]
    assert told["table"].splitlines()[1].split(",")[2] == "open"
    for name in ("bibtex", "ris", "atom", "feed", "page", "manifest", "linked art", "edm"):
        assert "A claim to this work is open" in told[name], name
    for name in ("cards", "rows", "kept", "compared"):
        assert "Claim open" in told[name], name
    data = told["page"].split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(data)["subjectOf"][0]["text"] == WORDING["en"]
    assert "Claim open" not in page(client, ArtworkFactory(published=True))
    assert work.versions.count() == 2
    assert work.versions.first().document["claims"][0]["wording"] == WORDING


def test_another_wording_takes_both_approvals_back(client: Client, work: Artwork, registrar: Any) -> None:
    claim = approved(work, registrar)
    assert WORDING["en"] in page(client, work)
    change_claim(claim, {"wording": {"en": "Nobody asks for anything."}}, by=registrar)
    told = page(client, work)
    assert "A claim to this work is open" in told
    assert WORDING["en"] not in told
    assert "Nobody asks" not in told
    assert claim.approvals.filter(taken_back_at=None).count() == 0
    assert [(one.name, one.words) for one in claim.approvals.all()] == [
        ("Mai", WORDING),
        ("xanadu lawyer", WORDING),
    ]
    approve_wording(claim, ClaimPart.MUSEUM, by=registrar)
    assert "Nobody asks" not in page(client, work)
    approve_wording(claim, ClaimPart.CLAIMANTS, by=registrar, name="A lawyer")
    assert "Nobody asks" in page(client, work)


def test_the_reply_is_the_communitys_own_and_approved(client: Client, work: Artwork, registrar: Any) -> None:
    claim = approved(work, registrar, reply=REPLY, reply_by="The elders of the temple")
    assert REPLY["en"] not in page(client, work)
    with pytest.raises(Refused, match="who approved"):
        answer(claim, by=registrar, name=" ")
    answer(claim, by=registrar, name="The eldest")
    assert REPLY["en"] in page(client, work)
    assert "Reply of the community of origin: The elders of the temple" in page(client, work)
    assert REPLY["fr"] in page(client, work, "/fr")
    change_claim(claim, {"reply_by": "The museum"}, by=registrar)
    told = page(client, work)
    assert REPLY["en"] not in told
    assert WORDING["en"] in told


def test_a_closed_claim_says_so_and_flags_no_more(client: Client, work: Artwork, registrar: Any) -> None:
    claim = approved(work, registrar)
    with pytest.raises(Refused, match="how the claim ended"):
        close_claim(claim, ClaimState.EXAMINED, by=registrar)
    close_claim(claim, ClaimState.SETTLED, by=registrar, note="xanadu sum")
    told = outputs(client, work)
    assert "A claim to this work is closed." in told["page"]
    assert "Settled" not in told["page"]
    assert json.loads(told["json"])["claim"] is None
    assert json.loads(told["json"])["claims"][0]["closed_date"] == timezone.localdate().isoformat()
    assert "A claim to this work is open" not in "".join(told.values())
    for deed in (
        lambda: close_claim(claim, ClaimState.SETTLED, by=registrar),
        lambda: change_claim(claim, {"wording": {}}, by=registrar),
    ):
        with pytest.raises(Refused, match="closed"):
            deed()


def test_a_changed_provenance_wants_a_word_and_shows_as_differences(
    client: Client, work: Artwork, registrar: Any
) -> None:
    claim = opened(work, registrar)
    step = work.provenance_events.get()
    publish(work, by=registrar)  # nothing of it changed
    step.display_date, step.party_name = "1909", "Ann Leigh"
    step.save()
    ProvenanceEventFactory(artwork=work, order=1, text={"en": "Museum of Trade"}, display_date="1931")
    with pytest.raises(Refused, match="say why its provenance changes") as refusal:
        publish(work, by=registrar)
    assert refusal.value.field == "note"
    assert work.versions.count() == 2
    publish(work, by=registrar, note="A letter was found")
    approve_wording(claim, ClaimPart.MUSEUM, by=registrar)
    approve_wording(claim, ClaimPart.CLAIMANTS, by=registrar, name="A lawyer")
    told = " ".join(page(client, work).split())
    assert "The provenance since the claim" in told
    assert (
        f'/artworks/{work.public_id}/versions/1/">version 1 of {timezone.localdate():%-d %B %Y}</a>' in told
    )
    assert "<dt>Date</dt><dd><del>1912</del> <ins>1909</ins></dd>" in told
    assert "<dt>To whom</dt><dd><del>Ann Lee</del> <ins>Ann Leigh</ins></dd>" in told
    assert "<ins>Museum of Trade, 1931</ins>" in told
    assert f'Changed in <a href="/artworks/{work.public_id}/versions/3/">' in told
    assert "A letter was found" not in told
    assert "12 changed" not in told


def test_the_provenance_is_compared_with_the_day_the_claim_came(work: Artwork, registrar: Any) -> None:
    ArtworkVersion.objects.create(
        artwork=work,
        number=9,
        document={},
        sha256="0" * 64,
        published_at=timezone.now() + datetime.timedelta(1),
    )
    claim = opened(work, registrar)
    assert claim.since_version == 1
    with pytest.raises(Refused, match="future"):
        open_claim(
            work,
            by=registrar,
            received_date=timezone.localdate() + datetime.timedelta(2),
            claimant="A",
            basis="theft",
        )
    with pytest.raises(Refused, match="public"):
        opened(ArtworkFactory(museum=work.museum, status=Status.DRAFT), registrar)


def test_who_may(work: Artwork, museum: Any, registrar: Any) -> None:
    cataloguer = staff_of(museum, Role.CATALOGUER, email="c@example.org")
    other = staff_of(MuseumFactory(), Role.DIRECTOR, email="o@example.org")
    for person in (cataloguer, other):
        with pytest.raises(NotAllowed):
            opened(work, person)
    editor = EditorFactory()
    with pytest.raises(Refused, match="say why"):
        opened(work, editor)
    claim = opened(work, editor, note="Asked by the museum")
    with pytest.raises(NotAllowed):
        approve_wording(claim, ClaimPart.MUSEUM, by=editor, note="Asked by the museum")
    for person in (registrar, editor):
        with pytest.raises(NotAllowed):
            note_of_counsel(claim, "xanadu", by=person)
    note_of_counsel(claim, "xanadu", by=staff_of(museum, Role.DIRECTOR, email="d@example.org"))
    assert list(
        Deed.objects.filter(noun="claim").order_by("id").values_list("verb", "note", "is_public")
    ) == [
        ("open_claim", "Asked by the museum", False),
        ("note_of_counsel", "", False),
    ]


def test_confidential_words_stand_in_no_other_table(work: Artwork, museum: Any) -> None:
    director = staff_of(museum, Role.DIRECTOR, email="d@example.org")
    claim = approved(
        work, director, grounds="xanadu", community="xanadu", reply={"en": "xanadu"}, reply_by="xanadu"
    )
    ClaimDocument.objects.create(claim=claim, title="xanadu letter")
    note_of_counsel(claim, "xanadu", by=director)
    change_claim(claim, {"grounds": "xanadu again"}, by=director)
    close_claim(claim, ClaimState.TAKEN_BACK, by=director)
    own = {"Claim", "ClaimApproval", "ClaimDocument", "CounselNote"}
    names = {model.__name__ for model in apps.get_models()}
    assert not {f"{name}Event" for name in own} & names
    assert "ClaimNoticeEvent" in names
    for model in apps.get_models():
        if model.__name__ not in own:
            assert not [row for row in model._default_manager.values() if "xanadu" in str(row)], model


def test_erasure_by_law_reaches_claims(work: Artwork, museum: Any) -> None:
    director = staff_of(museum, Role.DIRECTOR, email="d@example.org")
    claim = approved(work, director, grounds="xanadu said so")
    ClaimDocument.objects.create(claim=claim, title="xanadu letter")
    note_of_counsel(claim, "xanadu", by=director)
    change_claim(claim, {"community": "xanadu"}, by=director, note="xanadu")
    erase(work, "", by=director, note="A right to be forgotten", words=["xanadu"])
    for model in apps.get_models():
        assert not [row for row in model._default_manager.values() if "xanadu" in str(row)], model


def test_what_the_action_refuses_comes_back_with_everything_typed(museum: Any, registrar: Any) -> None:
    client = signed_in(registrar)
    without_version = ArtworkFactory(museum=museum, published=True)
    add = reverse("admin:collection_claim_add")
    typed = changed(
        fields_of(client.get(add).content.decode(), "claim_form"),
        artwork=str(without_version.pk), received_date="2026-01-05", claimant="The heirs of Ann Lee", basis="theft",
        grounds="Taken from her house in 1912",
    )  # fmt: skip
    page = client.post(add, typed)
    assert page.status_code == 200
    said = [str(sentence) for sentence in page.context["adminform"].form.non_field_errors()]
    assert said == ["Only a work that is or was public can be claimed here: publish it first."]
    again = fields_of(page.content.decode(), "claim_form")
    assert (again["claimant"], again["grounds"]) == (
        ["The heirs of Ann Lee"],
        ["Taken from her house in 1912"],
    )
    assert not Claim.objects.exists()


def test_a_refused_step_is_open_again_with_everything_typed(work: Artwork, registrar: Any) -> None:
    claim = opened(work, registrar)
    step = reverse("admin:collection_claim_deed", args=[claim.pk, "close"])
    typed = {"state": ClaimState.TAKEN_BACK, "closed_date": "1990-01-01", "note": "The letter of the heirs"}
    page = signed_in(registrar).post(step, typed)
    assert page.status_code == 200
    text = page.content.decode()
    assert "The day lies between the day it was received and today." in text
    assert '<details class="step" open><summary class="button" data-kind="quiet">Close the claim' in text
    assert ">The letter of the heirs</textarea>" in text
    assert 'value="1990-01-01"' in text
    assert f'<option value="{ClaimState.TAKEN_BACK}" selected>' in text
    claim.refresh_from_db()
    assert claim.is_open
