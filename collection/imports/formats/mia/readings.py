"""What only Minneapolis writes: “Artist: Utagawa Hiroshige; Publisher: Sanoya Kihei”, in letters partly percent-encoded."""

from __future__ import annotations

import re
from typing import Any

from collection.imports.formats.readings import Reading, text_of

_ROLE = re.compile(r"^([A-Z][\w /]{2,30}): *")
_ROLES = {
    "Publisher": "publisher",
    "Printer": "printer",
    "Designer": "designed by",
    "Author": "text by",
    "Calligrapher": "calligrapher",
    "Painter": "painter",
}
_NOBODY = re.compile(r"\b(?:unknown|unidentified|anonymous)\b|^(?:various|attributed to)$", re.IGNORECASE)


def artists(said: Any) -> str:
    """Makers one by one with their roles; nobody for “Unknown Japanese”."""
    found = []
    for part in text_of(said).split(";"):
        role = _ROLE.match(part.strip())
        name = _ROLE.sub("", part.strip()).strip()
        if name and not _NOBODY.search(name):
            found.append(f"{_ROLES.get(role[1], '') if role else ''} {name}".strip())
    return " | ".join(dict.fromkeys(found))


def artists_in_words(said: Any, life: Any) -> str:
    """“Utagawa Hiroshige (Japanese, 1797 - 1858); Publisher: Sanoya Kihei”."""
    first, *others = [part.strip() for part in text_of(said).split(";") if part.strip()] or [""]
    first = re.sub(r"^(?:Artist|Maker): *", "", first)
    about = " ".join(text_of(life).split())
    return "; ".join(part for part in (f"{first} ({about})" if about and first else first, *others) if part)[
        :1000
    ]


READINGS: dict[str, Reading] = {reading.__name__: reading for reading in (artists, artists_in_words)}
