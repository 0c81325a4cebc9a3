"""Answers addresses of the image service, before Django's middleware and without a query where nothing has changed.

A tile is a range of bytes read from its pyramid file; everything else is cut from tiles, a bounded number at a time.
"""

from __future__ import annotations

import json
import logging
import re
import threading
import zipfile
from collections.abc import Mapping
from typing import NamedTuple

from django.conf import settings
from django.db import Error as DatabaseError

from collection.images import iiif_info
from collection.images.cut import cut
from collection.images.iiif_request import FORMATS, BadRequest, Size, Wanted, parse
from collection.images.libvips import pyvips
from collection.images.pyramid import TILE
from collection.images.registry import Facts, registry
from collection.images.signing import MARK, image_id_of
from collection.images.sources import opened, source_of
from collection.images.visible import limits

Headers = list[tuple[str, str]]
MAX_AGE = 3600  # seconds: no cache may keep a picture longer than an hour
PUBLIC = ("Cache-Control", f"public, max-age={MAX_AGE}")
PRIVATE = ("Cache-Control", "private, no-store")
_ADDRESS = re.compile(r"/iiif/([23])/([0-9a-z~]{2,100})(?:/(.*))?")
COMMON: Headers = [
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "Link, ETag"),
    ("X-Content-Type-Options", "nosniff"),
]
_REMEMBERED = 50_000  # addresses of tiles, in each process
_log = logging.getLogger(__name__)


class Answer(NamedTuple):
    """A status with its words, headers, body."""

    status: str
    headers: Headers
    body: bytes


class _Tile(NamedTuple):
    """An address that was a tile: what is left to do is to read it."""

    path: str
    full: tuple[int, int]
    offset: int
    length: int
    etag: str
    headers: Headers


class _Refused(Exception):  # noqa: N818 -- an answer, not a fault
    def __init__(self, status: str, sentence: str, *headers: tuple[str, str]) -> None:
        super().__init__(sentence)
        self.status, self.headers = status, list(headers)


_tiles: dict[str, _Tile] = {}
registry.also_forget(_tiles.clear)
_turns = threading.BoundedSemaphore(settings.IMAGE_SERVICE_AT_ONCE)


def answer(method: str, path: str, asked: Mapping[str, str]) -> Answer:
    """Answer an address below /iiif/. `asked` are request headers as WSGI names them (HTTP_ACCEPT …)."""
    try:
        if method == "GET" and registry.is_trusted and (tile := _tiles.get(path)):
            return _read(tile, asked)
        found = _answer(method, path, asked)
    except _Refused as refusal:
        found = _sentence(refusal.status, str(refusal), *refusal.headers)
    except BadRequest as refusal:
        found = _sentence("400 Bad Request", str(refusal))
    except DatabaseError:
        found = _sentence("503 Service Unavailable", "The catalogue does not answer.", ("Retry-After", "5"))
    except (OSError, KeyError, EOFError, zipfile.BadZipFile, pyvips.Error):
        _log.exception("%s could not be answered", path)
        found = _sentence("500 Internal Server Error", "The picture could not be read.")
    return found._replace(body=b"") if method == "HEAD" else found


