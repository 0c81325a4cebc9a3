"""What only the Walters writes: makers, places and keywords in lists of objects."""

from __future__ import annotations

import re
from typing import Any

from collection.imports.formats.readings import Reading, text_of

_LIFE = re.compile(r" \(([^()]*)\)$")
_PEOPLE = re.compile(
    r"^(?:unknown|anonymous )?(?:japanese|chinese|korean|indian|persian|iranian|turkish|thai|russian|islamic|tibetan|"
    r"nepalese|byzantine|armenian|syrian|ethiopian|european|italian|french|german|burmese|cambodian|javanese|"
    r"ottoman|mughal|sri lankan|vietnamese|\w+ school)(?: artist)?s?$",
    re.IGNORECASE,
)
_ROLES = {
    "Author": "text by",
    "Scribe": "scribe",
    "Publisher": "publisher",
    "Painter": "painter",
    "Illuminator": "painter",
    "Patron": "for",
}


def creators_in_words(creators: Any) -> str:
    """“Sadanobu I (Japanese, 1809-1879); Funazu (Publisher)”."""
    said = []
    for one in _of(creators):
        name, role = text_of(one.get("ConcatDisplayName")), text_of(one.get("Role"))
        said.append(f"{name} ({role.lower()})" if name and role not in ("", "Artist") else name)
    return "; ".join(dict.fromkeys(part for part in said if part))[:1000]


def creators(found: Any) -> str:
    """Makers one by one; a people alone (“Japanese”) is nobody in particular."""
    names = []
    for one in _of(found):
        name = _LIFE.sub("", text_of(one.get("ConcatDisplayName"))).strip()
        if name and not _PEOPLE.match(name):
            names.append(f"{_ROLES.get(text_of(one.get('Role')), '')} {name}".strip())
    return " | ".join(dict.fromkeys(names))


def peoples(found: Any) -> str:
    """The peoples that the makers are of: “Japanese”."""
    said = []
    for one in _of(found):
        name = text_of(one.get("ConcatDisplayName"))
        if one.get("Role") in ("Author", "Publisher"):
            continue
        life = _LIFE.search(name)
        said.append(name if _PEOPLE.match(name) else life[1].partition(",")[0] if life else "")
    return next(iter(part for part in said if part), "")


def origin(geographies: Any) -> str:
    """The nation of the place of origin, in its own language: “Nihon”; two that differ are none."""
    nations = []
    for place in _of(geographies):
        if place.get("GeoType") != "Place of Origin":
            continue
        steps = [
            *text_of(place.get("GeoHierarchy")).strip("\\").split("\\"),
            text_of(place.get("GeographyTerm")),
        ]
        if "nations" in steps[:-1]:
            nations.append(steps[steps.index("nations") + 1])
    return nations[0] if len(set(nations)) == 1 else ""


def _of(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


READINGS: dict[str, Reading] = {
    reading.__name__: reading for reading in (creators_in_words, creators, peoples, origin)
}
