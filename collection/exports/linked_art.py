"""A work as Linked Art 1.0 (CIDOC CRM as JSON-LD): what it is, where and when it was made, and what influenced its making.

P15 *was influenced by* stands on the production, where Linked Art has it. Because that says neither what kind of influence
it was nor who says so, each claim is an E13 *attribute assignment* beside it, with its words, its kinds, its certainty, its
evidence and who asserts it; a claim that is disputed stands beside the one that disputes it. Pure.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any
from urllib.parse import quote_plus

from collection.enums import AgentKind
from collection.exports.claims import claim_words
from collection.exports.site import Site
from collection.models import Artwork, Culture, Influence

CONTEXT = "https://linked.art/ns/v1/linked-art.json"
MEDIA_TYPE = f'application/ld+json;profile="{CONTEXT}"'
_ULAN = "http://vocab.getty.edu/ulan/"
_AAT = "http://vocab.getty.edu/aat/"
_PRIMARY, _ACCESSION, _DESCRIPTION = (f"{_AAT}{number}" for number in ("300404670", "300312355", "300435416"))
_INFLUENCED_BY = {
    "id": "http://www.cidoc-crm.org/cidoc-crm/P15_was_influenced_by",
    "type": "Type",
    "_label": "influenced_by",
}
_LOC, _ISO_639 = "http://id.loc.gov/vocabulary/", {2: "iso639-1", 3: "iso639-2"}  # by the length of a tag
_UNITS = {"mm": "300379097", "cm": "300379098", "m": "300379099", "g": "300379225", "kg": "300379226"}
_SIDES = {"height": "300055644", "width": "300055647", "depth": "300072633", "weight": "300056240"}


def linked_art(
    record: dict[str, Any], received: Sequence[Influence], persons: Collection[str], site: Site
) -> dict[str, Any]:
    """A HumanMadeObject from a public record. `received` are the public claims of what influenced the work, `persons` the ids
    of those of its makers who are persons, not groups."""
    return _said(
        {
            "@context": CONTEXT,
            "id": site.ark(record["ark"]),
            "type": "HumanMadeObject",
            "_label": next(iter(record["titles"].values()), record["id"]),
            "classified_as": [_term(term, "type", site) for term in record["object_types"]],
            "identified_by": [*_names(record), *_number(record)],
            "referred_to_by": [
                *(
                    _words(text, tag, "description", _DESCRIPTION)
                    for tag, text in record["description"].items()
                ),
                *(_words(text, tag, "claim") for said in claim_words(record) for tag, text in said.items()),
            ],
            "made_of": [_term(term, "material", site, "Material") for term in record["materials"]],
            "shows": _shows(record, site),
            "dimension": [_dimension(one) for one in record["dimensions"] if one["unit"] in _UNITS],
            "current_custodian": [_museum(record, site)],
            "produced_by": _production(record, received, persons, site),
            "subject_of": [_page(record, site)],
            "equivalent": _equivalents(record),
        }
    )


def _production(
    record: dict[str, Any], received: Sequence[Influence], persons: Collection[str], site: Site
) -> dict[str, Any]:
    place = record["production_place"]
    sources = {_id(one.source, site): _thing(one.source, site) for one in received}
    return _said(
        {
            "type": "Production",
            "timespan": _timespan(record),
            "carried_out_by": [_maker(one, persons, site) for one in record["agents"]],
            "technique": [_term(term, "technique", site) for term in record["techniques"]],
            "took_place_at": [
                {
                    "id": site.page(f"/artworks/?place={place['id']}"),
                    "type": "Place",
                    "_label": next(iter(place["labels"].values()), place["slug"]),
                }
            ]
            if place
            else [],
            "influenced_by": list(sources.values()),
            "attributed_by": [assignment(one, site) for one in received],
        }
    )


def _maker(agent: dict[str, Any], persons: Collection[str], site: Site) -> dict[str, Any]:
    label = next(iter(agent["labels"].values()), agent["slug"])
    return _actor(label, agent["ulan"], agent["id"] in persons, site)


def _actor(label: str, ulan: str | None, is_person: bool, site: Site) -> dict[str, Any]:
    """By the Getty's address where it is known, else by that of the works here that bear the name."""
    address = f"{_ULAN}{ulan}" if ulan else site.page(f"/artworks/?q={quote_plus(label)}")
    return {"id": address, "type": "Person" if is_person else "Group", "_label": label}


def assignment(claim: Influence, site: Site) -> dict[str, Any]:
    """E13: that this production was influenced by that, says who, on what evidence, how sure."""
    return _said(
        {
            "id": site.absolute(f"/influences/claims/#{claim.public_id}"),
            "type": "AttributeAssignment",
            "_label": str(claim),
            "assigned_property": _INFLUENCED_BY,
            "assigned": [_thing(claim.source, site)],
            "carried_out_by": _voices(claim, site),
            "classified_as": [
                *({"type": "Type", "_label": kind} for kind in claim.kinds),
                {"type": "Type", "_label": f"certainty: {claim.certainty}"},
            ],
            "referred_to_by": [
                *(_words(text, tag, "statement") for tag, text in claim.statement.items()),
                *(_words(text, tag, "evidence") for tag, text in claim.evidence.items()),
            ],
        }
    )


