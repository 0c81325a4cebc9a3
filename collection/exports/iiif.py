"""A IIIF Presentation 3 manifest of a work, written from its public record and its pictures. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from collection.dates.display import years_text
from collection.exports.claims import claim_words
from collection.exports.pictures import Picture
from collection.exports.record import is_covered
from collection.exports.site import Site, in_every_language
from collection.images.iiif_request import Size
from collection.images.visible import largest_answer

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
MEDIA_TYPE = f'application/ld+json;profile="{CONTEXT}"'

THUMBNAIL = 400  # pixels of the longer side
# Labels of the facts; a manifest is read in all languages at once.
_LABELS = {
    "notice": _("Notice"),
    "claim": _("Claim"),
    "date": _("Date"),
    "maker": _("Maker"),
    "culture": _("Culture or period"),
    "type": _("Object type"),
    "materials": _("Materials and techniques"),
    "size": _("Dimensions"),
    "museum": _("Museum"),
    "number": _("Accession number"),
    "ark": _("Persistent identifier"),
    "attribution": _("Attribution"),
}
_DEMONSTRATION = _("Demonstration record, compiled from public knowledge, not yet verified by the museum.")
_RECORD_AS_JSON = _("The record as JSON")


def manifest(record: dict[str, Any], pictures: Sequence[Picture], site: Site) -> dict[str, Any]:
    """The manifest of `record` (collection.exports.record) with one canvas a picture."""
    own = site.manifest(record["id"])
    summary = _texts(record["masterpiece_statement"] or record["description"])
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "Manifest",
        "label": _titles(record),
        **({"summary": summary} if summary else {}),
        "metadata": _metadata(record, site),
        "requiredStatement": {
            "label": _label("attribution"),
            "value": _attribution(record, pictures),
        },
        **({"rights": record["rights"]} if record["rights"] else {}),
        "provider": [_provider(record["museum"], site)],
        **({} if is_covered(record) else {"thumbnail": [_thumbnail(pictures[0], site)]}),
        "homepage": _homepage(record, site),
        "seeAlso": [
            {
                "id": site.artwork_json(record["id"]),
                "type": "Dataset",
                "format": "application/json",
                "label": _texts(in_every_language(_RECORD_AS_JSON)),
            }
        ],
        "items": [_canvas(picture, own, _titles(record), site) for picture in pictures],
    }


def _texts(value: dict[str, str]) -> dict[str, list[str]]:
    """A language map of ours as IIIF's: an unknown language is `none` there."""
    return {("none" if tag == "und" else tag): [text] for tag, text in value.items()}


def _label(name: str) -> dict[str, list[str]]:
    return _texts(in_every_language(_LABELS[name]))


