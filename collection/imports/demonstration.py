"""The demonstration collection: `fixtures/` through the same import as a museum's own file."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils import timezone

from collection.imports import formats
from collection.imports.apply import How
from collection.imports.formats.table import Row, Table
from collection.imports.nouns import NOUNS
from collection.imports.other_names import import_other_names
from collection.imports.runner import Source, run_import
from collection.imports.vocabulary import import_vocabulary
from collection.models import ImportRow, ImportRun
from collection.models.import_run import RowOutcome, RunState

NOTE = "Compiled from public knowledge for the demonstration; not yet verified by the museum."
SIGNED = "Demonstration text, not yet the museum’s"
_STAMP = "fixtures"  # the format of the run that stands for a whole load
_SECTION = re.compile(r"^## (\S+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
Told = Callable[[str, int, int], None]  # what, done, of how many


def fingerprint(folder: Path) -> str:
    """SHA-256 over every file of the fixtures, by name and content."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix in (".csv", ".md", ".toml")):
        digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes() + b"\0")
    return digest.hexdigest()


def is_loaded(print_of_files: str) -> bool:
    """True if the last finished load was of these very files."""
    last = (
        ImportRun.objects.filter(format=_STAMP, state=RunState.FINISHED)
        .order_by("-finished_at", "-pk")
        .first()
    )
    return last is not None and last.sha256 == print_of_files


def stamp(print_of_files: str) -> None:
    """Note that all of these files stand in the database."""
    ImportRun.objects.create(
        file_name="fixtures",
        sha256=print_of_files,
        format=_STAMP,
        state=RunState.FINISHED,
        finished_at=timezone.now(),
    )


def load(folder: Path, *, told: Told) -> list[ImportRow]:
    """Load museums, vocabulary and works; run again it completes what was cut off and changes nothing else.

    Returns the rows of works that were refused.
    """
    for name in NOUNS:
        table = formats.read(folder / f"{name}.csv")
        told(name, 0, len(table.rows))
        import_vocabulary(name, table, by=None)
        told(name, len(table.rows), len(table.rows))
    others = _other_names(folder)
    import_other_names(others, list(NOUNS), by=None)
    path = folder / "artworks.csv"
    table = with_texts(formats.read(path).without("confidence"), folder / "texts")
    refused: list[ImportRow] = []

    def on_row(row: ImportRow) -> None:
        nonlocal done
        done += 1
        told("artworks", done, len(table.rows))
        if row.outcome == RowOutcome.REFUSED:
            refused.append(row)

    done = 0
    source = Source(path.name, hashlib.sha256(path.read_bytes()).hexdigest(), "csv")
    how = How(is_publishing=True, is_demonstration=True, note="Demonstration record")
    run_import(table, source, museum=None, how=how, on_row=on_row)
    import_other_names(others, ["agents"], by=None)  # makers come with their works
    return refused


def _other_names(folder: Path) -> Table:
    path = folder / "alternative_labels.csv"
    return formats.read(path) if path.exists() else Table([])


def with_texts(table: Table, folder: Path) -> Table:
    """The rows of works with the texts that lie beside them, signed, and with what kind of record they are."""
    texts = {path.stem: dict(_sections(path)) for path in folder.glob("*.md")}
    names = sorted({name for sections in texts.values() for name in sections})
    columns = [*table.columns, *names, "statement_by"]
    rows = []
    for row in table.rows:
        sections = texts.get(row.cells["source_id"], {})
        has_statement = any(name.startswith("masterpiece_statement@") for name in sections)
        source = row.cells.get("source_note", "")
        cells = {
            **row.cells,
            **{name: sections.get(name, "") for name in names},
            "statement_by": SIGNED if has_statement else "",
            "source_note": f"{NOTE} Source: {source}" if source else NOTE,
        }
        rows.append(Row(row.number, cells, row.fault))
    return Table([*columns, *([] if "source_note" in columns else ["source_note"])], rows)


def _sections(path: Path) -> Iterator[tuple[str, str]]:
    """(column, text) of a text file: lines of a paragraph joined, paragraphs kept apart."""
    for match in _SECTION.finditer(path.read_text(encoding="utf-8")):
        paragraphs = (" ".join(part.split()) for part in match[2].split("\n\n"))
        yield match[1], "\n\n".join(part for part in paragraphs if part)