def _voices(claim: Influence, site: Site) -> list[dict[str, Any]]:
    """Nobody is named who did not assert it."""
    if claim.asserted_by_museum:
        museum = claim.asserted_by_museum
        return [{"id": site.museum(museum.slug), "type": "Group", "_label": str(museum)}]
    agent = claim.asserted_by_agent
    return [_actor(str(agent), agent.ulan, agent.kind == AgentKind.PERSON, site)] if agent else []


def _id(thing: Artwork | Culture, site: Site) -> str:
    if isinstance(thing, Artwork):
        return site.ark(thing.ark)
    return site.page(f"/cultures/{thing.slug}/")


def _thing(thing: Artwork | Culture, site: Site) -> dict[str, Any]:
    if isinstance(thing, Artwork):
        return {"id": _id(thing, site), "type": "HumanMadeObject", "_label": thing.title_text}
    return {"id": _id(thing, site), "type": "Type", "_label": thing.labels.get("en", thing.slug)}


def _term(term: dict[str, Any], facet: str, site: Site, kind: str = "Type") -> dict[str, Any]:
    """By the Getty's address where it is known, else by that of its works here."""
    label = next(iter(term["labels"].values()), term["slug"])
    own = site.page(f"/artworks/?{facet}={term['slug']}")
    return {"id": f"{_AAT}{term['aat']}" if term.get("aat") else own, "type": kind, "_label": label}


def _names(record: dict[str, Any]) -> Iterable[dict[str, Any]]:
    primary = [{"id": _PRIMARY, "type": "Type", "_label": "primary name"}]
    for number, (language, text) in enumerate(record["titles"].items()):
        yield _said(
            {
                "type": "Name",
                "content": text,
                "classified_as": [] if number else primary,
                "language": _language(language),
            }
        )


def _number(record: dict[str, Any]) -> list[dict[str, Any]]:
    numbers = [("accession number", record["accession_number"])] if record["accession_number"] else []
    found = [
        {
            "type": "Identifier",
            "content": text,
            "classified_as": [{"id": _ACCESSION, "type": "Type", "_label": label}],
        }
        for label, text in numbers
    ]
    return [*found, {"type": "Identifier", "content": record["ark"]}]


def _words(text: str, language: str, label: str, kind: str = "") -> dict[str, Any]:
    return _said(
        {
            "type": "LinguisticObject",
            "content": text,
            "classified_as": [_said({"id": kind, "type": "Type", "_label": label})],
            "language": _language(language),
        }
    )


def _language(tag: str) -> list[dict[str, str]]:
    """By the Library of Congress's address of the language, which scripts and countries do not change."""
    code = tag.split("-")[0]
    if code == "und" or len(code) not in _ISO_639:
        return []
    return [{"id": f"{_LOC}{_ISO_639[len(code)]}/{code}", "type": "Language", "_label": tag}]


def _shows(record: dict[str, Any], site: Site) -> list[dict[str, Any]]:
    """What a work has on it, subjects and motifs: a thing of its own, of which an object names no more than the label."""
    seen = [*record["subjects"], *record["motifs"]]
    label = "; ".join(next(iter(one["labels"].values()), one["slug"]) for one in seen)
    return [{"id": f"{site.ark(record['ark'])}#shows", "type": "VisualItem", "_label": label}] if seen else []


def _dimension(one: dict[str, Any]) -> dict[str, Any]:
    side = _SIDES.get(one["kind"])
    return _said(
        {
            "type": "Dimension",
            "value": float(one["value"]),
            "unit": {"id": f"{_AAT}{_UNITS[one['unit']]}", "type": "MeasurementUnit", "_label": one["unit"]},
            "classified_as": [
                _said({"id": f"{_AAT}{side}" if side else None, "type": "Type", "_label": one["kind"]})
            ],
        }
    )


def _museum(record: dict[str, Any], site: Site) -> dict[str, Any]:
    return {"id": site.museum(record["museum"]["slug"]), "type": "Group", "_label": record["museum"]["name"]}


def _timespan(record: dict[str, Any]) -> dict[str, Any] | None:
    if record["earliest_year"] is None or record["latest_year"] is None:
        return None
    words = record["display_date"]
    return _said(
        {
            "type": "TimeSpan",
            "identified_by": [{"type": "Name", "content": words}] if words else [],
            "begin_of_the_begin": f"{_year(record['earliest_year'])}-01-01T00:00:00Z",
            "end_of_the_end": f"{_year(record['latest_year'])}-12-31T23:59:59Z",
        }
    )


def _year(year: int) -> str:
    """ISO 8601 with the astronomical year zero, as XSD 1.1 has it."""
    return f"{year:05d}" if year < 0 else f"{year:04d}"


def _page(record: dict[str, Any], site: Site) -> dict[str, Any]:
    """The page, the manifest, and what the portal is."""
    pages = [(site.artwork(record["id"]), "text/html"), (site.manifest(record["id"]), "application/ld+json")]
    return {
        "type": "LinguisticObject",
        "digitally_carried_by": [
            {"type": "DigitalObject", "format": kind, "access_point": [{"id": url, "type": "DigitalObject"}]}
            for url, kind in pages
        ],
    }


def _equivalents(record: dict[str, Any]) -> list[dict[str, str]]:
    return [{"id": one["url"], "type": "HumanMadeObject"} for one in record["external_ids"] if one["url"]]


def _said(thing: dict[str, Any]) -> dict[str, Any]:
    """Without what nobody said."""
    return {name: value for name, value in thing.items() if value not in (None, [], "", {})}
