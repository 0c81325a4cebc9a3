"""A connection that the server ended is replaced before a page asks it; one that lives is not asked whether it does."""

from __future__ import annotations

import psycopg
import pytest
from django.db import close_old_connections, connection
from django.db.backends.postgresql import base

from asemus.database.backend.base import ASKED_AFTER


@pytest.fixture
def between_requests(transactional_db: None) -> None:
    """A worker's connection after its first page. The suite keeps connections open between pages; here they are not."""
    connection.settings_dict["CONN_HEALTH_CHECKS"] = True
    connection.close()
    connection.ensure_connection()
    assert _asked() == 1
    close_old_connections()
    assert _asked() == 1


def _asked() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return int(cursor.fetchone()[0])


def _process() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def test_living_connection_is_not_asked_but_now_and_then(
    between_requests: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(base.DatabaseWrapper, "is_usable", lambda self: False)  # what asking would say
    assert connection.is_usable()
    monkeypatch.setattr(connection, "_looked_at", -ASKED_AFTER)
    assert not connection.is_usable()


def test_connection_that_the_server_ended_is_replaced(between_requests: None) -> None:
    before = _process()
    with psycopg.connect(
        **{**connection.get_connection_params(), "cursor_factory": None}, autocommit=True
    ) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    close_old_connections()
    assert _process() != before
