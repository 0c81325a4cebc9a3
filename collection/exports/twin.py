"""The `.json` twin of a work's page: its public record, what a result of a search says of it, and its ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from collection.exports.claims import open_claims
from collection.exports.pictures import Picture
from collection.exports.record import is_covered
from collection.exports.site import Site
from collection.models import Artwork, Influence


def twin(
    record: dict[str, Any],
    pictures: Sequence[Picture],
    influences: Iterable[Influence],
    site: Site,
    *,
    version: int | None = None,
) -> dict[str, Any]:
    """`record` (collection.exports.record) with addresses, pictures, version and statements of influence.

    `influences` are the public ones that touch the work, `.with_ends()` and witnesses prefetched.
    """
    titles = record["titles"]
    tag = "en" if "en" in titles else next(iter(titles), None)
    first = next((picture for picture in pictures if not (picture.is_drawing or is_covered(record))), None)
    object_types = record["object_types"]
    return {
        "id": record["id"],
        "source_id": record["source_id"],
        "url": site.artwork(record["id"]),
        "title": titles[tag] if tag else None,
        "lang": tag,
        "object_type": object_types[0]["slug"] if object_types else None,
        "country": record["production_country"],
        "thumbnail": first.smallest.url if first else None,
        "iiif_image": first.service(site) if first else None,
        "manifest": site.manifest(record["id"]),
        "version": version,
        "claim": "open" if open_claims(record) else None,
        **record,
        "pictures": [_picture(picture, site) for picture in pictures],
        "influences": [_influence(influence, record["id"], site) for influence in influences],
    }


def _picture(picture: Picture, site: Site) -> dict[str, Any]:
    return {
        "id": picture.id,
        "url": picture.largest.url,
        "width": picture.largest.width,
        "height": picture.largest.height,
        "media_type": picture.largest.media_type,
        "iiif_image": picture.service(site),
        "caption": picture.caption,
        "credit": picture.credit,
        "rights": picture.rights,
        "is_drawing": picture.is_drawing,
    }


def _influence(influence: Influence, public_id: str, site: Site) -> dict[str, Any]:
    """One statement; `part` says what this work has to do with it: source, target or witness."""
    source, target = influence.source, influence.target
    part = "witness"
    if public_id in (source.public_id, target.public_id):
        part = "source" if source.public_id == public_id else "target"
    museum, agent = influence.asserted_by_museum, influence.asserted_by_agent
    return {
        "id": influence.public_id,
        "part": part,
        "source": _end(source, site),
        "target": _end(target, site),
        "kinds": list(influence.kinds),
        "certainty": influence.certainty,
        "statement": influence.statement,
        "evidence": influence.evidence,
        "asserted_by": (museum and museum.names) or (agent and agent.labels) or None,
    }


def _end(end: Any, site: Site) -> dict[str, Any]:
    if isinstance(end, Artwork):
        labels = {title.language: title.text for title in reversed(list(end.titles.all()))}
        return {"kind": "artwork", "id": end.public_id, "url": site.artwork(end.public_id), "labels": labels}
    return {
        "kind": "culture",
        "id": end.public_id,
        "slug": end.slug,
        "url": site.page(f"/cultures/{end.slug}/"),
        "labels": end.labels,
    }
