"""schema.org as JSON-LD: works, museums, exhibitions, lists and the way to a page. Pure; search engines read it.

The page puts it into a data block with `<` escaped (asemus.words.numbers.json_data).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any

from collection.exports.claims import CLAIM_OPEN, open_claims
from collection.exports.pictures import Picture
from collection.exports.record import is_covered
from collection.exports.site import Site

CONTEXT = "https://schema.org"
_UNITS = {"mm": "MMT", "cm": "CMT", "m": "MTR", "g": "GRM", "kg": "KGM"}  # UN/CEFACT
_SIDES = ("height", "width", "depth", "weight")


def artwork(
    record: dict[str, Any], pictures: Sequence[Picture], site: Site, language: str = "en"
) -> dict[str, Any]:
    """A VisualArtwork from a public record (collection.exports.record)."""
    keeper = _keeper(record["museum"], site, language)
    shown = [] if is_covered(record) else [picture for picture in pictures if not picture.is_drawing]
    return _said(
        {
            "@context": CONTEXT,
            "@type": "VisualArtwork",
            "@id": site.ark(record["ark"]),
            "url": site.artwork(record["id"], language),
            "identifier": [record["ark"], *filter(None, [record["accession_number"]])],
            "name": _text(record["titles"], language),
            "alternateName": _others(record["titles"], language),
            "description": _text(record["masterpiece_statement"] or record["description"], language),
            "creator": [_creator(agent, language) for agent in record["agents"]],
            "dateCreated": _date(record),
            "temporalCoverage": record["edtf"],
            "artform": [_text(term["labels"], language) for term in record["object_types"]],
            "artMedium": [_text(term["labels"], language) for term in record["materials"]],
            "locationCreated": _place(record, language),
            **_sizes(record["dimensions"]),
            "creditText": _text(record["credit_line"], language),
            "license": record["rights"],
            "provider": keeper,
            "holdingArchive": keeper,
            "image": [_image(p, record, site, language) for p in shown],
            "sameAs": [other["url"] for other in record["external_ids"] if other["url"]],
            "subjectOf": [_claim(claim, record, site, language) for claim in open_claims(record)],
            "isAccessibleForFree": True,
        }
    )


def museum(
    names: dict[str, str],
    slug: str,
    site: Site,
    language: str = "en",
    *,
    city: str = "",
    country: str = "",
    point: tuple[float, float] | None = None,
    website: str = "",
    wikidata: str = "",
) -> dict[str, Any]:
    """A Museum; `point` is latitude and longitude."""
    same = [website, f"http://www.wikidata.org/entity/{wikidata}" if wikidata else ""]
    return _said(
        {
            "@context": CONTEXT,
            "@type": "Museum",
            "@id": site.museum(slug),
            "url": site.museum(slug, language),
            "name": _text(names, language),
            "alternateName": _others(names, language),
            "address": _said({"@type": "PostalAddress", "addressLocality": city, "addressCountry": country}),
            "geo": {"@type": "GeoCoordinates", "latitude": point[0], "longitude": point[1]}
            if point
            else None,
            "sameAs": [address for address in same if address],
        }
    )


def exhibition(
    titles: dict[str, str],
    slug: str,
    site: Site,
    language: str = "en",
    *,
    summary: dict[str, str] | None = None,
    opens: datetime.date | None = None,
    closes: datetime.date | None = None,
    organisers: Iterable[tuple[dict[str, str], str]] = (),
    works: Iterable[tuple[dict[str, str], str]] = (),
) -> dict[str, Any]:
    """An ExhibitionEvent held on this site; organisers are (names, slug), works are (titles, public id)."""
    address = site.page(f"/exhibitions/{slug}/", language)
    return _said(
        {
            "@context": CONTEXT,
            "@type": "ExhibitionEvent",
            "@id": site.page(f"/exhibitions/{slug}/"),
            "url": address,
            "name": _text(titles, language),
            "description": _text(summary or {}, language),
            "startDate": opens.isoformat() if opens else None,
            "endDate": closes.isoformat() if closes else None,
            "eventAttendanceMode": f"{CONTEXT}/OnlineEventAttendanceMode",
            "location": {"@type": "VirtualLocation", "url": address},
            "organizer": [
                {"@type": "Museum", "@id": site.museum(to), "name": _text(names, language)}
                for names, to in organisers
            ],
            "workFeatured": [
                {"@type": "VisualArtwork", "url": site.artwork(to, language), "name": _text(names, language)}
                for names, to in works
            ],
            "isAccessibleForFree": True,
        }
    )


def breadcrumbs(steps: Iterable[tuple[str, str]], site: Site) -> dict[str, Any]:
    """A BreadcrumbList; steps are (name, path or address) from the home page to this one."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": site.absolute(path)}
            for place, (name, path) in enumerate(steps, 1)
        ],
    }


