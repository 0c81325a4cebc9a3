"""Heads of hashes over what was published: version → work → museum → portal. Pure.

SHA-256 over canonical JSON (RFC 8785) of lists of texts and integers. The chain only grows: an older head of the portal stays in
it for ever, so who kept one finds any rewriting of what stood before it.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import NamedTuple

from collection.exports.seal import canonical_json

NOTHING = "0" * 64  # stands where there is no head before


class Published(NamedTuple):
    """A version as the chain sees it: public ids, its number, the root of its leaves, when it was published."""

    work: str
    museum: str
    edition: int
    sha256: str
    at: datetime


class Heads(NamedTuple):
    work: str
    museum: str
    portal: str


BEGINNING = Heads(NOTHING, NOTHING, NOTHING)


def instant(at: datetime) -> str:
    """RFC 3339 in UTC with microseconds: the form that is hashed."""
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def next_heads(before: Heads, number: int, published: Published) -> Heads:
    """The heads behind link `number`, from those before it: of this work, of this museum, of the portal."""
    work = _hash([before.work, published.work, published.edition, published.sha256])
    museum = _hash([before.museum, published.museum, work])
    return Heads(work, museum, _hash([before.portal, number, instant(published.at), museum]))


def _hash(value: object) -> str:
    return hashlib.sha256(canonical_json(value)).hexdigest()
