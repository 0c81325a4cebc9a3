"""The history for strangers: links of the chain, and the leaves of a work's versions with their salts. Pure.

Of what is no longer public (a withdrawn work, a photograph that is withheld) only hashes are given: they prove the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from collection.exports.seal import ERASED, leaf_hash, leaves
from collection.models import ArtworkVersion, HistoryLink
from collection.provenance.links import instant


def link_of(link: HistoryLink, *, is_public: bool) -> dict[str, Any]:
    """A link as everybody may read it: without the work it is about, where that was withdrawn."""
    about = (
        {"work": link.work, "version": link.edition, "sha256": link.sha256} if is_public else {"work": None}
    )
    return {
        "number": link.number,
        "at": instant(link.at),
        "museum": link.museum,
        **about,
        "work_head": link.work_head,
        "museum_head": link.museum_head,
        "portal_head": link.portal_head,
    }


def version_of(version: ArtworkVersion, shown: frozenset[str]) -> dict[str, Any]:
    """A version by its leaves. `shown` are public ids of the photographs that may be shown now."""
    hidden = [
        f"/images/{place}/"
        for place, image in enumerate(version.document.get("images", []))
        if image and image["id"] not in shown
    ]
    return {
        "number": version.number,
        "published_at": instant(version.published_at),
        "sha256": version.sha256,
        "leaves": list(_leaves(version, tuple(hidden))),
    }


def _leaves(version: ArtworkVersion, hidden: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Each with pointer, salt and value; or with its hash alone, and why."""
    said = dict(leaves(version.document))
    for pointer, salt in sorted(version.salts.items()):
        if salt.startswith(ERASED):
            yield {"pointer": pointer, "hash": salt.removeprefix(ERASED), "state": "erased"}
        elif pointer.startswith(hidden):
            yield {
                "pointer": pointer,
                "hash": leaf_hash(pointer, salt, said.get(pointer)),
                "state": "withheld",
            }
        else:
            yield {"pointer": pointer, "salt": salt, "value": said.get(pointer)}
