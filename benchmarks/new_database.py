"""How long until a new database has all its tables: our FirstMigration, and Django's own way with the same files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any
from unittest.mock import patch

from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration

from asemus.database.migrations import FirstMigration

COLUMNS = ("seconds", "tables")
_NAME = "asemus_bench"


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield (words, seconds, tables) for each way."""
    yield "tables made whole (FirstMigration)", *_one_way(FirstMigration.apply)
    yield "operation by operation (Django)", *_one_way(Migration.apply)


def _one_way(apply: Any) -> tuple[str, str]:
    with _empty_database(), patch.object(FirstMigration, "apply", apply):
        began = perf_counter()
        call_command("migrate", verbosity=0)
        return f"{perf_counter() - began:.1f}", str(len(connection.introspection.table_names()))


@contextmanager
def _empty_database() -> Iterator[None]:
    """The connection stands in a database of its own inside this block."""
    kept = connection.settings_dict["NAME"]
    _ask(f"DROP DATABASE IF EXISTS {_NAME}")
    _ask(f"CREATE DATABASE {_NAME} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'")
    _stand_in(_NAME)
    try:
        yield
    finally:
        _stand_in(kept)
        _ask(f"DROP DATABASE {_NAME}")


def _ask(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _stand_in(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
