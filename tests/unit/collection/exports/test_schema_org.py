"""schema.org: what search engines are told."""

from __future__ import annotations

import datetime

from collection.exports import schema_org
from tests.unit.collection.exports.records import DRAWING, PDM, PHOTOGRAPH, SITE, record, term


def test_artwork_is_a_visual_artwork():
    assert schema_org.artwork(record(), [PHOTOGRAPH], SITE) == {
        "@context": "https://schema.org",
        "@type": "VisualArtwork",
        "@id": "https://masterpieces.example.org/ark:/99999/2bcdfgh5",
        "url": "https://masterpieces.example.org/artworks/2bcdfgh5/",
        "identifier": ["ark:/99999/2bcdfgh5", "PDF,B.613"],
        "name": "David Vases",
        "alternateName": [{"@value": "青花雲龍紋象耳瓶", "@language": "zh-Hant"}],
        "description": "The earliest securely dated large blue-and-white vases.",
        "dateCreated": "1351",
        "temporalCoverage": "1351",
        "artform": ["Vase"],
        "artMedium": ["Porcelain"],
        "locationCreated": {"@type": "Place", "name": "Jingdezhen", "address": "CN"},
        "height": {"@type": "QuantitativeValue", "value": 63.5, "unitCode": "CMT", "unitText": "cm"},
        "license": PDM,
        "provider": {
            "@type": "Museum",
            "@id": "https://masterpieces.example.org/museums/british-museum/",
            "url": "https://masterpieces.example.org/museums/british-museum/",
            "name": "British Museum",
        },
        "holdingArchive": {
            "@type": "Museum",
            "@id": "https://masterpieces.example.org/museums/british-museum/",
            "url": "https://masterpieces.example.org/museums/british-museum/",
            "name": "British Museum",
        },
        "image": [
            {
                "@type": "ImageObject",
                "contentUrl": "https://masterpieces.example.org/images/5photo01/1280.jpeg",
                "width": 1280,
                "height": 960,
                "caption": "Front",
                "license": PDM,
                "acquireLicensePage": "https://masterpieces.example.org/artworks/2bcdfgh5/",
                "creditText": "Photo: A. Person",
                "thumbnailUrl": "https://masterpieces.example.org/images/5photo01/320.jpeg",
            }
        ],
        "isAccessibleForFree": True,
    }


def test_artwork_before_the_common_era_and_over_years():
    years = {"earliest_year": -499, "latest_year": -300, "edtf": "-0499/-0300"}
    assert schema_org.artwork(record(**years), [], SITE)["dateCreated"] == "-0499/-0300"


def test_artwork_names_its_makers():
    agent = term(
        "gu-kaizhi", role="painter", attribution="traditionally", ulan="500123456", display_dates=None
    )
    assert schema_org.artwork(record(agents=[agent]), [], SITE)["creator"] == [
        {"@type": "Person", "name": "Gu kaizhi", "sameAs": "http://vocab.getty.edu/ulan/500123456"}
    ]


def test_artwork_shows_neither_drawings_nor_what_is_covered():
    assert "image" not in schema_org.artwork(record(), [DRAWING], SITE)
    notice = {"kind": "human-remains", "words": {}}
    assert "image" not in schema_org.artwork(record(display_notice=notice), [PHOTOGRAPH], SITE)


def test_artwork_speaks_the_page_s_language():
    document = schema_org.artwork(record(titles={"en": "Moon jar", "fr": "Jarre-lune"}), [], SITE, "fr")
    assert (document["name"], document["url"]) == (
        "Jarre-lune",
        "https://masterpieces.example.org/fr/artworks/2bcdfgh5/",
    )
    assert document["alternateName"] == [{"@value": "Moon jar", "@language": "en"}]


def test_museum_says_where_it_is():
    assert schema_org.museum(
        {"en": "Museum Volkenkunde", "nl": "Wereldmuseum Leiden"},
        "volkenkunde",
        SITE,
        city="Leiden",
        country="NL",
        point=(52.16, 4.48),
        website="https://museum.example.org/",
        wikidata="Q1",
    ) == {
        "@context": "https://schema.org",
        "@type": "Museum",
        "@id": "https://masterpieces.example.org/museums/volkenkunde/",
        "url": "https://masterpieces.example.org/museums/volkenkunde/",
        "name": "Museum Volkenkunde",
        "alternateName": [{"@value": "Wereldmuseum Leiden", "@language": "nl"}],
        "address": {"@type": "PostalAddress", "addressLocality": "Leiden", "addressCountry": "NL"},
        "geo": {"@type": "GeoCoordinates", "latitude": 52.16, "longitude": 4.48},
        "sameAs": ["https://museum.example.org/", "http://www.wikidata.org/entity/Q1"],
    }


def test_exhibition_features_its_works():
    document = schema_org.exhibition(
        {"en": "A Passage to Asia"},
        "a-passage-to-asia",
        SITE,
        opens=datetime.date(2026, 11, 24),
        organisers=[({"en": "BOZAR"}, "bozar")],
        works=[({"en": "David Vases"}, "2bcdfgh5")],
    )
    assert document["startDate"] == "2026-11-24"
    assert "endDate" not in document
    assert document["location"]["url"] == "https://masterpieces.example.org/exhibitions/a-passage-to-asia/"
    assert [museum["name"] for museum in document["organizer"]] == ["BOZAR"]
    assert document["workFeatured"] == [
        {
            "@type": "VisualArtwork",
            "url": "https://masterpieces.example.org/artworks/2bcdfgh5/",
            "name": "David Vases",
        }
    ]


def test_breadcrumbs_count_from_one():
    document = schema_org.breadcrumbs([("Home", "/"), ("Artworks", "/artworks/")], SITE)
    assert [(step["position"], step["name"], step["item"]) for step in document["itemListElement"]] == [
        (1, "Home", "https://masterpieces.example.org/"),
        (2, "Artworks", "https://masterpieces.example.org/artworks/"),
    ]


def test_website_can_be_searched():
    target = schema_org.website(SITE, "fr")["potentialAction"]["target"]
    assert target["urlTemplate"] == "https://masterpieces.example.org/fr/artworks/?q={q}"
