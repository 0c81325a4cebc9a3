"""Canonical JSON, and the hash of a record over salted leaves, so that one leaf can be erased and the rest still
be proved (RFC 8785, RFC 6901)."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ERASED = "sha256:"  # stands before the hash of a leaf whose text and salt are gone
_FARTHEST = 2**53 - 1


@dataclass(frozen=True, slots=True)
class Sealed:
    """The salts by JSON pointer (hexadecimal) and the root hash over all leaves."""

    salts: dict[str, str]
    sha256: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a record is the one that was sealed, and which of its leaves were erased since."""

    is_intact: bool
    erased: tuple[str, ...]


def canonical_json(value: Any) -> bytes:
    """RFC 8785 for texts, integers, true, false and null; raises TypeError for a float or anything else."""
    return json.dumps(_in_order(value), ensure_ascii=False, separators=(",", ":")).encode()


def _in_order(value: Any) -> Any:
    if isinstance(value, dict):
        if not all(isinstance(key, str) for key in value):
            raise TypeError("canonical JSON has texts as keys")
        return {key: _in_order(value[key]) for key in sorted(value, key=lambda key: key.encode("utf-16-be"))}
    if isinstance(value, list | tuple):
        return [_in_order(member) for member in value]
    if value is None or isinstance(value, bool | str) or (isinstance(value, int) and abs(value) <= _FARTHEST):
        return value
    raise TypeError(f"canonical JSON holds texts and integers, not {type(value).__name__}: {value!r}")


def leaves(value: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    """Every text, number, truth value, null and empty container with its JSON pointer."""
    members: list[tuple[str, Any]] = []
    if isinstance(value, dict):
        members = [(key.replace("~", "~0").replace("/", "~1"), member) for key, member in value.items()]
    elif isinstance(value, list):
        members = [(str(place), member) for place, member in enumerate(value)]
    if not members:
        yield pointer, value
    for key, member in members:
        yield from leaves(member, f"{pointer}/{key}")


def leaf_hash(pointer: str, salt: str, value: Any) -> str:
    """SHA-256 over the canonical JSON of `[pointer, salt, value]`."""
    return hashlib.sha256(canonical_json([pointer, salt, value])).hexdigest()


def root_hash(leaf_hashes: list[str]) -> str:
    """SHA-256 over the sorted hashes of the leaves, as bytes one behind the other."""
    return hashlib.sha256(b"".join(bytes.fromhex(leaf) for leaf in sorted(leaf_hashes))).hexdigest()


def seal(record: dict[str, Any]) -> Sealed:
    """Give every leaf a new random salt and hash them all."""
    salts = {pointer: secrets.token_hex(16) for pointer, _value in leaves(record)}
    return Sealed(salts, root_hash([leaf_hash(at, salts[at], value) for at, value in leaves(record)]))


def check(record: dict[str, Any], salts: Mapping[str, str], sha256: str) -> Verdict:
    """Prove a record against its seal. A leaf erased by law has `sha256:<its hash>` where its salt stood; what
    the record says in its place is not looked at."""
    erased = tuple(at for at, salt in salts.items() if salt.startswith(ERASED))
    hashes = [salts[at].removeprefix(ERASED) for at in erased]
    for pointer, value in leaves(record):
        if any(pointer == at or pointer.startswith(f"{at}/") for at in erased):
            continue
        if not value and any(at.startswith(f"{pointer}/") for at in erased):
            continue  # the empty place of what was erased
        if pointer not in salts:
            return Verdict(False, erased)
        hashes.append(leaf_hash(pointer, salts[pointer], value))
    return Verdict(len(hashes) == len(salts) and root_hash(hashes) == sha256, erased)
