"""The demonstration collection: whole, the same after a kill -9, and quick when it is there."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import Client

from collection.models import Artwork, ImportRun, Influence, QuotaRequest
from exhibitions.models import Exhibition
from members.models import Deed, Museum
from tests.integration.processes import manage
from tests.integration.weight import LIMIT, weight_of

FIXTURES = Path(settings.BASE_DIR) / "fixtures"


@pytest.fixture(scope="module")
def loaded(django_db_setup: Any, django_db_blocker: Any) -> Any:
    """A database of its own, loaded by the command in a process that was killed in the middle and started anew."""
    with django_db_blocker.unblock():
        name = f"{connection.settings_dict['NAME']}_demo"
        place = connection.get_connection_params() | {"dbname": "postgres"}
        known = {k: place[k] for k in ("host", "port", "user", "password", "dbname") if place.get(k)}
    with psycopg.connect(**known, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.execute(f"CREATE DATABASE \"{name}\" TEMPLATE template0 LOCALE 'C.UTF-8'")
    yield name, known | {"dbname": name}
    with psycopg.connect(**known, autocommit=True) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def finish(process: subprocess.Popen[str]) -> str:
    out, _none = process.communicate(timeout=300)
    assert process.returncode == 0, out
    return out


def count(place: dict[str, Any], question: str) -> Any:
    with psycopg.connect(**place) as server:
        return server.execute(question).fetchall()


@pytest.mark.slow
def test_load_that_was_killed_is_completed_by_the_next_and_is_like_one_that_was_not(
    loaded: Any, transactional_db: None
) -> None:
    _name, place = loaded
    finish(manage(place, "migrate", "-v0"))
    first = manage(place, "load_demo")
    works = "SELECT count(*) FROM collection_artwork"
    deadline = time.monotonic() + 120
    while not 50 <= count(place, works)[0][0] < 373:
        assert time.monotonic() < deadline and first.poll() is None, (
            "the load ended before it could be killed"
        )
        time.sleep(0.05)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    assert 50 <= count(place, works)[0][0] < 373
    assert "was loaded in" in finish(manage(place, "load_demo"))
    assert "is loaded" in finish(manage(place, "load_demo"))
    call_command("load_demo", verbosity=0)  # uninterrupted, in the test's own database
    with connection.cursor() as cursor:
        for question in CONTENT:
            cursor.execute(question)
            assert cursor.fetchall() == count(place, question), question
    _what_was_loaded_is_whole()
    _its_largest_pages_are_light()


_PARTS = ("title", "artworkconcept", "artworkepoch", "artworkagent", "provenanceevent", "influencewitness")
CONTENT = [
    *(
        f"SELECT a.source_id, count(*) FROM collection_artwork a JOIN collection_{part} p ON p.artwork_id = a.id "
        "GROUP BY 1 ORDER BY 1"
        for part in _PARTS
    ),
    "SELECT source_id, accession_number, display_date, earliest_year, latest_year, status, description::text, "
    "masterpiece_statement::text, revision FROM collection_artwork ORDER BY 1",
    "SELECT source_id, max(number), count(*) FROM collection_artworkversion v JOIN collection_artwork a "
    "ON a.id = v.artwork_id GROUP BY 1 ORDER BY 1",
    "SELECT s.slug, t.slug, i.kinds, i.certainty, i.status, i.statement::text FROM collection_influence i "
    "JOIN collection_culture s ON s.id = source_culture_id JOIN collection_culture t ON t.id = target_culture_id "
    "ORDER BY 1, 2, 6, 3",
    "SELECT slug, term_status, labels::text FROM collection_agent ORDER BY 1",
    "SELECT slug, country, labels::text FROM collection_place ORDER BY 1, 2",
    "SELECT slug, network_status, names::text FROM members_museum ORDER BY 1",
    "SELECT slug, status, titles::text FROM exhibitions_exhibition ORDER BY 1",
    "SELECT verb, noun, count(*) FROM members_deed WHERE noun = 'artwork' GROUP BY 1, 2 ORDER BY 1, 2",
]


def _what_was_loaded_is_whole() -> None:
    assert Counter(Artwork.objects.values_list("status", flat=True)) == {"published": 373}
    assert Museum.objects.count() == 240
    assert Influence.objects.published().count() == 446
    assert not Influence.objects.exclude(asserted_by_museum=None, asserted_by_agent=None).exists()
    assert set(Exhibition.objects.values_list("slug", "status")) == {
        ("a-passage-to-asia", "published"),
        ("self-and-other", "published"),
    }
    assert [(r.museum.slug, r.quota) for r in QuotaRequest.objects.all()] == [("british-museum", 26)]
    assert not Artwork.objects.exclude(is_demonstration=True).exists()
    assert not Deed.objects.exclude(by=None).exists()
    assert ImportRun.objects.filter(format="fixtures", state="finished").count() == 1
    texts = {path.stem for path in (FIXTURES / "texts").glob("*.md")}
    told = Artwork.objects.exclude(masterpiece_statement={})
    assert set(told.values_list("source_id", flat=True)) == texts and len(texts) >= 80
    assert set(told.values_list("statement_by", flat=True)) == {"Demonstration text, not yet the museum’s"}


LARGEST = [
    "/", "/artworks/", "/artworks/?view=list", "/countries/", "/countries/CN/", "/epochs/", "/influences/", "/fr/influences/",
    "/cultures/china/", "/museums/", "/museums/national-museum-of-korea/", "/exhibitions/a-passage-to-asia/",
    "/fr/exhibitions/self-and-other/",
]  # fmt: skip


MAP_LIMIT = 120_000  # bytes: the map through time with its table


def _its_largest_pages_are_light() -> None:
    weights = {address: weight_of(Client(), address) for address in LARGEST}
    most = {address: MAP_LIMIT if address.endswith("/influences/") else LIMIT for address in LARGEST}
    assert {address: weight for address, weight in weights.items() if weight >= most[address]} == {}
