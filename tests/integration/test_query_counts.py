"""What every public address asks of the database: the same with one more of everything and with thirty more."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories.world import World, build_world, grow
from tests.integration.addresses import EVERYTHING, address_of

pytestmark = pytest.mark.django_db

QUERIES = {
    "home": 19,
    "works": 11,
    "works, filtered": 11,
    "works, searched": 24,  # ten say why each was found
    "works, on the map": 7,
    "works, none": 2,
    "works, unknown value": 3,
    "works, bad": 1,
    "works, past the last page": 2,
    "values of a facet": 7,
    "work": 31,
    "elsewhere": 22,
    "version": 20,
    "changes since a version": 19,
    "withdrawn": 16,
    "correction": 4,
    "compare": 1,
    "compare, works": 15,
    "compare, bad": 1,
    "my collection": 1,
    "my collection, works": 18,
    "countries": 7,
    "country": 23,
    "epochs": 4,
    "epochs, zoomed": 4,
    "epochs, bad": 4,
    "epoch": 22,
    "influences": 8,
    "influences, filtered": 8,
    "influences, none": 4,
    "influences, bad": 8,
    "influences, of a country": 8,
    "flows": 4,
    "flows, of cultures": 4,
    "flows, of epochs": 6,
    "flows, none": 4,
    "flows, bad": 4,
    "claims": 11,
    "claims, of an exchange": 11,
    "claims, bad": 4,
    "claims, past the last page": 4,
    "paths": 4,
    "paths, found": 9,
    "paths, to a work": 9,
    "paths, none": 4,
    "paths, named": 9,
    "paths, bad": 4,
    "culture": 23,
    "ripples": 4,
    "ripples, found": 5,
    "ripples, of a work": 9,
    "ripples, named": 6,
    "ripples, none": 4,
    "ripples, in common": 13,
    "ripples, bad": 4,
    "motifs": 12,
    "materials": 12,
    "material": 15,
    "technique": 15,
    "material, none": 5,
    "materials.json": 12,
    "material.json": 6,
    "motif.json, none": 2,
    "museums": 4,
    "museum": 9,
    "exhibitions": 7,
    "exhibition": 9,
    "release": 10,
    "first release": 10,
    "withdrawn release": 3,
    "preview, wrong": 1,
    "release.json": 10,
    "exhibitions.atom": 2,
    "exhibitions.atom, bad": 1,
    "manifest of a release": 10,
    "withdrawn release.json": 3,
    "withdrawn exhibition": 2,
    "history": 6,
    "about": 6,
    "accessibility": 1,
    "privacy": 1,
    "terms": 1,
    "not found": 0,
    "works.json": 11,
    "works.json, bad": 1,
    "works.csv": 16,
    "works.csv, bad": 1,
    "works.atom": 11,
    "works.atom, bad": 1,
    "works, feed.json": 7,
    "my collection.csv": 15,
    "my collection.bib": 18,
    "my collection, IIIF": 3,
    "work.json": 19,
    "history of a work": 19,
    "history of a withdrawn work": 16,
    "history.json": 4,
    "history.json, bad": 1,
    "history.atom": 4,
    "script of the history": 1,
    "withdrawn.json": 16,
    "linked art": 18,
    "edm": 18,
    "edm of a withdrawn work": 16,
    "linked art of a withdrawn work": 16,
    "manifest": 17,
    "bibtex": 18,
    "plate": 3,
    "country.json": 7,
    "epoch.json": 4,
    "epochs.jsonld": 2,
    "influences.json": 4,
    "influences.graphml": 4,
    "influences.csv": 4,
    "knots of influence.csv": 4,
    "influences.json, regions": 4,
    "embed of the map": 4,
    "embed of a path": 9,
    "embed of no path": 4,
    "oembed.json": 4,
    "oembed.xml": 4,
    "oembed, foreign": 1,
    "paths.json": 4,
    "paths.json, none": 4,
    "paths.json, bad": 1,
    "ripples.json": 4,
    "ripples.json, of a work": 4,
    "ripples.json, common": 4,
    "ripples.json, of a material": 8,
    "ripples.json, bad": 1,
    "culture.json": 6,
    "museum.json": 3,
    "exhibitions.json": 6,
    "exhibition.json": 9,
    "masterpiece.json": 6,
    "feed": 6,
    "sitemap": 8,
    "sitemap of pages": 0,
    "sitemap of artworks": 1,
    "sitemap of museums": 1,
    "sitemap of epochs": 1,
    "sitemap of cultures": 1,
    "sitemap of travellers": 1,
    "sitemap of countries": 2,
    "sitemap of exhibitions": 1,
    "robots": 0,
    "health": 1,
}


# A worker loads the facet index once and then asks one query at a request. Within a transaction it holds nothing, so that
# here each request loads it (a page that asks for several results loads it as often): the state, the bitmaps, the state again, and the facts of all works that changed since.
LOADING = 4
WITH_INDEX = {"elsewhere", "values of a facet", "compare, works", "works", "work", "works, filtered", "works, searched", "works, none", "works, on the map", "works, unknown value",
              "works, past the last page", "works.json", "works.csv", "works.atom", "works, feed.json",
              "countries", "country", "country.json", "epochs", "epochs, zoomed", "epochs, bad", "epoch", "motifs", "materials", "materials.json", "culture", "museums", "museum"}  # fmt: skip


# A worker learns the stems of words that it meets for the first time; the second request is the one to count.
LEARNING = {"works, searched", "compare, works"}


@pytest.fixture(scope="module", params=[1, 30])
def grown(request: Any, django_db_setup: Any, django_db_blocker: Any) -> Iterator[World]:
    """The small collection with one more, or thirty more, of everything (see the fixture `world`)."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(connection, "close", lambda: None)
        found = build_world()
        grow(found, request.param)
        yield found
        transaction.set_rollback(True)


@pytest.mark.parametrize("name", EVERYTHING)
def test_number_of_queries_does_not_grow(name: str, client: Client, grown: World) -> None:
    if name in LEARNING:
        client.get(address_of(name, grown))
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address_of(name, grown))
        if answer.streaming:
            list(answer)
    loading = LOADING if name in WITH_INDEX else 0
    assert len(asked) - loading == QUERIES[name], "\n".join(query["sql"][:200] for query in asked)
