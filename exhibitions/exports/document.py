"""An exhibition as JSON: what its page shows, in every language that was written."""

from __future__ import annotations

from typing import Any

from collection.exports.site import Site
from exhibitions.arrangement import Wall
from exhibitions.exports.walk import Walk
from exhibitions.models import Exhibition, Release
from members.languages import text_in


def summary_of(exhibition: Exhibition, count: int, site: Site, release: Release | None) -> dict[str, Any]:
    """One line of /exhibitions.json."""
    return {
        "slug": exhibition.slug,
        "id": exhibition.public_id,
        "url": site.page(f"/exhibitions/{exhibition.slug}/"),
        "title": text_in(exhibition.titles, "en"),
        "titles": exhibition.titles,
        "artwork_count": count,
        "opens_at": exhibition.opens_at,
        "closes_at": exhibition.closes_at,
        "is_open": exhibition.is_public,
        "release": release.number if release else None,
        "manifest": site.release_manifest(exhibition.slug, release.number) if release else None,
    }


def document_of(walk: Walk, site: Site) -> dict[str, Any]:
    """The `.json` twin."""
    shown = walk.exhibition
    return {
        **summary_of(shown, len(walk.hung), site, walk.release),
        "ark": shown.ark,
        **_release(walk, site),
        "subtitles": shown.subtitles,
        "summary": shown.summary,
        "introduction": shown.introduction,
        "credits": shown.credits,
        "venue": shown.venue or None,
        "venue_from": shown.venue_from,
        "venue_until": shown.venue_until,
        "is_demonstration": shown.is_demonstration,
        "organisers": [museum.slug for museum in walk.organisers],
        "lenders": [{"slug": museum.slug, "names": museum.names, "count": n} for museum, n in walk.lenders],
        "artworks": [walk.works[key].public_id for key in walk.hung],
        "sections": [
            {
                "titles": section.titles,
                "text": section.text,
                "blocks": [_block(wall, walk, site) for wall in section.walls],
            }
            for section in walk.sections
        ],
    }


def _release(walk: Walk, site: Site) -> dict[str, Any]:
    """Which release this is. The sum is that of the document as it was frozen; what may not be shown now is not in it,
    nor what was erased by law since (`erased_at`)."""
    release = walk.release
    if release is None:
        return {}
    return {
        "release_url": site.release(walk.exhibition.slug, release.number),
        "released_at": release.released_at,
        "sha256": release.sha256,
        "erased_at": release.erased_at,
        "latest_release": walk.latest,
        "curators": release.document["curators"],
        "theme": walk.exhibition.theme,
        "languages": walk.exhibition.languages,
    }


def _block(wall: Wall, walk: Walk, site: Site) -> dict[str, Any]:
    """A work that may not be shown is told by its museum and nothing else; its own label goes with it."""
    works = []
    for key in wall.works:
        work = walk.works.get(key)
        if work is None:
            museum = walk.keepers[key].museum.slug
            works.append({"id": None, "museum": museum, "absence": walk.places[key]["absence"]})
        else:
            works.append(
                {
                    "id": work.public_id,
                    "museum": work.museum.slug,
                    "url": site.artwork(work.public_id),
                    "version": walk.versions.get(key),
                    "claim": "open" if work.has_open_claim else None,
                }
            )
    is_bare = bool(works) and all(work["id"] is None for work in works)
    return {
        "kind": wall.kind,
        "title": {} if is_bare else wall.title,
        "text": {} if is_bare else wall.text,
        "attribution": wall.attribution or None,
        "data": {} if is_bare else wall.data,
        "artworks": works,
    }
