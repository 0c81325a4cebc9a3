"""A row that is changed past the portal is found; what was published is proved against its seal."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from collection.actions.artworks import publish
from collection.enums import Status
from collection.models import Artwork, ArtworkVersion
from collection.provenance.history import append
from tests.factories import ArtworkFactory, MuseumFactory, ProvenanceEventFactory, staff_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def work() -> Artwork:
    museum = MuseumFactory()
    made = ArtworkFactory(
        museum=museum,
        status=Status.SUBMITTED,
        published_at=None,
        first_published_at=None,
        statement_by="The keeper",
    )
    ProvenanceEventFactory(artwork=made, party_name="Ann Lee", display_date="1912")
    publish(made, by=staff_of(museum))
    return made


def verified(**options: Any) -> tuple[str, str, str]:
    """(printed, faults, the refusal) of a run."""
    out, err = io.StringIO(), io.StringIO()
    try:
        call_command("verify_history", stdout=out, stderr=err, **options)
    except CommandError as refusal:
        return out.getvalue(), err.getvalue(), str(refusal)
    return out.getvalue(), err.getvalue(), ""


def head_of(printed: str) -> str:
    return next(line.split()[1] for line in printed.splitlines() if line.startswith("portal "))


def past_the_portal(sql: str, *values: Any) -> None:
    """What somebody with a console of the database can do: no trigger fires."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_untouched_history_is_proved_and_has_one_head(work: Artwork) -> None:
    printed, faults, refusal = verified()
    assert (faults, refusal) == ("", "")
    assert "1 versions are what was sealed" in printed
    assert verified(head=head_of(printed))[2] == ""


def test_a_tampered_provenance_row_is_found(work: Artwork) -> None:
    past_the_portal("UPDATE collection_provenanceevent SET party_name = 'Somebody else'")
    _printed, faults, refusal = verified()
    assert faults == f"{work.public_id} was changed without a new version: provenance.\n"
    assert refusal == "1 faults in 1 versions."


def test_a_rewritten_version_is_found(work: Artwork) -> None:
    past_the_portal(
        "UPDATE collection_artworkversion SET document = jsonb_set(document, '{provenance,0,party}', '\"X\"')"
    )
    assert f"{work.public_id} version 1 is not what was sealed." in verified()[1]


def test_a_version_sealed_anew_is_found_by_an_older_head(work: Artwork) -> None:
    before = head_of(verified()[0])
    past_the_portal("UPDATE collection_artworkversion SET sha256 = %s", "0" * 64)
    assert f"{work.public_id} version 1 is not what the chain says." in verified()[1]
    past_the_portal("DELETE FROM collection_historylink")
    append(list(ArtworkVersion.objects.all()))  # who can write the database can write the whole chain anew
    assert f"The head {before} is not in the chain." in verified(head=before)[1]


def test_a_missing_version_is_found(work: Artwork) -> None:
    publish(work, by=staff_of(work.museum, email="second@example.org"))
    assert ArtworkVersion.objects.count() == 2
    past_the_portal("DELETE FROM collection_historylink WHERE edition = 1")
    past_the_portal("DELETE FROM collection_artworkversion WHERE number = 1")
    assert f"{work.public_id} version 2: version 1 is missing." in verified()[1]
