"""Deeds: one transaction, and public ones in the order of their commits."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, connections

from members.deeds import deed
from members.models import Deed
from tests.factories import ArtworkFactory, EditorFactory


@pytest.mark.django_db
def test_deed_is_not_written_when_its_body_fails() -> None:
    work, editor = ArtworkFactory(), EditorFactory()
    with pytest.raises(RuntimeError), deed("publish", work, by=editor, is_public=True):
        work.credit_line = {"en": "lost"}
        work.save()
        raise RuntimeError
    work.refresh_from_db()
    assert work.credit_line == {}
    assert not Deed.objects.exists()


@pytest.mark.django_db
def test_catalogue_version_is_the_highest_public_deed() -> None:
    work, editor = ArtworkFactory(), EditorFactory()
    assert Deed.objects.catalogue_version() == 0
    with deed("publish", work, by=editor, is_public=True) as public:
        pass
    with deed("write", work, by=editor):
        pass
    assert Deed.objects.catalogue_version() == public.id
    assert Deed.objects.get(pk=public.id).museum == work.museum


@pytest.mark.django_db(transaction=True)
def test_public_deeds_take_their_ids_in_the_order_of_commits() -> None:
    work, editor = ArtworkFactory(), EditorFactory()
    first_has_its_id, first_may_commit = threading.Event(), threading.Event()
    ids: dict[str, int] = {}

    def slow() -> None:
        with deed("publish", work, by=editor, is_public=True) as telling:
            ids["slow"] = telling.id
            first_has_its_id.set()
            assert first_may_commit.wait(20)
        connections.close_all()

    def quick() -> None:
        with deed("withdraw", work, by=editor, is_public=True) as telling:
            ids["quick"] = telling.id
        connections.close_all()

    threads = [threading.Thread(target=slow), threading.Thread(target=quick)]
    threads[0].start()
    assert first_has_its_id.wait(20)
    threads[1].start()
    _until_somebody_waits_for_a_lock()
    assert "quick" not in ids
    first_may_commit.set()
    for thread in threads:
        thread.join(20)
    assert ids["slow"] < ids["quick"]
    assert list(Deed.objects.order_by("id").values_list("verb", flat=True)) == ["publish", "withdraw"]


def _until_somebody_waits_for_a_lock() -> None:
    """Ask the database until the second deed is seen waiting; it cannot take its id before."""
    for _attempt in range(2000):
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
            if cursor.fetchone()[0]:
                return
    raise AssertionError("The second deed did not wait for the first.")