def website(site: Site, language: str = "en") -> dict[str, Any]:
    """The WebSite with its search, for the home page."""
    return {
        "@context": CONTEXT,
        "@type": "WebSite",
        "@id": f"{site.url}/",
        "url": site.page("/", language),
        "name": "Virtual Collection of Masterpieces",
        "publisher": {"@type": "Organization", "name": site.network},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{site.page('/artworks/', language)}?q={{q}}"},
            "query-input": "required name=q",
        },
    }


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known: search engines take an empty value for a fault."""
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _text(value: dict[str, str], language: str) -> str | None:
    """The text for a reader of `language`: theirs, English, or whatever there is."""
    return value.get(language) or value.get("en") or next(iter(value.values()), None)


def _others(value: dict[str, str], language: str) -> list[dict[str, str]]:
    shown = _text(value, language)
    return [
        {"@value": text, **({"@language": tag} if tag != "und" else {})}
        for tag, text in value.items()
        if text != shown
    ]


def _keeper(keeper: dict[str, Any], site: Site, language: str) -> dict[str, Any]:
    address = site.museum(keeper["slug"])
    return {"@type": "Museum", "@id": address, "url": address, "name": _text(keeper["names"], language)}


def _creator(agent: dict[str, Any], language: str) -> dict[str, Any]:
    same = f"http://vocab.getty.edu/ulan/{agent['ulan']}" if agent["ulan"] else None
    return _said({"@type": "Person", "name": _text(agent["labels"], language), "sameAs": same})


def _claim(claim: dict[str, Any], record: dict[str, Any], site: Site, language: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "CreativeWork",
            "name": str(CLAIM_OPEN),
            "text": _text(claim["wording"], language),
            "dateCreated": claim["opened_date"],
            "url": f"{site.artwork(record['id'], language)}#claim",
        }
    )


def _date(record: dict[str, Any]) -> str | None:
    """ISO 8601 years, as schema.org wants a date; the museum's words if there are none."""
    first, last = record["earliest_year"], record["latest_year"]
    if first is None or last is None:
        return record["display_date"]
    years = [f"-{-year:04d}" if year < 0 else f"{year:04d}" for year in (first, last)]
    return years[0] if first == last else "/".join(years)


def _place(record: dict[str, Any], language: str) -> dict[str, Any] | None:
    place = record["production_place"]
    country = record["production_country"]
    name = _text(place["labels"], language) if place else country
    if not name:
        return None
    return _said({"@type": "Place", "name": name, "address": country})


def _sizes(dimensions: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """Height, width, depth and weight of the whole work."""
    return {
        size["kind"]: {
            "@type": "QuantitativeValue",
            "value": float(size["value"]),
            "unitCode": _UNITS[size["unit"]],
            "unitText": size["unit"],
        }
        for size in dimensions
        if size["kind"] in _SIDES and not size["part"]
    }


def _image(picture: Picture, record: dict[str, Any], site: Site, language: str) -> dict[str, Any]:
    return _said(
        {
            "@type": "ImageObject",
            "contentUrl": picture.largest.url,
            "width": picture.largest.width,
            "height": picture.largest.height,
            "caption": _text(picture.caption, language),
            "license": picture.rights,
            "acquireLicensePage": site.artwork(record["id"], language),
            "creditText": picture.credit or _text(record["museum"]["names"], language),
            "thumbnailUrl": picture.smallest.url,
        }
    )
