"""What only the Met's table writes: makers in parallel lists, parted by bars."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from collection.imports.formats.readings import Reading, text_of

_PREFIXES = {
    "attributed to": "attributed to",
    "design attributed to": "attributed to",
    "calligraphy attributed to": "attributed to",
    "traditionally attributed to": "traditionally attributed to",
    "after": "after",
    "after a painting by": "after",
    "copy after": "after",
    "original painted by": "after",
    "original print designed by": "after",
    "workshop of": "workshop of",
    "studio of": "studio of",
    "school of": "school of",
    "style of": "school of",
    "in the style of": "school of",
    "follower of": "follower of",
    "circle of": "circle of",
    "designed by": "designed by",
    "calligraphy by": "calligraphy by",
    "inscribed by": "calligraphy by",
}
# Who is named only to say that it was not him, or with whom the work is no longer connected.
_NOT_HIM = ("formerly attributed to",)


def parallel_makers(names: Any, roles: Any, prefixes: Any, suffixes: Any) -> str:
    """Makers one by one with their attribution; who is only formerly named is left to the words."""
    found = []
    for name, role, prefix, suffix in _parallel(names, roles, prefixes, suffixes):
        before = prefix.lower()
        if not name or before in _NOT_HIM:
            continue
        known = _PREFIXES.get(before, "possibly" if "?" in suffix or before == "or" else "")
        if not known and role == "Calligrapher":
            known = "calligrapher"
        found.append(f"{known} {name}".strip())
    return " | ".join(dict.fromkeys(found))


def parallel_in_words(names: Any, roles: Any, prefixes: Any, suffixes: Any, lives: Any) -> str:
    """“After Wang Hui (Chinese, 1632–1717); Unidentified Artist”."""
    said = []
    for name, _role, prefix, suffix, life in _parallel(names, roles, prefixes, suffixes, lives):
        words = " ".join(part for part in (prefix, name, suffix) if part)
        if words:
            said.append(f"{words} ({life})" if life else words)
    return "; ".join(said)[:1000]


def _parallel(*fields: Any) -> list[tuple[str, ...]]:
    """The lists side by side; a field with one value and no bars is of the first maker."""
    lists = [[part.strip() for part in text_of(value).split("|")] for value in fields]
    return list(zip_longest(*lists, fillvalue=""))


READINGS: dict[str, Reading] = {reading.__name__: reading for reading in (parallel_makers, parallel_in_words)}
