"""A result that somebody follows: Atom 1.0 (RFC 4287) and JSON Feed 1.1, written from entries. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
_XML = "http://www.w3.org/XML/1998/namespace"
ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"
JSON_VERSION = "https://jsonfeed.org/version/1.1"
# What XML 1.0 (§ 2.2) may not hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """A work in a feed. `id` never changes; `image` is (address, media type)."""

    id: str
    url: str
    title: str
    title_lang: str
    author: str
    author_url: str
    published: datetime
    updated: datetime
    summary: str
    tags: Sequence[str]
    image: tuple[str, str] | None


@dataclass(frozen=True, slots=True)
class Feed:
    """What stands above the entries. `address` is the feed's own, `page` that of the result for people."""

    address: str
    page: str
    title: str
    network: str
    language: str
    updated: datetime
    entries: Sequence[Entry]
    next_address: str = ""


def atom(feed: Feed) -> bytes:
    """The feed as an Atom document in UTF-8. Its id is its own address."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {f"{{{_XML}}}lang": feed.language})
    _text(root, "id", feed.address)
    _text(root, "title", feed.title)
    _text(root, "updated", _instant(feed.updated))
    _link(root, "self", feed.address, ATOM_TYPE)
    _link(root, "alternate", feed.page, "text/html")
    if feed.next_address:
        _link(root, "next", feed.next_address, ATOM_TYPE)
    _text(ET.SubElement(root, f"{{{ATOM}}}author"), "name", feed.network)
    for entry in feed.entries:
        _entry(root, entry)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _entry(root: ET.Element, entry: Entry) -> None:
    node = ET.SubElement(root, f"{{{ATOM}}}entry")
    _text(node, "id", entry.id)
    _text(node, "title", entry.title).set(f"{{{_XML}}}lang", entry.title_lang)
    _text(node, "published", _instant(entry.published))
    _text(node, "updated", _instant(entry.updated))
    author = ET.SubElement(node, f"{{{ATOM}}}author")
    _text(author, "name", entry.author)
    _text(author, "uri", entry.author_url)
    _link(node, "alternate", entry.url, "text/html")
    if entry.image:
        _link(node, "enclosure", *entry.image)
    for tag in entry.tags:
        ET.SubElement(node, f"{{{ATOM}}}category", {"term": _clean(tag)})
    _text(node, "summary", entry.summary)


def _text(parent: ET.Element, name: str, text: str) -> ET.Element:
    node = ET.SubElement(parent, f"{{{ATOM}}}{name}")
    node.text = _clean(text)
    return node


def _link(parent: ET.Element, rel: str, href: str, media_type: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}link", {"rel": rel, "href": href, "type": media_type})


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _instant(at: datetime) -> str:
    """RFC 3339, to the second."""
    return at.isoformat(timespec="seconds").replace("+00:00", "Z")


def json_feed(feed: Feed) -> dict[str, Any]:
    """The same as JSON Feed 1.1."""
    return {
        "version": JSON_VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        **({"next_url": feed.next_address} if feed.next_address else {}),
        "language": feed.language,
        "authors": [{"name": feed.network}],
        "items": [_item(entry) for entry in feed.entries],
    }


def _item(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.summary,
        **({"image": entry.image[0]} if entry.image else {}),
        "date_published": _instant(entry.published),
        "date_modified": _instant(entry.updated),
        "authors": [{"name": entry.author, "url": entry.author_url}],
        "tags": list(entry.tags),
        "language": entry.title_lang,
    }
