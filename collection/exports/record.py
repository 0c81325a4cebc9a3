"""The whole public record of a work as JSON: what a version freezes, and what every other export is written from.

Texts and integers only, so that it has one canonical form; measures and coordinates are texts.
"""

from __future__ import annotations

from typing import Any

from collection.enums import ConceptKind
from collection.exports.card import COVERED
from collection.exports.seal import Sealed, canonical_json, seal
from collection.models import Artwork
from members.languages import text_in

__all__ = ["Sealed", "canonical_json", "is_covered", "public_record", "seal"]

OWN_TEXTS = (
    "display_object_type",
    "display_materials",
    "display_techniques",
    "display_dimensions",
    "display_creator",
    "display_culture",
    "statement_by",
    "rights",
    "source_note",
    "curator_note",
)
OWN_MAPS = ("description", "masterpiece_statement", "credit_line", "provenance_text")
_CONCEPTS = {
    "object_types": ConceptKind.OBJECT_TYPE,
    "materials": ConceptKind.MATERIAL,
    "techniques": ConceptKind.TECHNIQUE,
    "subjects": ConceptKind.SUBJECT,
    "motifs": ConceptKind.MOTIF,
}


def public_record(artwork: Artwork) -> dict[str, Any]:
    """All that a stranger may read of `artwork`; from `.with_record()` without a further query.

    The caller asks whether the work is public. Null is not known or not given. Statements of influence are
    records of their own.
    """
    titles = list(artwork.titles.all())
    return {
        "id": artwork.public_id,
        "ark": artwork.ark,
        "source_id": artwork.source_id or None,
        "museum": _museum(artwork.museum),
        "accession_number": artwork.accession_number or None,
        "accession_missing_reason": artwork.accession_missing_reason or None,
        "titles": {title.language: title.text for title in reversed(titles)},
        "title_details": [
            {"text": t.text, "language": t.language, "kind": t.kind, "is_original": t.is_original}
            for t in titles
        ],
        **{name: getattr(artwork, name) or None for name in OWN_TEXTS},
        **{name: getattr(artwork, name) for name in OWN_MAPS},
        **_concepts(artwork),
        "agents": [_agent(part) for part in artwork.artwork_agents.all()],
        "culture": _term(artwork.culture, region=artwork.culture.region) if artwork.culture else None,
        "epochs": [_term(epoch) for epoch in artwork.epochs.all()],
        **_date(artwork),
        "production_place": _place(artwork.production_place),
        "production_country": artwork.production_country or None,
        "find_place": _place(artwork.find_place),
        "dimensions": [_dimension(dimension) for dimension in artwork.dimensions.all()],
        "inscriptions": [_inscription(inscription) for inscription in artwork.inscriptions.all()],
        "provenance": [_event(event) for event in artwork.provenance_events.all()],
        "claims": [_claim(notice) for notice in artwork.claim_notices.all()],
        "references": [_reference(part) for part in artwork.artwork_references.all()],
        "external_ids": [
            {"scheme": i.scheme, "value": i.value, "url": i.url or None} for i in artwork.external_ids.all()
        ],
        "images": [_image(image) for image in artwork.images.all() if not image.withheld_reason],
        "display_notice": {"kind": artwork.display_notice_kind, "words": artwork.display_notice}
        if artwork.display_notice_kind
        else None,
        "is_demonstration": artwork.is_demonstration,
    }


def is_covered(record: dict[str, Any]) -> bool:
    """True for a work that no list, thumbnail or search engine shows at first sight."""
    return bool(record["display_notice"]) and record["display_notice"]["kind"] in COVERED


def _museum(museum: Any) -> dict[str, Any]:
    return {
        "id": museum.public_id,
        "slug": museum.slug,
        "name": text_in(museum.names, "en"),
        "names": museum.names,
        "city": museum.city or None,
        "country": museum.country,
    }


def _term(term: Any, **more: Any) -> dict[str, Any]:
    return {"id": term.public_id, "slug": term.slug, "labels": term.labels, **more}


def _concepts(artwork: Artwork) -> dict[str, list[dict[str, Any]]]:
    found = list(artwork.concepts.all())
    return {
        name: [_term(concept, aat=concept.aat or None) for concept in found if concept.kind == kind]
        for name, kind in _CONCEPTS.items()
    }


def _agent(part: Any) -> dict[str, Any]:
    more = {"role": part.role, "attribution": part.attribution or None, "ulan": part.agent.ulan or None}
    return _term(part.agent, display_dates=part.agent.display_dates or None, **more)


def _date(thing: Any) -> dict[str, Any]:
    """The date of any dated thing. Outer years are given from the bounds, for generated columns of an unsaved
    row are not known."""
    bounds = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    return {
        "display_date": thing.display_date or None,
        "edtf": thing.edtf or None,
        **{bound: getattr(thing, bound) for bound in bounds},
        "earliest_year": thing.earliest_begin,
        "latest_year": thing.latest_end,
        "date_basis": thing.date_basis,
        "date_note": thing.date_note or None,
    }


def _place(place: Any) -> dict[str, Any] | None:
    if place is None:
        return None
    has_point = place.latitude is not None and place.longitude is not None
    return _term(
        place,
        country=place.country or None,
        latitude=f"{place.latitude:.4f}" if has_point else None,
        longitude=f"{place.longitude:.4f}" if has_point else None,
        precision=place.precision,
    )


def _dimension(dimension: Any) -> dict[str, Any]:
    value = f"{dimension.value.normalize():f}"
    return {"kind": dimension.kind, "value": value, "unit": dimension.unit, "part": dimension.part or None}


def _inscription(inscription: Any) -> dict[str, Any]:
    return {
        "text": inscription.text,
        "language": inscription.language,
        "position": inscription.position or None,
        "translation": inscription.translation,
    }


def _event(event: Any) -> dict[str, Any]:
    return {
        "kind": event.kind,
        "text": event.text,
        "party": event.party_name or None,
        "life": event.party_life or None,
        "clause": event.party_clause or None,
        "origin": event.origin_name or None,
        "through": event.through or None,
        "is_dealer": event.is_dealer,
        "place": _place(event.place),
        "place_name": event.place_name or None,
        **_date(event),
        "certainty": event.certainty,
        "is_direct": event.is_direct,
        "link_certainty": event.link_certainty,
        "doubtful": [name for name in ("party", "place", "date") if getattr(event, f"is_{name}_doubtful")],
        "lot": event.lot or None,
        "price": event.price or None,
        "note": event.note or None,
        "source": event.source or None,
    }


def _claim(notice: Any) -> dict[str, Any]:
    """What everybody may know of a claim; the claim itself is read by nobody here."""
    return {
        "is_open": notice.closed_date is None,
        "opened_date": notice.opened_date.isoformat(),
        "closed_date": notice.closed_date.isoformat() if notice.closed_date else None,
        "since_version": notice.since_version,
        "wording": notice.wording,
        "reply": notice.reply,
        "reply_by": notice.reply_by or None,
    }


def _reference(part: Any) -> dict[str, Any]:
    reference = part.reference
    return {
        "kind": reference.kind,
        "citation": reference.citation,
        "url": reference.url or None,
        "pages": part.pages or None,
    }


def _image(image: Any) -> dict[str, Any]:
    return {
        "id": image.public_id,
        "sha256": image.sha256,
        "format": image.format,
        "width": image.width,
        "height": image.height,
        "caption": image.caption,
        "alt": image.alt,
        "credit": image.credit or None,
        "rights": image.rights,
    }
