"""A work in the Europeana Data Model, as an aggregator takes it: RDF/XML of the external profile.

The thing (`edm:ProvidedCHO`) and the page about it (`ore:Aggregation`). What influenced the work is `edm:isRelatedTo`, which
says that there is a relation and no more: who claims it, of what kind and how surely, stands at the page and in Linked Art.
Pure; written, never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from xml.etree import ElementTree as ET  # only writes

from collection.exports.claims import claim_words
from collection.exports.site import Site
from collection.models import Influence
from collection.rights import Rights

MEDIA_TYPE = "application/rdf+xml; charset=utf-8"
NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "edm": "http://www.europeana.eu/schemas/edm/",
    "ore": "http://www.openarchives.org/ore/terms/",
}
_NO_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
for _prefix, _space in NAMES.items():
    ET.register_namespace(_prefix, _space)


def edm(record: dict[str, Any], received: Sequence[Influence], site: Site) -> bytes:
    """The work and its page. `received` are the public claims of what influenced it."""
    root = ET.Element(_name("rdf:RDF"))
    _thing(
        ET.SubElement(root, _name("edm:ProvidedCHO"), _about(site.ark(record["ark"]))), record, received, site
    )
    address = f"{site.artwork(record['id'])}#aggregation"
    _aggregation(ET.SubElement(root, _name("ore:Aggregation"), _about(address)), record, site)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _thing(thing: ET.Element, record: dict[str, Any], received: Sequence[Influence], site: Site) -> None:
    _maps(thing, "dc:contributor", (agent["labels"] for agent in record["agents"]))
    _maps(thing, "dc:description", [record["description"], *claim_words(record)])
    for number in filter(None, (record["accession_number"], record["ark"])):
        _text(thing, "dc:identifier", number)
    _maps(thing, "dc:subject", (term["labels"] for term in [*record["subjects"], *record["motifs"]]))
    _maps(thing, "dc:title", [record["titles"]])
    _maps(thing, "dc:type", (term["labels"] for term in record["object_types"]))
    if record["display_date"]:
        _text(thing, "dcterms:created", record["display_date"])
    _maps(thing, "dcterms:medium", (term["labels"] for term in record["materials"]))
    places = (record["production_place"], record["find_place"])
    _maps(thing, "dcterms:spatial", (place["labels"] for place in places if place))
    _maps(thing, "dcterms:temporal", (epoch["labels"] for epoch in record["epochs"]))
    for source in dict.fromkeys(_address(claim, site) for claim in received):
        _link(thing, "edm:isRelatedTo", source)
    _text(thing, "edm:type", "IMAGE")


def _aggregation(page: ET.Element, record: dict[str, Any], site: Site) -> None:
    _link(page, "edm:aggregatedCHO", site.ark(record["ark"]))
    _text(page, "edm:dataProvider", record["museum"]["name"])
    _link(page, "edm:isShownAt", site.artwork(record["id"]))
    _text(page, "edm:provider", site.network)
    # Of what is shown: the photograph, else a drawing of ours.
    rights: Any = record["images"][0]["rights"] if record["images"] else Rights.CC0
    _link(page, "edm:rights", str(rights))


def _address(claim: Influence, site: Site) -> str:
    work = claim.source_artwork
    return site.ark(work.ark) if work else site.page(f"/cultures/{claim.source_culture.slug}/")


def _maps(parent: ET.Element, name: str, maps: Iterable[dict[str, str]]) -> None:
    for words in maps:
        for tag, text in words.items():
            _text(parent, name, text, "" if tag == "und" else tag)


def _text(parent: ET.Element, name: str, text: str, language: str = "") -> None:
    part = ET.SubElement(parent, _name(name), {_LANGUAGE: language} if language else {})
    part.text = _NO_XML.sub("", text)


def _link(parent: ET.Element, name: str, address: str) -> None:
    ET.SubElement(parent, _name(name), {_name("rdf:resource"): address})


def _about(address: str) -> dict[str, str]:
    return {_name("rdf:about"): address}


def _name(name: str) -> str:
    prefix, _colon, local = name.partition(":")
    return f"{{{NAMES[prefix]}}}{local}"
