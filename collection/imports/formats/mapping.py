"""How a museum's own export becomes our rows: a table in `<format>/mapping.toml`, checked when it is read."""

from __future__ import annotations

import importlib
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from collection.imports.columns import check_columns
from collection.imports.formats import readings
from collection.imports.formats.dated import date_cells
from collection.imports.formats.records import Unreadable, records
from collection.imports.formats.table import Row
from collection.imports.phrases_said import plain

HERE = Path(__file__).parent
# Columns whose words are looked for in the vocabulary, best first; what is not found stays in words.
WORD_COLUMNS = (
    "object_types",
    "materials",
    "techniques",
    "subjects",
    "culture",
    "epochs",
    "production_country",
)
_DATE_CELLS = ("display_date", "earliest_begin", "latest_end")


@dataclass(frozen=True, slots=True)
class Cell:
    """One column of ours: the fields it comes from, and the reading that makes words of them."""

    fields: tuple[str, ...]
    reading: readings.Reading
    options: Mapping[str, Any] = field(default_factory=dict)

    def read(self, record: Mapping[str, Any]) -> str:
        return self.reading(*(record.get(name) for name in self.fields), **self.options)


@dataclass(frozen=True, slots=True)
class Export:
    """One museum's export."""

    name: str
    title: str
    known_by: frozenset[str]
    cells: Mapping[str, Cell]
    words: Mapping[str, tuple[Cell, ...]]
    date: Mapping[str, Cell]
    aside: frozenset[str]
    same: Mapping[str, Mapping[str, str]]

    @property
    def columns(self) -> list[str]:
        dates = _DATE_CELLS if self.date else ()
        return list(dict.fromkeys([*self.cells, *self.words, *dates]))

    @property
    def fields(self) -> frozenset[str]:
        """The fields that are read, or known and deliberately left in the record of the source."""
        cells = [*self.cells.values(), *(c for of in self.words.values() for c in of), *self.date.values()]
        return frozenset(name for cell in cells for name in cell.fields) | self.aside

    def row(self, number: int, record: Mapping[str, Any] | Unreadable) -> Row:
        """The row of one record; a record that cannot be one says why."""
        if isinstance(record, Unreadable):
            return Row(number, dict.fromkeys(self.columns, ""), str(record))
        cells = {column: cell.read(record) for column, cell in self.cells.items()}
        remarks: Sequence[str] = ()
        if self.date:
            dated, remarks = date_cells(**{name: cell.read(record) for name, cell in self.date.items()})
            cells |= dated
        looked_for = {c: [w for cell in of if (w := cell.read(record))] for c, of in self.words.items()}
        source = {name: value for name, value in record.items() if value not in (None, "", [], {})}
        fault = _("The record holds a sign that is no text.") if _is_no_text(source) else ""
        return Row(number, cells, fault, looked_for, {} if fault else source, remarks)


class ExportRows(Collection[Row]):
    """The rows of a museum's export, read anew each time: however many, one is held at a time."""

    def __init__(self, path: Path, export: Export) -> None:
        self._path, self._export = path, export
        self._length: int | None = None

    def __iter__(self) -> Iterator[Row]:
        return (self._export.row(number, record) for number, record in records(self._path))

    def __len__(self) -> int:
        if self._length is None:
            self._length = sum(1 for _found in records(self._path))
        return self._length

    def __contains__(self, row: object) -> bool:
        return any(row == one for one in self)


def names() -> Iterator[str]:
    """The formats that are museums' own exports: every folder here with a mapping."""
    return (path.parent.name for path in sorted(HERE.glob("*/mapping.toml")))


@lru_cache
def export(name: str) -> Export:
    """The mapping of a format. Raises Refused or KeyError if its table says what cannot be."""
    said = tomllib.loads((HERE / name / "mapping.toml").read_text(encoding="utf-8"))
    everywhere = tomllib.loads((HERE / "same.toml").read_text(encoding="utf-8"))
    own, own_words = _readings_of(name), said.get("same", {})
    found = Export(
        name=name,
        title=said["title"],
        known_by=frozenset(said["known_by"]),
        cells={column: _cell(cell, own) for column, cell in said["cells"].items()},
        words={column: tuple(_cell(cell, own) for cell in said["words"][column]) for column in said["words"]},
        date={name: _cell(cell, own) for name, cell in said.get("date", {}).items()},
        aside=frozenset(said.get("aside", ())),
        same={
            column: {
                plain(word): term
                for word, term in (everywhere.get(column, {}) | own_words.get(column, {})).items()
            }
            for column in WORD_COLUMNS
        },
    )
    check_columns(found.columns)
    if strange := set(found.words) - set(WORD_COLUMNS):
        raise KeyError(f"{name}: {sorted(strange)} are not looked for in the vocabulary")
    return found


def _cell(said: str | Mapping[str, Any], own: Mapping[str, readings.Reading]) -> Cell:
    """`"Title"`, or `{ from = ["Title", "Culture"], by = "title_in", language = "ja" }`."""
    if isinstance(said, str):
        return Cell((said,), readings.words)
    options = {name: value for name, value in said.items() if name not in ("from", "by")}
    fields = said["from"] if isinstance(said["from"], list) else [said["from"]]
    return Cell(tuple(fields), own[said.get("by", "words")], options)


def _readings_of(name: str) -> Mapping[str, readings.Reading]:
    """The readings that all formats have, and those of the format's own module, where it has one."""
    if not (HERE / name / "readings.py").exists():
        return readings.READINGS
    own = importlib.import_module(f"{__package__}.{name}.readings")
    return readings.READINGS | own.READINGS


def _is_no_text(value: Any) -> bool:
    """True for what PostgreSQL cannot keep: NUL, and halves of letters."""
    if isinstance(value, str):
        return "\x00" in value or any("\ud800" <= sign <= "\udfff" for sign in value)
    if isinstance(value, dict):
        return any(_is_no_text(key) or _is_no_text(item) for key, item in value.items())
    return isinstance(value, list) and any(_is_no_text(item) for item in value)
