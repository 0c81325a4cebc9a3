"""The facet index under several connections: what one commits, the others see, and nothing else."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, connections, transaction

from collection.enums import Status
from collection.models import Artwork
from collection.search.index import current
from collection.search.index.build import rebuild
from tests.factories import ArtworkFactory

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def _afresh() -> Any:
    current.forget()
    yield
    current.forget()


def shared() -> set[int]:
    found = current.current_index()
    assert found is not None
    return set(found.all)


def test_what_is_committed_is_seen_and_what_is_taken_back_is_not() -> None:
    assert shared() == set()
    first = ArtworkFactory(published=True)
    assert shared() == {first.pk}
    with transaction.atomic():
        second = ArtworkFactory(published=True)
        assert {first.pk, second.pk} == set(current.current_index().all)  # type: ignore[union-attr]
        transaction.set_rollback(True)
    assert shared() == {first.pk}
    rebuild()
    third = ArtworkFactory(published=True)
    assert shared() == {first.pk, third.pk}
    Artwork.objects.filter(pk=first.pk).update(status=Status.WITHDRAWN, withdrawal_reason="Returned.")
    assert shared() == {third.pk}


def test_transaction_that_began_first_and_ended_last_is_not_missed() -> None:
    work = ArtworkFactory(published=True)
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            Artwork.objects.filter(pk=work.pk).update(production_country="IR")
            begun.set()
            may_end.wait(10)
        connections.close_all()
        ended.set()

    thread = threading.Thread(target=slow)
    thread.start()
    assert begun.wait(10)
    other = ArtworkFactory(published=True)
    assert shared() == {work.pk, other.pk}
    assert shared() == {work.pk, other.pk}
    may_end.set()
    assert ended.wait(10)
    thread.join()
    found = current.current_index()
    assert found is not None and work.pk in found.any_of("country", ["IR"])


def test_known_index_costs_one_query(django_assert_num_queries: Any) -> None:
    ArtworkFactory(published=True)
    shared()
    with django_assert_num_queries(1):
        shared()
    assert connection.in_atomic_block is False
