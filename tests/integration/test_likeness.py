"""Works like a work: by the index as by SQL, for reasons that add up, near and far."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from collection.enums import ConceptKind
from collection.models import Artwork, FacetState
from collection.search.index.build import rebuild
from collection.search.index.current import current_index
from collection.search.likeness import alike_from_afar, most_alike, points_of
from collection.search.neighbours import alike, reason, reason_from_afar
from tests.factories import ArtworkFactory, ConceptFactory, CultureFactory, EpochFactory, PlaceFactory
from tests.factories.world import World, grow

pytestmark = pytest.mark.django_db


def record(work: Artwork) -> Artwork:
    return Artwork.objects.with_record().get(pk=work.pk)


@pytest.fixture
def ewers() -> dict[str, Artwork]:
    """A bronze ewer from Kyoto, and others."""
    ewer = ConceptFactory(name="ewer", kind=ConceptKind.OBJECT_TYPE)
    dragon = ConceptFactory(name="dragon", kind=ConceptKind.SUBJECT)
    bronze = ConceptFactory(name="bronze", kind=ConceptKind.MATERIAL)
    kyoto = PlaceFactory(latitude=35.01, longitude=135.77)
    nara = PlaceFactory(latitude=34.69, longitude=135.80)
    brussels = PlaceFactory(latitude=50.85, longitude=4.35)
    japan, epoch = CultureFactory(name="Japan"), EpochFactory(name="Edo")
    then = {"earliest_begin": 1600, "latest_begin": 1600, "earliest_end": 1650, "latest_end": 1650}
    early = {"earliest_begin": 1200, "latest_begin": 1200, "earliest_end": 1220, "latest_end": 1220}

    def made(name: str, **facts: Any) -> Artwork:
        facts = {
            "published": True,
            "title": name,
            "object_type": ewer,
            "materials": [],
            "techniques": [],
            "epochs": [],
            **facts,
        }
        return ArtworkFactory(**facts)

    found = {
        "one": made(
            "one",
            materials=[dragon, bronze],
            culture=japan,
            epochs=[epoch],
            production_place=kyoto,
            **then,
        ),
        "near": made(
            "near",
            materials=[dragon, bronze],
            culture=japan,
            epochs=[epoch],
            production_place=nara,
            **then,
        ),
        "far": made("far", materials=[dragon], culture=CultureFactory(), production_place=brussels, **early),
        "draft": made(
            "draft", materials=[dragon], culture=CultureFactory(), production_place=brussels, published=False
        ),
        "other": made(
            "other", object_type=ConceptFactory(kind=ConceptKind.OBJECT_TYPE), culture=CultureFactory()
        ),
    }
    return {name: record(work) for name, work in found.items()}


def test_what_shares_most_comes_first_and_says_why(ewers: dict[str, Artwork]) -> None:
    found = most_alike(ewers["one"], 10, current_index())
    assert [one.key for one in found] == [ewers["near"].pk, ewers["far"].pk]
    assert {(s.facet, s.label) for s in found[1].shared} == {("type", "ewer"), ("subject", "dragon")}
    near, _afar = alike(ewers["one"])
    assert [work for work, _why in near] == [ewers["near"], ewers["far"]]
    assert near[1][1] == "In common: ewer, dragon; 9,400 km and 380 years apart"


def test_points_of_what_is_shown_are_the_score(ewers: dict[str, Artwork]) -> None:
    for found in (
        most_alike(ewers["one"], 10, current_index()),
        alike_from_afar(ewers["one"], 10, current_index()),
    ):
        assert found
        for one in found:
            counts = {"ewer": 3, "dragon": 3, "bronze": 2, "Japan": 2, "Edo": 2}  # published works under each
            for signal in one.shared:
                assert signal.points == points_of(signal.facet, counts[signal.label])
                assert signal.label in reason(one)
            assert one.score == sum(s.points for s in one.shared) + one.for_km + one.for_years
            assert bool(one.for_km) <= ("km" in reason_from_afar(one))
            assert bool(one.for_years) <= ("years" in reason_from_afar(one))


def test_from_afar_prefers_distance_at_the_same_form(ewers: dict[str, Artwork]) -> None:
    (one,) = alike_from_afar(ewers["one"], 10, current_index())
    assert (one.key, one.years, round(one.km or 0, -2)) == (ewers["far"].pk, 380, 9400)
    assert (one.for_km, one.for_years) == (18, 7)
    assert reason_from_afar(one) == "The same: ewer, dragon; 9,400 km and 380 years apart"
    assert alike(ewers["one"])[1] == []  # the list of similar works has it


def test_from_afar_shows_one_work_a_culture_and_none_of_its_own(ewers: dict[str, Artwork]) -> None:
    ewer = ewers["one"].concepts.get(slug="ewer")
    place = PlaceFactory(latitude=-30, longitude=20)
    there = {"object_type": ewer, "production_place": place, "published": True, "materials": [], "epochs": []}
    culture = CultureFactory(name="Elsewhere")
    similar = list(ewers["one"].concepts.exclude(pk=ewer.pk))
    for _number in range(4):
        ArtworkFactory(published=True, object_type=ewer, materials=similar, culture=ewers["one"].culture)
    for _number in range(3):
        ArtworkFactory(culture=culture, **there)
        ArtworkFactory(culture=ewers["one"].culture, **there)
    _near, afar = alike(ewers["one"])
    assert sorted(work.culture.label for work, _why in afar) == sorted(
        [culture.label, ewers["far"].culture.label]
    )


def test_index_and_sql_find_the_same(world: World) -> None:
    grow(world, 20)
    works = [record(work) for work in Artwork.objects.published()]

    def found() -> list[Any]:
        return [
            (most_alike(work, 200, current_index()), alike_from_afar(work, 200, current_index()))
            for work in works
        ]

    grown = found()
    rebuild()
    assert found() == grown
    FacetState.objects.all().delete()
    assert found() == grown
    assert any(near for near, _far in grown)


def test_place_that_changes_is_in_the_index_at_once(ewers: dict[str, Artwork]) -> None:
    rebuild()
    place = PlaceFactory(latitude=0, longitude=0)
    Artwork.objects.filter(pk=ewers["one"].pk).update(production_place=place)
    index = current_index()
    assert index is not None
    assert list(index.any_of("place", [str(place.pk)])) == [ewers["one"].pk]


def test_page_shows_both_lists_and_leads_to_all(client: Client, ewers: dict[str, Artwork]) -> None:
    ArtworkFactory(
        published=True, title="another", object_type=ewers["one"].concepts.get(slug="ewer"), culture=ewers["one"].culture,
        materials=[], techniques=[], epochs=[], production_place=ewers["one"].production_place,
    )  # fmt: skip
    one = ewers["one"]
    html = client.get(f"/artworks/{one.public_id}/").content.decode()
    assert "draft" not in html.partition('id="similar"')[2].partition('id="cite"')[0]
    for query, expected in (("far=1", ["far"]), ("", ["another", "far", "near"])):
        answer = client.get(f"/artworks.json?like={one.public_id}&{query}").json()
        assert sorted(result["title"] for result in answer["results"]) == expected
    assert client.get(f"/artworks.json?like={one.public_id}&far=x").status_code == 400


def test_number_of_queries_is_bounded(ewers: dict[str, Artwork], django_assert_num_queries: Any) -> None:
    FacetState.objects.all().delete()
    with django_assert_num_queries(
        9
    ):  # the index is asked for; twice the sums and distances; what cards show
        alike(ewers["one"])