def _answer(method: str, path: str, asked: Mapping[str, str]) -> Answer:
    if method == "OPTIONS":
        allowed = [
            ("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
            ("Access-Control-Allow-Headers", "*"),
        ]
        return Answer("204 No Content", [*COMMON, *allowed, ("Access-Control-Max-Age", str(MAX_AGE))], b"")
    if method not in ("GET", "HEAD"):
        raise _Refused(
            "405 Method Not Allowed", "Only GET, HEAD and OPTIONS.", ("Allow", "GET, HEAD, OPTIONS")
        )
    match = _ADDRESS.fullmatch(path)
    if match is None:
        raise _Refused("404 Not Found", "There is no such picture.")
    version, name, rest = int(match[1]), match[2], match[3]
    facts, is_signed = _facts(name)
    base = f"{settings.PUBLIC_URL}/iiif/{version}/{name}"
    keeping = PRIVATE if is_signed else PUBLIC
    if not rest:
        return Answer("303 See Other", [*COMMON, keeping, ("Location", f"{base}/info.json")], b"")
    if rest == "info.json":
        return _information(facts, base, version, keeping, asked)
    return _picture(facts, path, base, rest, version, keeping, asked)


def _facts(name: str) -> tuple[Facts, bool]:
    """The facts of a picture that may be seen under this name, and whether only by its signature."""
    image_id = image_id_of(name) if MARK in name else name
    facts = registry.facts(image_id) if image_id else None
    if facts is None:
        raise _Refused("404 Not Found", "There is no such picture.")
    is_signed = image_id != name
    if facts.is_gone and not is_signed:
        raise _Refused("410 Gone", "The work was withdrawn.", PRIVATE)
    if not (facts.is_public or is_signed) or not (facts.pyramid or facts.plate):
        raise _Refused("404 Not Found", "There is no such picture.")
    return facts, is_signed


def _information(
    facts: Facts, base: str, version: int, keeping: tuple[str, str], asked: Mapping[str, str]
) -> Answer:
    manifest = f"{settings.PUBLIC_URL}/artworks/{facts.artwork_id}/manifest.json"
    document = iiif_info.info(
        base, facts.levels, limits(), version=version, rights=facts.rights, manifest=manifest
    )
    wants_linked = "application/ld+json" in asked.get("HTTP_ACCEPT", "")
    kind = (
        f'application/ld+json;profile="{iiif_info.CONTEXTS[version]}"' if wants_linked else "application/json"
    )
    etag = f'"{facts.etag}-info{version}{"ld" if wants_linked else ""}"'
    headers = [*COMMON, keeping, ("ETag", etag), ("Vary", "Accept"), _profile(version)]
    if etag in asked.get("HTTP_IF_NONE_MATCH", ""):
        return Answer("304 Not Modified", headers, b"")
    return Answer("200 OK", [*headers, ("Content-Type", kind)], json.dumps(document, indent=1).encode())


def _profile(version: int, canonical: str = "") -> tuple[str, str]:
    links = [f'<{iiif_info.PROFILES[version]}>;rel="profile"']
    if canonical:
        links.insert(0, f'<{canonical}>;rel="canonical"')
    return "Link", ", ".join(links)


def _picture(
    facts: Facts,
    path: str,
    base: str,
    rest: str,
    version: int,
    keeping: tuple[str, str],
    asked: Mapping[str, str],
) -> Answer:
    parts = rest.split("/")
    if len(parts) != 4:
        raise _Refused("400 Bad Request", "The address is region/size/rotation/quality.format.")
    wanted = parse((parts[0], parts[1], parts[2], parts[3]), Size(*facts.levels[0]), limits(), version)
    etag = f'"{facts.etag}-{version}-{wanted.canonical.replace("/", "_")}"'
    headers = [
        *COMMON,
        keeping,
        ("ETag", etag),
        ("Content-Type", FORMATS[wanted.form]),
        _profile(version, f"{base}/{wanted.canonical}"),
    ]
    grid = _grid_place(wanted, facts)
    if grid is not None:
        offset, length = opened.tiles(facts.pyramid, facts.full).place(*grid)
        tile = _Tile(facts.pyramid, facts.full, offset, length, etag, headers)
        if keeping is PUBLIC and facts.is_public:
            _remember(path, tile)
        return _read(tile, asked)
    if etag in asked.get("HTTP_IF_NONE_MATCH", ""):
        return Answer("304 Not Modified", headers, b"")
    return Answer("200 OK", headers, _made(facts, wanted))


def _remember(path: str, tile: _Tile) -> None:
    if len(_tiles) >= _REMEMBERED:
        _tiles.clear()
    _tiles[path] = tile


def _read(tile: _Tile, asked: Mapping[str, str]) -> Answer:
    if tile.etag in asked.get("HTTP_IF_NONE_MATCH", ""):
        return Answer("304 Not Modified", tile.headers, b"")
    body = opened.tiles(tile.path, tile.full).read(tile.offset, tile.length)
    return Answer("200 OK", tile.headers, body)


def _grid_place(wanted: Wanted, facts: Facts) -> tuple[int, int, int] | None:
    """(level, column, row) of the tile that is the very thing wanted; None if it must be made."""
    is_plain = wanted.form == "jpg" and wanted.quality in ("default", "color")
    if facts.plate or not is_plain or wanted.is_mirrored or wanted.rotation:
        return None
    region, size, public = wanted.region, wanted.size, facts.levels
    for down in range(len(public)):
        side = TILE << down
        if size == (-(-region.width >> down), -(-region.height >> down)) and max(size) <= TILE:
            if region.x % side or region.y % side:
                return None
            is_whole = region.width == min(side, public[0].width - region.x) and region.height == min(
                side, public[0].height - region.y
            )
            return (facts.first_level + down, region.x // side, region.y // side) if is_whole else None
    return None


def _made(facts: Facts, wanted: Wanted) -> bytes:
    """Cut the picture when it is this request's turn."""
    if not _turns.acquire(timeout=settings.IMAGE_SERVICE_WAIT_SECONDS):
        raise _Refused("503 Service Unavailable", "Too many pictures are being made.", ("Retry-After", "2"))
    try:
        return cut(source_of(facts), wanted, facts.first_level)
    finally:
        _turns.release()


def _sentence(status: str, sentence: str, *headers: tuple[str, str]) -> Answer:
    keeping = (
        () if any(name == "Cache-Control" for name, _value in headers) else (("Cache-Control", "no-store"),)
    )
    return Answer(
        status,
        [*COMMON, *keeping, *headers, ("Content-Type", "text/plain; charset=utf-8")],
        sentence.encode(),
    )
