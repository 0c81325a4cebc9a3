"""Statements as they are read from the tables, and told."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from collection.enums import Status
from collection.influences.statements import read_statements
from collection.influences.words import thread_of
from collection.models import Influence
from tests.factories import ArtworkFactory, CultureFactory, InfluenceFactory, MuseumFactory

pytestmark = pytest.mark.django_db


def publish(influence: Influence) -> Influence:
    Influence.objects.filter(pk=influence.pk).update(status=Status.PUBLISHED)
    return influence


def test_statements_show_public_works_only() -> None:
    public, draft = ArtworkFactory(published=True), ArtworkFactory()
    influence = publish(InfluenceFactory())
    influence.influence_witnesses.all().delete()
    influence.influence_witnesses.create(artwork=public)
    influence.influence_witnesses.create(artwork=draft)
    (statement,) = read_statements()
    assert statement.works == (public.public_id,)
    assert (statement.earliest, statement.latest) == (1400, 1499)


def test_statement_vanishes_with_its_last_public_witness() -> None:
    work = ArtworkFactory(published=True)
    influence = publish(InfluenceFactory())
    influence.influence_witnesses.all().delete()
    influence.influence_witnesses.create(artwork=work)
    assert len(read_statements()) == 1
    type(work).objects.filter(pk=work.pk).update(status=Status.WITHDRAWN, withdrawal_reason="Returned")
    assert read_statements() == []


def test_statement_between_works_vanishes_with_either() -> None:
    giver, receiver = ArtworkFactory(published=True), ArtworkFactory(published=True)
    Influence.objects.create(
        source_artwork=giver,
        target_artwork=receiver,
        kinds=["motif"],
        statement={"en": "A motif."},
        status=Status.PUBLISHED,
    )
    (statement,) = read_statements()
    assert statement.works == (giver.public_id, receiver.public_id)
    type(giver).objects.filter(pk=giver.pk).update(status=Status.DRAFT)
    assert read_statements() == []


def test_statements_are_read_in_a_constant_number_of_queries() -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            read_statements()
        return len(captured)

    publish(InfluenceFactory())
    one = queries()
    for _ in range(4):
        publish(InfluenceFactory())
    assert queries() == one == 2


def test_thread_tells_what_is_foreign_to_the_work() -> None:
    iran, safavid, britain = (
        CultureFactory(name="Iran"),
        CultureFactory(name="Safavid Iran"),
        CultureFactory(name="Britain"),
    )
    safavid.broader = iran
    safavid.save()
    carpet = ArtworkFactory(published=True, culture=safavid)
    gave = publish(InfluenceFactory(source_culture=iran, target_culture=britain))
    received = publish(InfluenceFactory(source_culture=britain, target_culture=safavid))
    for influence in (gave, received):
        influence.influence_witnesses.get_or_create(artwork=carpet)
    came, went = thread_of(carpet, Influence.objects.touching(carpet).with_ends())
    assert [item["label"] for item in came] == ["Britain"]
    assert [item["label"] for item in went] == ["Britain"]


def test_thread_names_nobody_who_did_not_assert_it() -> None:
    museum = MuseumFactory(name="Museum of Asian Art")
    work = ArtworkFactory(published=True)
    asserted = publish(InfluenceFactory(asserted_by_museum=museum))
    nobody = publish(InfluenceFactory())
    for influence in (asserted, nobody):
        influence.influence_witnesses.get_or_create(artwork=work)
    came, _went = thread_of(work, Influence.objects.touching(work).with_ends().order_by("pk"))
    assert came[0]["who"] == "So says Museum of Asian Art."
    assert came[1]["who"] == "Compiled for the demonstration; no museum has asserted it yet."
