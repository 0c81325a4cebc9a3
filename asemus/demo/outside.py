"""A PostgreSQL server that DATABASE_URL names: is it there, new enough, and not blind to letters?"""

import psycopg

from asemus.faults import Fault

OLDEST = 15


def check_server(url: str) -> None:
    """Raise a Fault with one sentence where the server cannot serve this site."""
    try:
        with psycopg.connect(url.replace("postgis://", "postgres://"), connect_timeout=10) as connection:
            row = connection.execute(
                "SELECT current_setting('server_version_num')::int, lower('É') = 'é'"
            ).fetchone()
    except psycopg.Error as error:
        raise Fault(
            f"The server of DATABASE_URL cannot be used: {str(error).strip().splitlines()[-1]} Start it or correct the "
            "address; a missing database is made with "
            "`createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME`."
        ) from error
    version, knows_letters = row or (0, False)
    if version < OLDEST * 10_000:
        raise Fault(
            f"The server of DATABASE_URL is PostgreSQL {version // 10_000}, and this site needs {OLDEST} or newer. "
            "Name a newer one, or unset DATABASE_URL to use the embedded one."
        )
    if not knows_letters:
        raise Fault(
            "The database of DATABASE_URL has a locale in which É and é are strangers. Make another with "
            "`createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME`."
        )
