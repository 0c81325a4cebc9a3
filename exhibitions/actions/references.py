"""Links from texts to things of the portal, and which of them lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from collection.models import Artwork, Culture, Epoch
from exhibitions.models import Exhibition
from members.models import Museum

_LINK = re.compile(
    r"\]\((/(?:[a-z]{2}/)?(artworks|museums|cultures|epochs|exhibitions)/([\w-]+)/[^)\s]*)", re.ASCII
)


def broken_links(texts: Iterable[str]) -> set[str]:
    """Paths in the small markup of `texts` that lead to no public thing; a query for each noun."""
    found: dict[str, dict[str, set[str]]] = {}
    for text in texts:
        for path, noun, name in _LINK.findall(text):
            found.setdefault(noun, {}).setdefault(name, set()).add(path)
    gone: set[str] = set()
    for noun, names in found.items():
        there = _there(noun, list(names))
        gone |= {path for name, paths in names.items() if name not in there for path in paths}
    return gone


def _there(noun: str, names: list[str]) -> set[str]:
    if noun == "artworks":
        return set(
            Artwork.objects.published().filter(public_id__in=names).values_list("public_id", flat=True)
        )
    of: dict[str, Any] = {
        "museums": Museum.objects,
        "cultures": Culture.objects,
        "epochs": Epoch.objects,
        "exhibitions": Exhibition.objects.open(),
    }
    return set(of[noun].filter(slug__in=names).values_list("slug", flat=True))
