"""A public record and pictures as exports get them, without a database."""

from __future__ import annotations

from typing import Any

from collection.exports.pictures import Copy, Picture
from collection.exports.site import Site

SITE = Site("https://masterpieces.example.org", "A network of museums")
PDM = "http://creativecommons.org/publicdomain/mark/1.0/"

PHOTOGRAPH = Picture(
    "5photo01",
    Copy("https://masterpieces.example.org/images/5photo01/1280.jpeg", "image/jpeg", 1280, 960),
    Copy("https://masterpieces.example.org/images/5photo01/320.jpeg", "image/jpeg", 320, 240),
    {"en": "Front"},
    "Photo: A. Person",
    PDM,
    extent=(6000, 4500),
)
DRAWING = Picture(
    "2bcdfgh5",
    Copy("https://masterpieces.example.org/plates/2bcdfgh5.svg", "image/svg+xml", 600, 800),
    Copy("https://masterpieces.example.org/plates/2bcdfgh5.svg", "image/svg+xml", 600, 800),
    {"en": "A drawing"},
    None,
    None,
    is_drawing=True,
    extent=(1536, 2048),
)


def term(slug: str, **more: Any) -> dict[str, Any]:
    return {"id": f"0{slug}", "slug": slug, "labels": {"en": slug.replace("-", " ").capitalize()}, **more}


def record(**changes: Any) -> dict[str, Any]:
    """The David Vases, as `collection.exports.record.public_record` says them."""
    whole = {
        "id": "2bcdfgh5",
        "ark": "ark:/99999/2bcdfgh5",
        "source_id": "m002",
        "museum": {
            "id": "0museum1",
            "slug": "british-museum",
            "name": "British Museum",
            "names": {"en": "British Museum"},
            "city": "London",
            "country": "GB",
        },
        "accession_number": "PDF,B.613",
        "accession_missing_reason": None,
        "titles": {"en": "David Vases", "zh-Hant": "青花雲龍紋象耳瓶"},
        "title_details": [
            {"text": "David Vases", "language": "en", "kind": "preferred", "is_original": False},
            {"text": "青花雲龍紋象耳瓶", "language": "zh-Hant", "kind": "translated", "is_original": True},
        ],
        "display_object_type": "pair of temple vases",
        "display_materials": "porcelain",
        "display_techniques": "underglaze cobalt painting",
        "display_dimensions": "h. about 63 cm",
        "display_creator": None,
        "display_culture": "Yuan",
        "statement_by": None,
        "rights": PDM,
        "source_note": None,
        "curator_note": None,
        "description": {},
        "masterpiece_statement": {"en": "The earliest securely dated large blue-and-white vases."},
        "credit_line": {},
        "provenance_text": {},
        "object_types": [term("vase", aat=None)],
        "materials": [term("porcelain", aat=None)],
        "techniques": [term("underglaze-painting", aat=None)],
        "subjects": [],
        "motifs": [],
        "agents": [],
        "culture": term("yuan-china", region="east-asia"),
        "epochs": [term("yuan")],
        "display_date": "dated 1351",
        "edtf": "1351",
        "earliest_begin": 1351,
        "latest_begin": 1351,
        "earliest_end": 1351,
        "latest_end": 1351,
        "earliest_year": 1351,
        "latest_year": 1351,
        "date_basis": "parsed",
        "date_note": None,
        "production_place": term(
            "jingdezhen", country="CN", latitude="29.2700", longitude="117.1800", precision="city"
        ),
        "production_country": "CN",
        "find_place": None,
        "dimensions": [{"kind": "height", "value": "63.5", "unit": "cm", "part": None}],
        "inscriptions": [],
        "provenance": [],
        "claims": [],
        "references": [],
        "external_ids": [],
        "images": [],
        "display_notice": None,
        "is_demonstration": False,
    }
    assert changes.keys() <= whole.keys()
    return {**whole, **changes}
