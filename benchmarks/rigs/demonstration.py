"""The demonstration collection in a database of the benchmark's own."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command

from benchmarks.rigs.database import migrated_database

# The proxy before the site ends TLS and says so.
HEADERS = {"X-Forwarded-Proto": "https"}


@contextmanager
def demonstration() -> Iterator[str]:
    """Gives the DATABASE_URL of the loaded collection."""
    with migrated_database() as database:
        call_command("load_demo", verbosity=0)
        yield database


def page_of(server: str, path: str) -> bytes:
    """The body of a page. Raises HTTPError for any status but 2xx."""
    request = urllib.request.Request(server + path, headers=HEADERS)  # noqa: S310  an address of our own
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        body: bytes = answer.read()
    return body
