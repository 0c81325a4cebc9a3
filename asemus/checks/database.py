"""The database's version and locale: with the wrong locale, search is blind to every letter that is not ASCII."""

from collections.abc import Iterable
from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.db import connections
from django.db.utils import OperationalError

OLDEST = 15_00_00  # PostgreSQL 15, as `server_version_num` writes it
_CURE = (
    "Make the database anew: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME, "
    "and bring the data back with `make restore FILE=…`."
)


@register(Tags.database)
def check_database(databases: Iterable[str] | None = None, **options: Any) -> list[CheckMessage]:
    """Ask each database what it makes of letters outside ASCII."""
    found: list[CheckMessage] = []
    for alias in databases or []:
        try:
            found += _check(alias)
        except OperationalError as error:
            found.append(
                Error(
                    f"The database does not answer: {error}", hint="Is DATABASE_URL right?", id="asemus.E001"
                )
            )
    return found


def _check(alias: str) -> list[CheckMessage]:
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version_num')::int, lower('É') = 'é',"
            " EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm')"
        )
        version, knows_letters, has_trigrams = cursor.fetchone()
        found: list[CheckMessage] = []
        if version < OLDEST:
            words = f"PostgreSQL {version // 10_000} is too old: this site needs 15 or newer."
            found.append(Error(words, id="asemus.E002"))
        if not knows_letters:
            found.append(
                Error(
                    "lower('É') is not 'é' in this database: its LC_CTYPE is wrong.",
                    hint=_CURE,
                    id="asemus.E003",
                )
            )
        if has_trigrams:
            cursor.execute("SELECT cardinality(show_trgm('я')) > 0")
            if not cursor.fetchone()[0]:
                found.append(
                    Error("pg_trgm sees no letter in 'я': LC_CTYPE is wrong.", hint=_CURE, id="asemus.E004")
                )
    return found
