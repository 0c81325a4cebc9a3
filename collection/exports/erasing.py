"""What erasure by law makes of a sealed record: words and salts go, the hashes of their leaves stay. Pure."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from collection.exports.record import OWN_MAPS
from collection.exports.seal import ERASED, leaf_hash, leaves

_MAPS = (*OWN_MAPS, "titles")


def erased(
    document: Mapping[str, Any], salts: Mapping[str, str], is_gone: Callable[[str, Any], bool]
) -> tuple[dict[str, Any], dict[str, str]]:
    """The record and its salts without the leaves for which `is_gone(pointer, value)`. Of a list (steps, titles,
    inscriptions) the whole entry goes and null stands in its place, so that the others keep their pointers."""
    record, kept = copy.deepcopy(dict(document)), dict(salts)
    units = {_unit(pointer, record) for pointer, value in leaves(record) if is_gone(pointer, value)}
    for pointer, value in list(leaves(record)):
        if any(pointer == unit or pointer.startswith(f"{unit}/") for unit in units):
            kept[pointer] = ERASED + leaf_hash(pointer, kept[pointer], value)
    for unit in units:
        _blank(record, unit)
    return record, kept


def _unit(pointer: str, record: dict[str, Any]) -> str:
    """What goes with a leaf: the entry of a list, else the leaf alone."""
    parts = pointer.split("/")
    return "/".join(parts[:3]) if isinstance(record[parts[1]], list) else pointer


def _blank(record: dict[str, Any], unit: str) -> None:
    *above, last = unit.split("/")[1:]
    parent: Any = record
    for name in above:
        parent = parent[name]
    if isinstance(parent, list):
        parent[int(last)] = None
    elif above and above[0] in _MAPS:
        del parent[last]
    else:
        parent[last] = None


def readable(document: Mapping[str, Any]) -> dict[str, Any]:
    """A record for pages: without the places that erased entries have left."""
    return {
        name: [one for one in value if one is not None] if isinstance(value, list) else value
        for name, value in document.items()
    }


def erased_members(salts: Mapping[str, str]) -> list[str]:
    """Names of the members of a record in which something was erased, in their order."""
    return list(
        dict.fromkeys(at.split("/")[1] for at, salt in sorted(salts.items()) if salt.startswith(ERASED))
    )


def texts_of(value: Any) -> Iterable[str]:
    """Every text in a value."""
    return [one for _pointer, one in leaves(value) if isinstance(one, str)]
