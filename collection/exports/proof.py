"""Whether published versions are what was sealed, and whether the tables still say what the last version says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from collection.exports.record import OWN_MAPS, OWN_TEXTS
from collection.exports.seal import check

_DATED = ("display_date", "edtf", "earliest_begin", "latest_begin", "earliest_end", "latest_end")
# What belongs to the record alone; labels of terms and names of museums are edited elsewhere.
OWN = (*OWN_TEXTS, *OWN_MAPS, *_DATED, "accession_number", "titles", "inscriptions", "provenance")


def faults_of(document: Mapping[str, Any], salts: Mapping[str, str], sha256: str) -> Iterator[str]:
    """Sentences in plain words; nothing where the version is what was sealed. Erased leaves are no fault."""
    verdict = check(dict(document), salts, sha256)
    if not verdict.is_intact:
        yield "is not what was sealed"


def drift_of(present: Mapping[str, Any], last: Mapping[str, Any]) -> list[str]:
    """Members of the record that say something else than the version published last; keys that version did not
    have yet are left out."""
    return [
        name
        for name in OWN
        if name in last and _own(present[name], last[name]) != _own(last[name], last[name])
    ]


def _own(value: Any, pattern: Any) -> Any:
    """A value without what is edited elsewhere, and with the keys of `pattern` only."""
    if isinstance(value, list):
        likes = pattern if isinstance(pattern, list) else []
        return [_own(one, likes[at] if at < len(likes) else one) for at, one in enumerate(value)]
    if isinstance(value, dict):
        if "labels" in value:
            return value.get("id")
        known = pattern if isinstance(pattern, dict) else value
        return {key: _own(one, known[key]) for key, one in value.items() if key in known}
    return value
