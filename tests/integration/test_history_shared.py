"""The chain of what was published, written by several at one time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from collection.actions.artworks import publish
from collection.enums import Status
from collection.models import Artwork, HistoryLink
from collection.provenance.history import faults_of_chain
from members.models import Deed
from tests.factories import ArtworkFactory, MuseumFactory, staff_of

pytestmark = pytest.mark.django_db(transaction=True)


def test_publishes_at_one_time_build_on_one_head_each() -> None:
    """Who commits first is first in the chain; nobody's link is lost, none has the same head before it."""
    museum = MuseumFactory()
    works = [
        ArtworkFactory(museum=museum, status=Status.SUBMITTED, published_at=None, first_published_at=None)
        for _number in range(6)
    ]
    registrar = staff_of(museum)

    def one(work: Artwork) -> None:
        try:
            publish(work, by=registrar)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as several:
        list(several.map(one, works))
    assert list(HistoryLink.objects.values_list("number", flat=True)) == [1, 2, 3, 4, 5, 6]
    deeds = Deed.objects.filter(verb="publish").order_by("id").values_list("public_id", flat=True)
    assert list(HistoryLink.objects.values_list("work", flat=True)) == list(deeds)
    assert list(faults_of_chain()) == []
