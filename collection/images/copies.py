"""Answers addresses of card sizes, before Django: public ones only, and never kept by a cache longer than an hour."""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.core.files.storage import storages
from django.db import Error as DatabaseError

from collection.images.ranges import ranges_of
from collection.images.registry import registry
from collection.images.service import COMMON, PUBLIC, Answer, Headers

TYPES = {"jpeg": "image/jpeg", "webp": "image/webp", "avif": "image/avif"}
_ADDRESS = re.compile(r"/images/([0-9a-z]{2,16})/([0-9]{2,5})\.(jpeg|webp|avif)")


def copy_answer(method: str, path: str, asked: Mapping[str, str]) -> Answer | None:
    """The copy, if everybody may see it; None leaves the address to the site, which knows its staff."""
    match = _ADDRESS.fullmatch(path)
    if match is None or method not in ("GET", "HEAD"):
        return None
    try:
        facts = registry.facts(match[1])
    except DatabaseError:
        return None
    if facts is None or not facts.is_public or (match[2], match[3]) not in facts.copies:
        return None
    name = facts.copies[match[2], match[3]]
    etag = f'"{facts.etag}-{match[2]}-{match[3]}"'
    headers: Headers = [*COMMON, PUBLIC, ("ETag", etag), ("Content-Type", TYPES[match[3]])]
    if etag in asked.get("HTTP_IF_NONE_MATCH", ""):
        return Answer("304 Not Modified", headers, b"")
    try:
        file = ranges_of(storages["default"], name)
        body = file.read(0, file.size)
    except (OSError, EOFError):
        return None
    return Answer("200 OK", headers, b"" if method == "HEAD" else body)
