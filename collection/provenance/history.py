"""Heads of hashes over the published versions: work → museum → portal. Who kept an older head finds any rewriting."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from collection.exports.seal import canonical_json

_NOTHING = "0" * 64


class Sealed(NamedTuple):
    """A version as the heads see it."""

    museum: str
    work: str
    number: int
    sha256: str


def work_head(versions: Iterable[Sealed]) -> str:
    """SHA-256 over [head before, public id, number, root of the version], version upon version."""
    head = _NOTHING
    for version in versions:
        head = _hash([head, version.work, version.number, version.sha256])
    return head


def heads(versions: Iterable[Sealed]) -> tuple[str, dict[str, str]]:
    """The portal's head, and the museums' heads by their public ids. A head is over the sorted heads below it."""
    works: dict[tuple[str, str], list[Sealed]] = defaultdict(list)
    for version in sorted(versions):
        works[version.museum, version.work].append(version)
    museums: dict[str, list[list[str]]] = defaultdict(list)
    for (museum, work), own in sorted(works.items()):
        museums[museum].append([work, work_head(own)])
    found = {museum: _hash([museum, rows]) for museum, rows in museums.items()}
    return _hash([[museum, head] for museum, head in sorted(found.items())]), found


def _hash(value: object) -> str:
    return hashlib.sha256(canonical_json(value)).hexdigest()
