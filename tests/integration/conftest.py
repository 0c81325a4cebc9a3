"""A small whole collection, built once for the tests of a module that only read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction

from tests.factories.world import World, build_world


@pytest.fixture(scope="module")
def world(django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """In a transaction that is taken back after the module; each test is a savepoint in it.

    Django's test case closes the connection after each test, which would end the transaction: not here.
    """
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(connection, "close", lambda: None)
        yield build_world()
        transaction.set_rollback(True)
