"""The IIIF manifest of a work."""

from __future__ import annotations

from typing import Any

from collection.exports.iiif import CONTEXT, manifest
from tests.unit.collection.exports.records import DRAWING, PDM, PHOTOGRAPH, SITE, record

MANIFEST = "https://masterpieces.example.org/artworks/2bcdfgh5/manifest.json"


def facts(document: dict[str, Any]) -> dict[str, dict[str, list[str]]]:
    return {fact["label"]["en"][0]: fact["value"] for fact in document["metadata"]}


def test_manifest_is_one_of_presentation_3():
    document = manifest(record(), [PHOTOGRAPH], SITE)
    assert (document["@context"], document["id"], document["type"]) == (CONTEXT, MANIFEST, "Manifest")
    assert document["label"] == {"en": ["David Vases"], "zh-Hant": ["青花雲龍紋象耳瓶"]}
    assert document["summary"] == {"en": ["The earliest securely dated large blue-and-white vases."]}
    assert document["rights"] == PDM
    assert (
        document["provider"][0]["homepage"][0]["id"]
        == "https://masterpieces.example.org/museums/british-museum/"
    )
    assert [page["id"] for page in document["homepage"]] == [
        "https://masterpieces.example.org/artworks/2bcdfgh5/",
        "https://masterpieces.example.org/fr/artworks/2bcdfgh5/",
    ]
    assert document["seeAlso"][0]["id"] == "https://masterpieces.example.org/artworks/2bcdfgh5.json"


def test_manifest_tells_the_facts():
    found = facts(manifest(record(), [PHOTOGRAPH], SITE))
    assert found == {
        "Date": {"none": ["dated 1351"]},
        "Culture or period": {"none": ["Yuan"]},
        "Object type": {"en": ["Vase"]},
        "Materials and techniques": {"none": ["porcelain; underglaze cobalt painting"]},
        "Dimensions": {"none": ["h. about 63 cm"]},
        "Museum": {"en": ["British Museum"]},
        "Accession number": {"none": ["PDF,B.613"]},
        "Persistent identifier": {"none": ["https://masterpieces.example.org/ark:/99999/2bcdfgh5"]},
    }


def services(image_id: str) -> list[dict[str, str]]:
    base = "https://masterpieces.example.org/iiif"
    return [
        {"id": f"{base}/3/{image_id}", "type": "ImageService3", "profile": "level2"},
        {
            "@id": f"{base}/2/{image_id}",
            "@type": "ImageService2",
            "profile": "http://iiif.io/api/image/2/level2.json",
        },
    ]


def test_manifest_paints_a_canvas_as_large_as_everybody_may_see_it():
    document = manifest(record(), [PHOTOGRAPH], SITE)
    (canvas,) = document["items"]
    assert (canvas["id"], canvas["width"], canvas["height"]) == (f"{MANIFEST}/canvas/5photo01", 6000, 4500)
    assert canvas["rights"] == PDM
    (painting,) = canvas["items"][0]["items"]
    assert (painting["motivation"], painting["target"]) == ("painting", canvas["id"])
    assert painting["body"] == {
        "id": "https://masterpieces.example.org/iiif/3/5photo01/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": 4000,  # 12 million pixels are the largest answer
        "height": 3000,
        "service": services("5photo01"),
    }
    assert document["thumbnail"] == [
        {
            "id": "https://masterpieces.example.org/images/5photo01/320.jpeg",
            "type": "Image",
            "format": "image/jpeg",
            "width": 320,
            "height": 240,
            "service": services("5photo01"),
        }
    ]


def test_manifest_without_a_photograph_shows_the_drawing_and_says_so():
    document = manifest(record(), [DRAWING], SITE)
    (canvas,) = document["items"]
    assert canvas["label"] == {"en": ["A drawing"]}
    body = canvas["items"][0]["items"][0]["body"]
    assert (body["format"], body["service"]) == ("image/jpeg", services("2bcdfgh5"))
    assert document["thumbnail"][0]["id"].endswith("/iiif/3/2bcdfgh5/full/300,400/0/default.jpg")
    assert "rights" not in canvas


def test_manifest_states_museum_credits_and_what_is_not_verified():
    document = manifest(record(is_demonstration=True), [PHOTOGRAPH], SITE)
    assert document["requiredStatement"]["value"]["en"] == [
        "British Museum",
        "Photo: A. Person",
        "Demonstration record, compiled from public knowledge, not yet verified by the museum.",
    ]


def test_manifest_of_a_sensitive_work_warns_and_has_no_thumbnail():
    notice = {"kind": "sacred", "words": {"en": "Sacred to its community."}}
    document = manifest(record(display_notice=notice), [PHOTOGRAPH], SITE)
    assert "thumbnail" not in document
    assert "Sacred to its community." in document["requiredStatement"]["value"]["en"]
    assert facts(document)["Notice"] == {"en": ["Sacred to its community."]}


def test_manifest_of_a_bare_record_has_what_must_be_there():
    bare = record(
        rights=None, title_details=[], masterpiece_statement={}, display_date=None, culture=None, display_culture=None,
        object_types=[], display_object_type=None, materials=[], display_materials=None, display_techniques=None,
        display_dimensions=None, accession_number=None,
    )  # fmt: skip
    document = manifest(bare, [DRAWING], SITE)
    assert document["label"] == {"none": ["2bcdfgh5"]}
    assert not {"rights", "summary"} & document.keys()
    assert facts(document)["Date"] == {"none": ["1351"]}
    assert len(document["items"]) == 1


def test_manifest_writes_an_unknown_language_as_none():
    titles = [{"text": "?", "language": "und", "kind": "preferred", "is_original": True}]
    assert manifest(record(title_details=titles), [DRAWING], SITE)["label"] == {"none": ["?"]}
