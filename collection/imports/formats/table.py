"""What every format is read into: columns and rows of words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused

if TYPE_CHECKING:
    from collection.imports.formats.mapping import Export


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number as a spreadsheet shows it, its cells by column, and what is wrong with its shape.

    A row of a museum's own export also has words that are to be looked for in the vocabulary, the best first,
    by column; the whole record as it came; and remarks on what was not read.
    """

    number: int
    cells: dict[str, str]
    fault: str = ""
    words: Mapping[str, Sequence[str]] = field(default_factory=dict)
    source: Mapping[str, Any] = field(default_factory=dict)
    remarks: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A file as rows of words; every row has every column, an empty cell is an empty text.

    The rows of a large file are read anew each time they are gone through and are never held together.
    """

    columns: list[str]
    rows: Collection[Row] = field(default_factory=list)
    export: Export | None = None  # whose own export it is

    def without(self, *columns: str) -> Table:
        """The same without some columns."""
        kept = [column for column in self.columns if column not in columns]
        return Table(kept, [Row(row.number, {c: row.cells[c] for c in kept}, row.fault) for row in self.rows])


def table_of(lines: Iterable[Sequence[str]]) -> Table:
    """A table of lines of cells; the first names the columns, empty lines are left out. Raises Refused."""
    cells = iter(lines)
    header = [" ".join(name.split()) for name in next(cells, [])]
    while header and not header[-1]:
        header.pop()
    if not any(header):
        raise Refused(_("The file is empty: its first row must name the columns."))
    if "" in header:
        raise Refused(_("Column %(number)d has no name.") % {"number": header.index("") + 1})
    if twice := sorted({name for name in header if header.count(name) > 1}):
        raise Refused(_("These columns stand twice: %(names)s.") % {"names": ", ".join(twice)})
    return Table(header, list(_rows(header, cells)))


def _rows(header: list[str], lines: Iterator[Sequence[str]]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=2):
        words = [cell.strip() for cell in line]
        if not any(words):
            continue
        surplus = [word for word in words[len(header) :] if word]
        fault = _("The row has more cells than there are columns.") if surplus else ""
        words += [""] * (len(header) - len(words))
        cells = dict(zip(header, words, strict=False))
        if any("\x00" in word for word in words):
            fault = _("The row holds a character that is no text (NUL).")
        yield Row(number, cells, fault)
