"""A version compared with the present record: what changed, field by field, and nothing that may not be told."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from collection.actions.artworks import publish, withdraw
from collection.enums import ProvenanceKind
from collection.exports.changes import changes
from collection.models import Artwork, ArtworkImage, ProvenanceEvent
from tests.factories import ImageFactory, ProvenanceEventFactory, staff_of
from tests.factories.world import World

pytestmark = pytest.mark.django_db


def unclaimed(world: World) -> Artwork:
    """A work that nobody claims: publishing its provenance anew needs no word."""
    return world.works[3]


def told(client: Client, work: Artwork, number: int = 1, prefix: str = "") -> list[tuple[str, str, str]]:
    """(field, before, after) as the page has them."""
    page = client.get(f"{prefix}/artworks/{work.public_id}/versions/{number}/changes/")
    assert page.status_code == 200
    found = re.findall(
        r'change__field">(.*?)</h2>.*?<dd>(.*?)</dd>.*?<dd>(.*?)</dd>', page.content.decode(), flags=re.DOTALL
    )
    return [(field, before, after) for field, before, after in found]


def test_nothing_changed(client: Client, world: World) -> None:
    assert told(client, unclaimed(world)) == []
    page = client.get(f"/artworks/{unclaimed(world).public_id}/versions/1/changes/").content.decode()
    assert "Nothing: the record says today what this version said." in page


def test_what_changed_is_said_field_by_field(client: Client, world: World) -> None:
    registrar = staff_of(world.museum)
    Artwork.objects.filter(pk=unclaimed(world).pk).update(credit_line={"en": "Gift"})
    event = ProvenanceEvent.objects.filter(artwork=unclaimed(world)).first() or ProvenanceEventFactory(
        artwork=unclaimed(world)
    )
    publish(unclaimed(world), by=registrar)
    ProvenanceEvent.objects.filter(pk=event.pk).update(party_name="Ann Leigh", kind=ProvenanceKind.GIFT)
    ProvenanceEventFactory(
        artwork=unclaimed(world), order=9, text={"en": "Ann’s heirs, 1960"}, party_name="Heirs"
    )
    publish(unclaimed(world), by=registrar)
    fields = {field: (before, after) for field, before, after in told(client, unclaimed(world))}
    assert fields["Credit line"] == ("<del>Given in 1903</del>", "<ins>Gift</ins>")
    since = {field: after for field, _before, after in told(client, unclaimed(world), 2)}
    assert since["Provenance event 1 · To whom"] == "<ins>Ann Leigh</ins>"
    assert since["Provenance event 1 · Kind"] == "<ins>Gift</ins>"
    assert "Heirs" in since["Provenance event 2"]
    assert "Credit line" not in since
    assert "· À qui" in str(told(client, unclaimed(world), 2, "/fr"))


def test_a_photograph_that_is_gone_is_not_told_of(client: Client, world: World) -> None:
    image = ImageFactory(artwork=unclaimed(world), caption={"en": "Seen from Zanzibar"})
    publish(unclaimed(world), by=staff_of(world.museum))
    ArtworkImage.objects.filter(pk=image.pk).update(withheld_reason="A claim")
    assert "Zanzibar" not in str(told(client, unclaimed(world), 2))


def test_a_withdrawn_work_and_a_version_that_is_not(client: Client, world: World) -> None:
    address = f"/artworks/{unclaimed(world).public_id}/versions"
    assert client.get(f"{address}/9/changes/").status_code == 404
    withdraw(unclaimed(world), by=staff_of(world.museum), reason="A claim")
    assert client.get(f"{address}/1/changes/").status_code == 410


def test_members_that_a_version_did_not_know_are_no_change() -> None:
    assert changes({"rights": None}, {"rights": None, "lot": "3"}, "en") == []
