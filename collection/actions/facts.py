"""A record as flat facts: one key, one plain value, so that two states can be compared, kept and put back.

Keys are the columns of a spreadsheet: fields by name (`display_date`, `culture` as id), texts by language
(`description@en`), and the parts of `collection.actions.fact_parts` (`title@ja`, `concept:material`, `epochs`, …).
Values are JSON: texts, numbers, lists; an empty text or list says that there is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from collection.actions.fact_parts import PART_OF, Part
from collection.models import Artwork, Title
from members.models import Identifier

Facts = dict[str, Any]

TEXT_FIELDS = (
    "accession_number",
    "accession_missing_reason",
    "source_id",
    "display_object_type",
    "display_materials",
    "display_techniques",
    "display_dimensions",
    "display_creator",
    "display_culture",
    "production_country",
    "display_date",
    "edtf",
    "date_basis",
    "date_note",
    "statement_by",
    "rights",
    "display_notice_kind",
    "source_note",
    "curator_note",
)
YEAR_FIELDS = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
TERM_FIELDS = ("culture", "production_place", "find_place")
MAP_FIELDS = ("description", "masterpiece_statement", "credit_line", "provenance_text", "display_notice")

PREFETCH = (
    "titles",
    "artwork_concepts__concept",
    "artwork_epochs",
    "artwork_agents",
    "artwork_references__reference",
    "dimensions",
    "external_ids",
    "inscriptions",
    "source_record",
    "provenance_events",
    "influence_witnesses__influence",
)


def facts_of(artwork: Artwork, keys: Iterable[str]) -> Facts:
    """The facts of these keys as they stand. Reads parts through `PREFETCH` where they were prefetched."""
    return {key: _read(artwork, key) for key in keys}


def write_facts(artwork: Artwork, facts: Mapping[str, Any]) -> None:
    """Set these facts of a known artwork and save what is named."""
    fields = {_set_field(artwork, key, value) for key, value in facts.items() if not _is_part(key)}
    artwork.clean_fields(exclude=["museum", *TERM_FIELDS])
    if fields:
        artwork.save(update_fields=[*fields, "changed_at"])
    for key, value in facts.items():
        if part := _part(key):
            part.write(artwork, key, value)


def write_new(works: Sequence[tuple[Artwork, Mapping[str, Any]]]) -> None:
    """Save new artworks whole, with one insert a table however many they are. Raises ValidationError."""
    for artwork, facts in works:
        for key, value in facts.items():
            if not _is_part(key):
                _set_field(artwork, key, value)
        artwork.clean_fields(exclude=["public_id", "museum", *TERM_FIELDS])
    public_ids = Identifier.give_many("artwork", len(works))
    for (artwork, _facts), public_id in zip(works, public_ids, strict=True):
        artwork.public_id = public_id
    Artwork.objects.bulk_create([artwork for artwork, _facts in works])
    rows: dict[Any, list[Any]] = {}
    for artwork, facts in works:
        for row in _first_rows(artwork, facts):
            rows.setdefault(type(row), []).append(row)
    for model, made in rows.items():
        model.objects.bulk_create(made)


def _first_rows(artwork: Artwork, facts: Mapping[str, Any]) -> list[Any]:
    """The parts of a work that has none yet, unsaved; those that are records of their own are written."""
    rows: list[Any] = []
    for key, value in facts.items():
        part = _part(key) if value else None
        if part and part.rows:
            rows += part.rows(artwork, key, value)
        elif part:
            part.write(artwork, key, value)
    titles = [row for row in rows if isinstance(row, Title)]
    for place, title in enumerate(sorted(titles, key=lambda title: title.language != "en")):
        title.order = place
    return rows


def _read(artwork: Artwork, key: str) -> Any:
    if part := _part(key):
        return part.read(artwork, key)
    name, at, language = key.partition("@")
    if at:
        return getattr(artwork, name).get(language, "")
    return getattr(artwork, f"{name}_id" if name in TERM_FIELDS else name)


def _set_field(artwork: Artwork, key: str, value: Any) -> str:
    """Set one field and return its name."""
    name, at, language = key.partition("@")
    if at:
        texts = {tag: text for tag, text in getattr(artwork, name).items() if tag != language}
        setattr(artwork, name, {**texts, language: value} if value else texts)
    else:
        setattr(artwork, f"{name}_id" if name in TERM_FIELDS else name, value)
    return name


def _part(key: str) -> Part | None:
    return PART_OF.get(key.partition("@")[0].partition(":")[0])


def _is_part(key: str) -> bool:
    return _part(key) is not None
