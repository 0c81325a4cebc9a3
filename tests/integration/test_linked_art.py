"""A work as Linked Art: only properties that its classes have, the influence on the production, and the claim beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from jsonschema.validators import validator_for
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from collection.actions import artworks as deeds
from collection.enums import Certainty
from collection.exports.linked_art import MEDIA_TYPE
from collection.models import Artwork, Dimension
from tests.factories import (
    ArtworkFactory,
    CultureFactory,
    EditorFactory,
    InfluenceFactory,
    MaterialFactory,
    MotifFactory,
    MuseumFactory,
    PlaceFactory,
)  # fmt: skip

pytestmark = pytest.mark.django_db
_EVERY = {"id", "type", "_label", "classified_as", "referred_to_by", "identified_by"}
# What the model of Linked Art 1.0 (https://linked.art/api/1.0/) lets each class have, as far as we use it.
MODEL = {
    "HumanMadeObject": {
        "@context", "made_of", "shows", "dimension", "current_custodian", "produced_by", "subject_of", "equivalent",
    },
    "Production": {"timespan", "carried_out_by", "technique", "took_place_at", "influenced_by", "attributed_by"},
    "AttributeAssignment": {"assigned_property", "assigned", "carried_out_by"},
    "TimeSpan": {"begin_of_the_begin", "end_of_the_end"},
    "Dimension": {"value", "unit"},
    "LinguisticObject": {"content", "language", "digitally_carried_by"},
    "Name": {"content", "language"},
    "Identifier": {"content"},
    "DigitalObject": {"format", "access_point"},
    "VisualItem": set(),
    **{key: set() for key in ("Type", "Material", "Language", "MeasurementUnit", "Place", "Person", "Group")},
}  # fmt: skip


def faults(thing: Any, at: str = "") -> list[str]:
    """Every property that its class does not have, and every thing without a class."""
    if isinstance(thing, list):
        return [fault for number, part in enumerate(thing) for fault in faults(part, f"{at}[{number}]")]
    if not isinstance(thing, dict):
        return []
    if thing.get("type") not in MODEL:
        return [f"{at}: no class {thing.get('type')}"]
    wrong = [f"{at}.{name}" for name in thing if name not in _EVERY | MODEL[thing["type"]]]
    return wrong + [fault for name, part in thing.items() for fault in faults(part, f"{at}.{name}")]


@pytest.fixture
def vase() -> Artwork:
    work = ArtworkFactory(
        published=True, title="Vase", culture=CultureFactory(name="China"), materials=[MaterialFactory(aat="300010662")],
        motifs=[MotifFactory(name="lotus")], production_place=PlaceFactory(name="Jingdezhen"),
        description={"en": "A vase.", "fr": "Un vase."},
    )  # fmt: skip
    Dimension.objects.create(artwork=work, kind="height", value=63, unit="cm")
    iran = CultureFactory(name="Iran")
    first = InfluenceFactory(
        published=True, source_culture=iran, target_culture=work.culture, witnesses=[work], kinds=["material"],
        statement={"en": "The cobalt came from Iran."}, evidence={"en": "Analysis of 2004."},
        asserted_by_museum=MuseumFactory(slug="sea-museum", names={"en": "Sea Museum"}), certainty=Certainty.CERTAIN,
    )  # fmt: skip
    InfluenceFactory(
        published=True, source_culture=iran, target_culture=work.culture, witnesses=[work], answers=first,
        statement={"en": "It was local."}, certainty=Certainty.DISPUTED,
    )  # fmt: skip
    InfluenceFactory(  # what it gave is told of what received it
        published=True,
        source_culture=work.culture,
        target_culture=CultureFactory(name="Turkey"),
        witnesses=[work],
    )
    return work


def read(client: Client, work: Artwork) -> Any:
    response = client.get(f"/artworks/{work.public_id}/linked-art.json")
    assert (response.status_code, response["Content-Type"]) == (200, MEDIA_TYPE)
    assert response["Access-Control-Allow-Origin"] == "*"
    return json.loads(response.content)


def test_linked_art_has_the_shape_of_the_model(client: Client, vase: Artwork) -> None:
    told = read(client, vase)
    assert faults(told) == []
    assert told["id"] == f"{settings.PUBLIC_URL}/{vase.ark}" and told["_label"] == "Vase"
    assert told["produced_by"]["timespan"]["begin_of_the_begin"] == "1400-01-01T00:00:00Z"
    assert told["dimension"][0]["value"] == 63.0
    assert told["made_of"][0]["id"] == "http://vocab.getty.edu/aat/300010662"
    assert [one["_label"] for one in told["shows"]] == ["lotus"]
    french = told["referred_to_by"][1]["language"][0]
    assert french["id"] == "http://id.loc.gov/vocabulary/iso639-1/fr"


def test_influence_stands_on_the_production_and_each_claim_beside_it(client: Client, vase: Artwork) -> None:
    made = read(client, vase)["produced_by"]
    iran = {"id": f"{settings.PUBLIC_URL}/cultures/iran/", "type": "Type", "_label": "Iran"}
    assert made["influenced_by"] == [iran]
    certain, disputed = made["attributed_by"]
    assert certain["assigned_property"]["id"].endswith("P15_was_influenced_by")
    assert certain["assigned"] == [iran]
    assert certain["carried_out_by"] == [
        {"id": f"{settings.PUBLIC_URL}/museums/sea-museum/", "type": "Group", "_label": "Sea Museum"}
    ]
    assert [kind["_label"] for kind in certain["classified_as"]] == ["material", "certainty: certain"]
    assert [words["content"] for words in certain["referred_to_by"]] == [
        "The cobalt came from Iran.", "Analysis of 2004.",
    ]  # fmt: skip
    assert (
        "carried_out_by" not in disputed and disputed["classified_as"][-1]["_label"] == "certainty: disputed"
    )


def test_withdrawn_work_has_no_linked_art(client: Client, vase: Artwork) -> None:
    deeds.withdraw(vase, by=EditorFactory(), reason="Asked by its owners.")
    assert client.get(f"/artworks/{vase.public_id}/linked-art.json").status_code == 410


def test_linked_art_is_valid_by_its_own_schema(client: Client, vase: Artwork) -> None:
    folder = Path(settings.BASE_DIR).parent / "shared" / "data" / "schemas" / "linked_art"
    if not folder.exists():
        pytest.skip("the schemas of Linked Art are not here")
    schemas = {path.name: json.loads(path.read_text()) for path in folder.glob("*.json")}
    known = Registry().with_resources(
        (name, DRAFT202012.create_resource(schema)) for name, schema in schemas.items() if "$schema" in schema
    )
    judge = validator_for(schemas["object.json"])(schemas["object.json"], registry=known)
    assert [(fault.json_path, fault.message) for fault in judge.iter_errors(read(client, vase))] == []
