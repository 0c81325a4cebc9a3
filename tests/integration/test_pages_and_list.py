"""What pages of countries, epochs, cultures, museums and influences count is what the list finds."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from collection.models import Culture, Epoch, FacetState
from collection.search.counts import facet_counts, one_facet
from collection.search.exchange import works_of_exchanges
from collection.search.facets import FACETS
from collection.views.under import under
from tests.factories import ArtworkFactory, EpochFactory
from tests.factories.world import World

pytestmark = pytest.mark.django_db


def test_one_facet_is_the_same_as_among_all(world: World) -> None:
    for query in ({}, {"country": "CN"}, {"culture": "china"}):
        browse = under(**query)
        every = {facet.name: facet for facet in facet_counts(browse)}
        for name in FACETS:
            if name in query:
                continue
            by_index = {item.value: item.count for item in one_facet(browse, name).values}
            assert by_index == {item.value: item.count for item in every[name].values}, name
            kept = list(FacetState.objects.values())
            FacetState.objects.all().delete()
            by_sql = {item.value: item.count for item in one_facet(under(**query), name).values}
            FacetState.objects.bulk_create(FacetState(**row) for row in kept)
            assert by_sql == by_index, name


def test_exchanges_count_what_both_parameters_find(world: World, client: Client) -> None:
    cultures = list(Culture.objects.values_list("slug", flat=True))
    pairs = [(source, target) for source in cultures for target in cultures]
    found = works_of_exchanges(pairs)
    FacetState.objects.all().delete()
    assert works_of_exchanges(pairs) == found
    assert any(found.values())
    for (source, target), count in found.items():
        answer: Any = client.get(f"/artworks.json?influence_from={source}&influence_to={target}").json()
        assert answer["count"] == count


def test_epoch_and_culture_have_the_works_of_what_lies_within(world: World, client: Client) -> None:
    parent = Epoch.objects.get(slug="ming")
    child = EpochFactory(name="Within Ming", parent=parent)
    work = ArtworkFactory(published=True, epochs=[child])
    ids = client.get("/epochs/ming.json").json()["artworks"]
    assert work.public_id in ids
    assert len(ids) == client.get("/artworks.json?epoch=ming").json()["count"]