def _titles(record: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for title in record["title_details"]:
        tag = "none" if title["language"] == "und" else title["language"]
        found.setdefault(tag, []).append(title["text"])
    return found or {"none": [record["id"]]}


def _metadata(record: dict[str, Any], site: Site) -> list[dict[str, Any]]:
    museum = record["museum"]
    date = record["display_date"] or years_text(record["earliest_year"], record["latest_year"])
    materials = "; ".join(filter(None, [record["display_materials"], record["display_techniques"]]))
    culture = _texts(record["culture"]["labels"]) if record["culture"] else {}
    notice = record["display_notice"]
    facts: list[tuple[str, dict[str, list[str]]]] = [
        ("notice", _texts(notice["words"]) if notice else {}),
        ("claim", _claims(record)),
        ("date", _plain(date)),
        ("maker", _plain(record["display_creator"]) or _listed(record["agents"])),
        ("culture", _plain(record["display_culture"]) or culture),
        ("type", _listed(record["object_types"]) or _plain(record["display_object_type"])),
        ("materials", _plain(materials) or _listed(record["materials"])),
        ("size", _plain(record["display_dimensions"])),
        ("museum", _texts(museum["names"])),
        ("number", _plain(record["accession_number"])),
        ("ark", _plain(site.ark(record["ark"]))),
    ]
    return [{"label": _label(name), "value": value} for name, value in facts if value]


def _plain(text: str | None) -> dict[str, list[str]]:
    """A text in the museum's words, whose language nobody says."""
    return {"none": [text]} if text else {}


def _listed(terms: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """The labels of several terms, gathered by language."""
    found: dict[str, list[str]] = {}
    for term in terms:
        for tag, label in term["labels"].items():
            found.setdefault("none" if tag == "und" else tag, []).append(label)
    return found


def _attribution(record: dict[str, Any], pictures: Sequence[Picture]) -> dict[str, list[str]]:
    """Credit line (else the museum), credits of the photographs, the museum's notice, and what is not verified."""
    line = record["credit_line"] or record["museum"]["names"]
    credits = list(dict.fromkeys(picture.credit for picture in pictures if picture.credit))
    values = {tag: [*texts, *credits] for tag, texts in _texts(line).items()}
    for words in (
        *claim_words(record),
        record["display_notice"]["words"] if record["display_notice"] else {},
        in_every_language(_DEMONSTRATION) if record["is_demonstration"] else {},
    ):
        for tag, sentences in _texts(words).items():
            values.setdefault(tag, []).extend(sentences)
    return values


def _claims(record: dict[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for words in claim_words(record):
        for tag, sentences in _texts(words).items():
            found.setdefault(tag, []).extend(sentences)
    return found


def _provider(museum: dict[str, Any], site: Site) -> dict[str, Any]:
    address = site.museum(museum["slug"])
    name = _texts(museum["names"])
    page = {"id": address, "type": "Text", "label": name, "format": "text/html"}
    return {"id": address, "type": "Agent", "label": name, "homepage": [page]}


def _homepage(record: dict[str, Any], site: Site) -> list[dict[str, Any]]:
    return [
        {
            "id": site.artwork(record["id"], language),
            "type": "Text",
            "label": _titles(record),
            "format": "text/html",
            "language": [language],
        }
        for language, _name in settings.LANGUAGES
    ]


def _canvas(picture: Picture, own: str, title: dict[str, list[str]], site: Site) -> dict[str, Any]:
    """One picture on a canvas as large as everybody may see it; ids hang on the manifest's."""
    return canvas_of(
        picture, f"{own}/canvas/{picture.id}", _texts(picture.caption) or title, _body(picture, site)
    )


def canvas_of(
    picture: Picture, canvas: str, label: dict[str, list[str]], body: dict[str, Any]
) -> dict[str, Any]:
    """A canvas with the id `canvas`, as large as its picture's body says or the service gives."""
    served = "service" in body
    return {
        "id": canvas,
        "type": "Canvas",
        "label": label,
        "width": picture.extent[0] if served else body["width"],
        "height": picture.extent[1] if served else body["height"],
        **({"rights": picture.rights} if picture.rights else {}),
        "items": [
            {
                "id": f"{canvas}/page",
                "type": "AnnotationPage",
                "items": [
                    {
                        "id": f"{canvas}/page/painting",
                        "type": "Annotation",
                        "motivation": "painting",
                        "body": body,
                        "target": canvas,
                    }
                ],
            }
        ],
    }


def body_of(picture: Picture, site: Site) -> dict[str, Any]:
    """What is painted on a picture's canvas, with its image services."""
    return _body(picture, site)


def _body(picture: Picture, site: Site) -> dict[str, Any]:
    """The largest answer of the image service, and both services, the newer first."""
    width, height = largest_answer(Size(*picture.extent))
    return {
        "id": f"{picture.service(site)}/full/max/0/default.jpg",
        "type": "Image",
        "format": "image/jpeg",
        "width": width,
        "height": height,
        "service": _services(picture, site),
    }


def _services(picture: Picture, site: Site) -> list[dict[str, Any]]:
    return [
        {"id": picture.service(site), "type": "ImageService3", "profile": "level2"},
        {
            "@id": picture.service(site, 2),
            "@type": "ImageService2",
            "profile": "http://iiif.io/api/image/2/level2.json",
        },
    ]


def _thumbnail(picture: Picture, site: Site) -> dict[str, Any]:
    """The smallest copy; of a drawing a picture in pixels, since not every viewer draws SVG."""
    if picture.is_drawing:
        scale = THUMBNAIL / max(picture.extent)
        width, height = (max(1, round(side * scale)) for side in picture.extent)
        url, kind = f"{picture.service(site)}/full/{width},{height}/0/default.jpg", "image/jpeg"
    else:
        copy = picture.smallest
        url, kind, width, height = copy.url, copy.media_type, copy.width, copy.height
    return {
        "id": url,
        "type": "Image",
        "format": kind,
        "width": width,
        "height": height,
        "service": _services(picture, site),
    }
