"""A database of a benchmark's own, with all tables, gone again afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

from django.core.management import call_command
from django.db import connection

NAME = "asemus_bench"


@contextmanager
def empty_database() -> Iterator[None]:
    """The connection stands in a database of its own inside this block."""
    kept = connection.settings_dict["NAME"]
    _make(NAME)
    _stand_in(NAME)
    try:
        yield
    finally:
        _stand_in(kept)
        _ask(f"DROP DATABASE {NAME} WITH (FORCE)")


@contextmanager
def kept_database(name: str, marked: str, fill: Callable[[], None]) -> Iterator[str]:
    """A database that stays: filled anew unless it bears the mark that it was filled so to its end. Gives its DATABASE_URL."""
    kept = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        )
        is_whole = cursor.fetchone() == (marked,)
    if not is_whole:
        _make(name)
    _stand_in(name)
    try:
        call_command("migrate", verbosity=0)  # one that was kept, too: the tables may have changed
        call_command("createcachetable", verbosity=0)
        if not is_whole:
            fill()
            _ask(f"COMMENT ON DATABASE {name} IS '{marked}'")
        yield address_of(connection.get_connection_params())
    finally:
        _stand_in(kept)


@contextmanager
def migrated_database() -> Iterator[str]:
    """The same with all tables; gives its DATABASE_URL for other processes."""
    with empty_database():
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        yield address_of(connection.get_connection_params())


def address_of(place: dict[str, Any]) -> str:
    """psycopg's parameters as a DATABASE_URL; a socket's folder stands in the path."""
    port = f":{place['port']}" if place.get("port") else ""
    password = f":{quote(place['password'], safe='')}" if place.get("password") else ""
    host = f"{place.get('host', '')}{port}"
    return f"postgres://{place['user']}{password}@{'/' + host if host.startswith('/') else host}/{place['dbname']}"


def _make(name: str) -> None:
    _ask(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
    _ask(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'")


def _ask(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def _stand_in(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name
