"""What the columns of the vocabulary files mean: a row → the fields of one museum, culture, epoch, concept
or place. Years are astronomical; several values are split by ` | `."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from collection.enums import TermStatus
from collection.imports.columns import values_of
from collection.models import Concept, Culture, Epoch, Place
from members.models import Museum

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Noun:
    """How one file is read: its model, the fields that are its key, the fields of a row, and the column that
    names the term above."""

    model: Any
    key: tuple[str, ...]
    fields: Callable[[Cells], dict[str, Any]]
    above: tuple[str, str] = ("", "")  # (column, field)


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _year(cell: str) -> int | None:
    return int(cell) if cell else None


def _names(cells: Cells, name: str) -> dict[str, str]:
    """`name@en`, `name@fr` and the native names beside them."""
    found = {c.partition("@")[2]: v for c, v in cells.items() if c.partition("@")[0] == name and v}
    natives = values_of(cells.get("native_name", ""))
    languages = values_of(cells.get("native_lang", "")) or ["und"] * len(natives)
    for language, native in zip(languages, natives, strict=True):
        found.setdefault(language, native)
    return found


def _point(cells: Cells) -> dict[str, float | None]:
    return {"latitude": _number(cells["latitude"]), "longitude": _number(cells["longitude"])}


def _museum(cells: Cells) -> dict[str, Any]:
    return {
        "names": _names(cells, "name"),
        "slug": cells["slug"],
        "city": cells["city"],
        "country": cells["country"],
        **_point(cells),
        "website": cells["website"],
        "wikidata": cells["wikidata_qid"],
        "network_status": cells["network_status"],
        "status_source": cells["status_source"],
    }


def _culture(cells: Cells) -> dict[str, Any]:
    others = values_of(cells["aliases"]) + values_of(cells["includes"])
    return {
        "labels": _names(cells, "label"),
        "slug": cells["slug"],
        "alt_labels": [{"text": other, "lang": "en"} for other in others],
        "term_status": TermStatus.ACCEPTED,
        "region": cells["region"],
        **_point(cells),
        "start_year": _year(cells["begin"]),
        "end_year": _year(cells["end"]),
        "countries": values_of(cells["countries"]),
        "note": cells["note"],
    }


def _epoch(cells: Cells) -> dict[str, Any]:
    return {
        "labels": _names(cells, "label"),
        "slug": cells["slug"],
        "term_status": TermStatus.ACCEPTED,
        "regions": values_of(cells["regions"]),
        "aat": cells["aat_id"],
        "note": cells["note"],
    }


def epoch_definition(cells: Cells) -> dict[str, Any]:
    """The fields of an epoch's preferred definition."""
    begin, end = int(cells["begin"]), int(cells["end"])
    countries = values_of(cells["countries"])
    return {
        "earliest_begin": begin,
        "latest_begin": begin,
        "earliest_end": end,
        "latest_end": end,
        "countries": [country for country in countries if country != "*"],
        "is_worldwide": "*" in countries,
        "source": cells["source"],
    }


def _concept(cells: Cells) -> dict[str, Any]:
    return {
        "labels": _names(cells, "label"),
        "slug": cells["slug"],
        "kind": cells["kind"],
        "term_status": TermStatus.ACCEPTED,
        "aat": cells["aat_id"],
        "silhouette": cells["silhouette"],
        "definition": _names(cells, "definition"),
    }


def _place(cells: Cells) -> dict[str, Any]:
    return {
        "labels": _names(cells, "name"),
        "slug": cells["slug"],
        "country": cells["country"],
        "term_status": TermStatus.ACCEPTED,
        **_point(cells),
        "precision": cells["precision"],
    }


NOUNS = {
    "museums": Noun(Museum, ("slug",), _museum),
    "concepts": Noun(Concept, ("kind", "slug"), _concept, above=("broader", "broader")),
    "cultures": Noun(Culture, ("slug",), _culture, above=("broader", "broader")),
    "epochs": Noun(Epoch, ("slug",), _epoch, above=("parent", "parent")),
    "places": Noun(Place, ("slug", "country"), _place),
}
