"""How long until a new database has all its tables: our FirstMigration, and Django's own way with the same files."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Any
from unittest.mock import patch

from django.core.management import call_command
from django.db import connection
from django.db.migrations import Migration

from asemus.database.migrations import FirstMigration
from benchmarks.rigs.database import empty_database

COLUMNS = ("seconds", "tables")


def measure() -> Iterator[tuple[str, str, str]]:
    """Yield (words, seconds, tables) for each way."""
    yield "tables made whole (FirstMigration)", *_one_way(FirstMigration.apply)
    yield "operation by operation (Django)", *_one_way(Migration.apply)


def _one_way(apply: Any) -> tuple[str, str]:
    with empty_database(), patch.object(FirstMigration, "apply", apply):
        began = perf_counter()
        call_command("migrate", verbosity=0)
        return f"{perf_counter() - began:.1f}", str(len(connection.introspection.table_names()))
