"""The public record: whole, canonical, and without what strangers must not see."""

from __future__ import annotations

from decimal import Decimal

import pytest

from collection.enums import InfluenceKind, ProvenanceKind
from collection.exports.iiif import manifest
from collection.exports.pictures import pictures_of
from collection.exports.record import canonical_json, public_record, seal
from collection.exports.schema_org import artwork as schema_artwork
from collection.exports.seal import check
from collection.exports.site import Site
from collection.exports.twin import twin
from collection.models import Artwork, Dimension, Influence, ProvenanceEvent, Title
from collection.rights import Rights
from tests.factories.collection import ArtworkFactory, CultureFactory, InfluenceFactory, PlaceFactory
from tests.factories.members import MuseumFactory

SITE = Site("https://masterpieces.example.org", "A network")

pytestmark = pytest.mark.django_db


@pytest.fixture
def work() -> Artwork:
    work = ArtworkFactory(
        published=True,
        title="David Vases",
        titles=[("zh-Hant", "至正十一年銘青花雲龍紋象耳瓶")],
        museum=MuseumFactory(name="British Museum", city="London", country="GB"),
        accession_number="PDF,B.613",
        source_id="m002",
        culture=CultureFactory(name="Yuan China"),
        production_place=PlaceFactory(name="Jingdezhen"),
        display_date="dated 1351",
        edtf="1351",
        earliest_begin=1351,
        latest_begin=1351,
        earliest_end=1351,
        latest_end=1351,
        masterpiece_statement={"en": "The earliest dated blue-and-white."},
    )
    Dimension.objects.create(artwork=work, kind="height", value=Decimal("63.50"), unit="cm")
    ProvenanceEvent.objects.create(
        artwork=work, kind=ProvenanceKind.GIFT, text={"en": "Gift of the trustees"}, display_date="2024"
    )
    return work


def test_public_record_is_read_without_a_further_query(work, django_assert_num_queries):
    found = Artwork.objects.with_record().get(pk=work.pk)
    with django_assert_num_queries(0):
        public_record(found)


def test_public_record_says_what_is_known(work):
    record = public_record(Artwork.objects.with_record().get(pk=work.pk))
    assert record["id"] == work.public_id
    assert record["ark"] == f"ark:/99999/{work.public_id}"
    assert record["titles"] == {"en": "David Vases", "zh-Hant": "至正十一年銘青花雲龍紋象耳瓶"}
    assert [title["kind"] for title in record["title_details"]] == ["preferred", "translated"]
    assert (record["museum"]["slug"], record["museum"]["country"]) == ("british-museum", "GB")
    assert (record["accession_number"], record["source_id"]) == ("PDF,B.613", "m002")
    assert (record["earliest_year"], record["latest_year"], record["edtf"]) == (1351, 1351, "1351")
    assert record["production_place"]["latitude"] == "29.2700"
    assert record["dimensions"] == [{"kind": "height", "value": "63.5", "unit": "cm", "part": None}]
    assert record["provenance"][0]["text"] == {"en": "Gift of the trustees"}
    assert record["rights"] == Rights.PDM
    assert record["display_notice"] is None
    assert record["images"] == []


def test_public_record_seals_and_is_proved_after_the_database(work):
    record = public_record(Artwork.objects.with_record().get(pk=work.pk))
    sealed = seal(record)
    canonical_json(record)
    assert check(record, sealed.salts, sealed.sha256).is_intact


def test_public_record_is_the_same_twice(work):
    first, second = (public_record(Artwork.objects.with_record().get(pk=work.pk)) for _ in range(2))
    assert canonical_json(first) == canonical_json(second)


def test_public_record_keeps_the_first_title_of_a_language(work):
    Title.objects.create(artwork=work, text="Two temple vases", language="en", order=9)
    record = public_record(Artwork.objects.with_record().get(pk=work.pk))
    assert record["titles"]["en"] == "David Vases"
    assert len(record["title_details"]) == 3


def test_twin_has_what_a_result_has_and_the_statements(work):
    source = CultureFactory(name="Iran")
    influence = InfluenceFactory(
        source_culture=source, target_artwork=work, target_culture=None, kinds=[InfluenceKind.MATERIAL]
    )
    Influence.objects.filter(pk=influence.pk).update(status="published")
    found = Artwork.objects.with_record().get(pk=work.pk)
    record = public_record(found)
    touching = Influence.objects.published().touching(found).with_ends()
    answer = twin(record, pictures_of(found, SITE), touching, SITE, version=3)
    assert answer["title"] == "David Vases"
    assert answer["lang"] == "en"
    assert answer["url"] == f"https://masterpieces.example.org/artworks/{work.public_id}/"
    assert answer["country"] == "CN"
    assert answer["thumbnail"] is None
    assert answer["version"] == 3
    assert answer["pictures"][0]["is_drawing"] is True
    assert [(i["part"], i["source"]["slug"], i["target"]["id"]) for i in answer["influences"]] == [
        ("target", "iran", work.public_id)
    ]


def test_exports_are_read_without_a_further_query(work, django_assert_num_queries):
    found = Artwork.objects.with_record().get(pk=work.pk)
    with django_assert_num_queries(0):
        record, pictures = public_record(found), pictures_of(found, SITE)
        manifest(record, pictures, SITE)
        schema_artwork(record, pictures, SITE)
        twin(record, pictures, [], SITE)
