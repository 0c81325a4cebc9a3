"""Several works as a IIIF Presentation 3 collection of their manifests. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from collection.exports.claims import CLAIM_OPEN
from collection.exports.iiif import CONTEXT
from collection.exports.site import Site, in_every_language


def iiif_collection(own: str, label: dict[str, str], works: Sequence[Any], site: Site) -> dict[str, Any]:
    """The collection at the address `own`; `works` in this order, their titles fetched before."""
    return {
        "@context": CONTEXT,
        "id": own,
        "type": "Collection",
        "label": {language: [text] for language, text in label.items()},
        "items": [
            {
                "id": site.manifest(work.public_id),
                "type": "Manifest",
                "label": _titles(work),
                **({"summary": _flag()} if work.has_open_claim else {}),
            }
            for work in works
        ],
    }


def _flag() -> dict[str, list[str]]:
    return {language: [text] for language, text in in_every_language(CLAIM_OPEN).items()}


def _titles(work: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for title in work.titles.all():
        found.setdefault("none" if title.language == "und" else title.language, []).append(title.text)
    return found or {"none": [work.public_id]}
