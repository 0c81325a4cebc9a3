"""A record as a row of the spreadsheet that the importer reads: column by column the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from collection.enums import ConceptKind
from collection.models import Artwork

SEPARATOR = " | "
_CONCEPTS = {
    "object_types": ConceptKind.OBJECT_TYPE,
    "materials": ConceptKind.MATERIAL,
    "techniques": ConceptKind.TECHNIQUE,
    "subjects": ConceptKind.SUBJECT,
    "motifs": ConceptKind.MOTIF,
}


def row_of(artwork: Artwork, columns: Iterable[str]) -> dict[str, str]:
    """The cells of these columns (names as in `collection.imports.columns`), an empty text where nothing is.

    Makers stand in `agents` one by one; statements of influence are records of their own and left out.
    """
    return {column: _cell(artwork, column) for column in columns}


def _cell(artwork: Artwork, column: str) -> str:
    name, at, language = column.partition("@")
    if name == "title":
        return SEPARATOR.join(title.text for title in artwork.titles.all() if title.language == language)
    if at:
        return str(getattr(artwork, name).get(language, ""))
    if name in _CONCEPTS:
        kind = _CONCEPTS[name]
        links = artwork.artwork_concepts.all()
        return SEPARATOR.join(link.concept.slug for link in links if link.concept.kind == kind)
    if name in _PARTS:
        return SEPARATOR.join(_PARTS[name](artwork))
    value = getattr(artwork, name)
    return "" if value is None else str(value)


def _sizes(artwork: Artwork) -> list[str]:
    return [
        f"{d.kind} {d.value.normalize():f} {d.unit}" + (f" ({d.part})" if d.part else "")
        for d in artwork.dimensions.all()
    ]


def _one(name: str, attribute: str) -> Callable[[Artwork], list[str]]:
    """A foreign key as the list of its one word."""

    def words(artwork: Artwork) -> list[str]:
        thing: Any = getattr(artwork, name)
        return [str(getattr(thing, attribute))] if thing else []

    return words


_PARTS: dict[str, Callable[[Artwork], list[str]]] = {
    "museum": _one("museum", "slug"),
    "culture": _one("culture", "slug"),
    "production_place": _one("production_place", "slug"),
    "find_place": _one("find_place", "slug"),
    "find_country": _one("find_place", "country"),
    "epochs": lambda artwork: [link.epoch.slug for link in artwork.artwork_epochs.all()],
    "agents": lambda artwork: [_maker(link) for link in artwork.artwork_agents.all()],
    "references": lambda artwork: [link.reference.citation for link in artwork.artwork_references.all()],
    "dimensions": _sizes,
}
_QUALIFIERS = {
    "attributed": "attributed to ",
    "traditionally": "traditionally attributed to ",
    "workshop": "workshop of ",
    "circle": "circle of ",
    "follower": "follower of ",
    "after": "after ",
    "possibly": "possibly ",
}
_ROLES = {
    "painter": "painted by ",
    "designer": "designed by ",
    "calligrapher": "calligraphy by ",
    "printer": "printed by ",
    "author": "text by ",
    "patron": "commissioned by ",
}


def _maker(link: Any) -> str:
    """A maker in the words that `collection.imports.makers` reads back."""
    name = next(iter(link.agent.labels.values()))
    return _QUALIFIERS.get(link.attribution, "") + _ROLES.get(link.role, "") + name
