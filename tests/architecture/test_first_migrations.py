"""A first migration of ours is a FirstMigration: without it each new database costs half a minute."""

from importlib import import_module

import pytest

from asemus.database.migrations import FirstMigration


@pytest.mark.parametrize("app", ["members", "collection", "exhibitions"])
def test_first_migration_makes_its_tables_in_one_go(app: str) -> None:
    module = import_module(f"{app}.migrations.0001_initial")
    assert issubclass(module.Migration, FirstMigration)
