"""A release as a IIIF Presentation 3 manifest: one canvas a work, in the order of walking, and a range for each room."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from collection.exports.card import COVERED
from collection.exports.iiif import CONTEXT, body_of, canvas_of
from collection.exports.pictures import copy_within, drawing_of, pictures_of
from collection.exports.site import Site, in_every_language
from collection.models import Artwork
from exhibitions.arrangement import Wall
from exhibitions.blocks.richtext import plain
from exhibitions.enums import BlockKind
from exhibitions.exports.walk import Walk, absence

_RELEASE, _MUSEUM, _DATE, _ATTRIBUTION = _("Number of the release"), _("Museum"), _("Date"), _("Attribution")
_NOTE_SIDE = 1000  # of a canvas on which nothing may be painted now
Texts = dict[str, list[str]]


def manifest_of(walk: Walk, site: Site) -> dict[str, Any]:
    """The manifest of the release that was walked through. A work that may not be shown now keeps its canvas, with the
    courteous note as its label and nothing painted on it."""
    shown, release = walk.exhibition, walk.release
    if release is None:
        raise ValueError("a manifest is of a release")
    own = site.release_manifest(shown.slug, release.number)
    canvases = {
        key: _canvas(key, number, own, walk, site) for number, key in enumerate(_order(walk), start=1)
    }
    museums = sorted({museum.name for museum, _count in walk.lenders})
    summary = _texts({tag: plain(text) for tag, text in (shown.summary or shown.introduction).items()})
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "Manifest",
        "label": _texts(shown.titles),
        **({"summary": summary} if summary else {}),
        "metadata": [{"label": _words(_RELEASE), "value": {"none": [str(release.number)]}}],
        "requiredStatement": {
            "label": _words(_ATTRIBUTION),
            "value": {"none": [*release.document["curators"], *museums, site.network]},
        },
        "homepage": [
            {
                "id": site.release(shown.slug, release.number, language),
                "type": "Text",
                "label": _texts(shown.titles),
                "format": "text/html",
                "language": [language],
            }
            for language, _name in settings.LANGUAGES
        ],
        "items": list(canvases.values()),
        **({"structures": ranges} if (ranges := _ranges(walk, own, canvases)) else {}),
    }


def _order(walk: Walk) -> list[int]:
    return list(walk.places)


def _ranges(walk: Walk, own: str, canvases: dict[int, dict[str, Any]]) -> list[dict[str, Any]]:
    """A range a room with works in it; its canvases in the order of walking."""
    ranges = []
    for number, room in enumerate(walk.sections, start=1):
        keys = dict.fromkeys(key for wall in room.walls for key in wall.works)
        items = [{"id": canvases[key]["id"], "type": "Canvas"} for key in keys]
        if items:
            label = _texts(room.titles)
            ranges.append({"id": f"{own}/range/{number}", "type": "Range", "label": label, "items": items})
    return ranges


def _canvas(key: int, number: int, own: str, walk: Walk, site: Site) -> dict[str, Any]:
    work = walk.works.get(key)
    if work is None:
        place = f"{own}/canvas/place-{number}"
        return {
            "id": place,
            "type": "Canvas",
            "label": _absence(key, walk),
            "width": _NOTE_SIDE,
            "height": _NOTE_SIDE,
            "items": [{"id": f"{place}/page", "type": "AnnotationPage", "items": []}],
        }
    summary = _label(key, walk)
    canvas = _painted(work, f"{own}/canvas/{work.public_id}", walk, site)
    return {
        **canvas,
        **({"summary": summary} if summary else {}),
        "metadata": _metadata(work),
        "homepage": [
            {
                "id": site.artwork(work.public_id),
                "type": "Text",
                "label": _titles(work),
                "format": "text/html",
                "language": ["en"],
            }
        ],
    }


def _painted(work: Artwork, canvas: str, walk: Walk, site: Site) -> dict[str, Any]:
    """The first picture; no larger than the museum lent it, then without an image service, which has no such limit."""
    loan = walk.loans.get(work.pk)
    is_covered = work.display_notice_kind in COVERED
    if loan is not None and loan.largest_side and not is_covered:
        within = copy_within(work, loan.largest_side, site)
        if within is not None:
            picture, copy = within
            body = {
                "id": copy.url,
                "type": "Image",
                "format": copy.media_type,
                "width": copy.width,
                "height": copy.height,
            }
            return canvas_of(picture, canvas, _titles(work), body)
    picture = drawing_of(work, site) if is_covered else pictures_of(work, site)[0]
    return canvas_of(picture, canvas, _titles(work), body_of(picture, site))


def _label(key: int, walk: Walk) -> Texts:
    """The exhibition's own label of a work."""
    walls = (wall for room in walk.sections for wall in room.walls)
    own: Wall | None = next((w for w in walls if w.kind == BlockKind.ARTWORK and w.works == (key,)), None)
    return _texts({tag: plain(text) for tag, text in own.text.items()}) if own else {}


def _absence(key: int, walk: Walk) -> Texts:
    found = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            found[language] = [absence(walk.keepers[key], walk.loans.get(key))]
    return found


def _metadata(work: Artwork) -> list[dict[str, Any]]:
    facts = [
        (_MUSEUM, _texts(work.museum.names)),
        (_DATE, {"none": [work.display_date]} if work.display_date else {}),
    ]
    return [{"label": _words(label), "value": value} for label, value in facts if value]


def _titles(work: Artwork) -> Texts:
    found: Texts = {}
    for title in work.titles.all():
        found.setdefault("none" if title.language == "und" else title.language, []).append(title.text)
    return found or {"none": [work.public_id]}


def _texts(value: dict[str, str]) -> Texts:
    return {("none" if tag == "und" else tag): [text] for tag, text in value.items()}


def _words(words: Any) -> Texts:
    return _texts(in_every_language(words))
