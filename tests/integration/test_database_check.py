"""asemus.checks.database, on databases of the right and of the wrong locale."""

from collections.abc import Iterator
from copy import deepcopy

import pytest
from django.core.checks import CheckMessage
from django.db import connection, connections

from asemus.checks.database import check_database

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def blind_database() -> Iterator[str]:
    """A database of locale C beside the test database, reached under the alias that it yields."""
    name = f"{connection.settings_dict['NAME']}_c"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(
            f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C'"
        )
    settings = deepcopy(connection.settings_dict) | {"NAME": name}
    blind = connections.create_connection("default")
    blind.settings_dict = settings
    connections["blind"] = blind
    with blind.cursor() as cursor:
        cursor.execute("CREATE EXTENSION pg_trgm")
    yield "blind"
    blind.close()
    del connections["blind"]
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}"')


def _ids(messages: list[CheckMessage]) -> list[str | None]:
    return [message.id for message in messages]


def test_check_database_finds_nothing_in_the_test_database() -> None:
    assert check_database(databases=["default"]) == []


def test_check_database_asks_nothing_when_no_database_is_named() -> None:
    assert check_database() == []


@pytest.mark.filterwarnings("ignore")
def test_check_database_names_a_locale_that_is_blind_to_letters(blind_database: str) -> None:
    assert _ids(check_database(databases=[blind_database])) == ["asemus.E003", "asemus.E004"]
