"""A folder of pictures for the demonstration: photographs of its works, and records of their own for the rest.

The table says of each picture what it shows, who keeps that, and under which licence it may be used. Where it
names no keeper, none is guessed: the record stands under “Keeper not named in the source” (docs/adr/0008).
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.apply import How
from collection.imports.formats.table import Row, Table
from collection.imports.picture_files import Folder
from collection.imports.pictures import attach_pictures
from collection.imports.runner import Source, run_import
from collection.imports.vocabulary import import_vocabulary
from collection.models import Artwork, ImportRow
from collection.models.import_run import PICTURES, RowOutcome

NOT_NAMED = "keeper-not-named"
NOTE = "Facts as given with the picture; not verified by its keeper."
NO_NUMBER = "Not named in the source of the picture"
UNDESCRIBED = "picture not yet described in words"
_NEEDED = {"file", "title", "licence", "credit"}  # a table of pictures with their facts
_NUMBER = re.compile(r"^(.*?)\s*\(([^()]*)\)$")  # Museum (accession number)
_NOBODY = re.compile(r"^unknown artist$", re.IGNORECASE)
_LONGEST_NOTE = 500
Told = Callable[[str, int, int], None]  # what, done, of how many


@dataclass(frozen=True, slots=True)
class Pictured:
    """What one row of the table comes to: a work, unless the demonstration has it, and its photograph."""

    photograph: dict[str, str]
    work: dict[str, str] | None


def load_media(folder: Path, *, told: Told) -> list[ImportRow]:
    """Load the pictures of a folder. Run again, it goes on where it was stopped and changes nothing else.

    Returns the rows that were refused. Raises Refused for a folder without a table that can be read.
    """
    pictures = Folder(folder)
    path = pictures.table_path()
    table = _as_written(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    counting = _Counting(told)
    if set(table.columns) >= _NEEDED:
        import_vocabulary("museums", keepers(), by=None)
        reader = Reader()
        pictured = [reader.read(row.cells) for row in table.rows]
        works = _table([one.work for one in pictured if one.work])
        counting.begin("records", len(works.rows))
        how = How(is_publishing=True, is_demonstration=True, note="Demonstration record")
        run_import(works, Source(path.name, digest, "csv"), museum=None, how=how, on_row=counting.on_row)
        table = _table([one.photograph for one in pictured])
    counting.begin("pictures", len(table.rows))
    source = Source(path.name, digest, PICTURES)
    attach_pictures(pictures, source, museum=None, how=How(), table=table, on_row=counting.on_row)
    return counting.refused


class _Counting:
    """Tells how far the load is, and keeps what was refused."""

    def __init__(self, told: Told) -> None:
        self.told, self.refused = told, list[ImportRow]()

    def begin(self, what: str, total: int) -> None:
        self.what, self.total, self.done = what, total, 0
        self.told(what, 0, total)

    def on_row(self, row: ImportRow) -> None:
        self.done += 1
        self.told(self.what, min(self.done, self.total), self.total)
        if row.outcome == RowOutcome.REFUSED:
            self.refused.append(row)


def keepers() -> Table:
    """The keepers that pictures may name, and the one for those that name none."""
    return formats.read(_fixture("keepers.csv")).without("named")


class Reader:
    """Reads rows of such a table; what words mean stands in `fixtures/media`, for people to correct."""

    def __init__(self) -> None:
        rows = formats.read(_fixture("keepers.csv")).rows
        self.slugs = {row.cells["named"]: row.cells["slug"] for row in rows}
        words = formats.read(_fixture("words.csv")).rows
        self.words = [(row.cells["column"], row.cells["words"], row.cells["value"]) for row in words]

    def read(self, cells: dict[str, str]) -> Pictured:
        known = self._known(cells.get("related_masterpiece", ""))
        museum, number = self.keeper(cells.get("museum", ""))
        title, maker = cells["title"], _maker(cells)
        photograph = {
            "file": cells["file"],
            "museum": known.museum.slug if known else museum,
            "source_id": known.source_id if known else cells["file"],
            "caption@en": cells.get("note", "") if known else "",  # of another's record it says what differs
            "alt@en": f"{title}{f', by {maker}' if maker else ''} ({UNDESCRIBED})",
            "credit": cells["credit"],
            "rights": cells["licence"],
            "view": "overall",
        }
        return Pictured(photograph, None if known else self._work(cells, museum, number, maker))

    def keeper(self, named: str) -> tuple[str, str]:
        """(slug, accession number) of what the table says, `Museum (number)`; never of a guess."""
        found = _NUMBER.match(named)
        name, number = (found[1], found[2]) if found and named not in self.slugs else (named, "")
        return self.slugs.get(name, name), number

    def meaning(self, column: str, text: str) -> str:
        """The value of the first words of this column that stand in `text`."""
        text = text.casefold()
        return next((value for name, words, value in self.words if name == column and words in text), "")

    @staticmethod
    def _known(source_id: str) -> Artwork | None:
        works = Artwork.objects.filter(is_demonstration=True, source_id=source_id).select_related("museum")
        return works.first() if source_id else None

    def _work(self, cells: dict[str, str], museum: str, number: str, maker: str) -> dict[str, str]:
        region = cells.get("region", "")
        about = " | ".join([cells["title"], cells.get("series", ""), region])
        native = "ja" if "japan" in region.casefold() else "und"
        source = cells.get("source", "").partition(" ; ")[0]
        return {
            "source_id": cells["file"],
            "museum": museum,
            "accession_number": number,
            "accession_missing_reason": "" if number else NO_NUMBER,
            "title@en": cells["title"],
            f"title@{native}": cells.get("native_title", ""),
            f"title@{native}-Latn": cells.get("romanised_title", "") if native == "ja" else "",
            "display_creator": maker,
            "object_types": self.meaning("object_types", about),
            "display_date": _date(cells.get("date", "")),
            "culture": self.meaning("culture", region.partition("(")[0]),
            "display_culture": region.partition("/")[2] or region,
            "source_note": " ".join(filter(None, [NOTE, f"Source: {source}", cells.get("note", "")]))[
                :_LONGEST_NOTE
            ],
        }


def _maker(cells: dict[str, str]) -> str:
    maker = cells.get("maker", "")
    return "" if _NOBODY.match(maker) else maker


def _date(words: str) -> str:
    """`the 17th Century` as museums write it."""
    return words.removeprefix("the ").replace("Century", "century") or "not dated"


def _table(rows: list[dict[str, str]]) -> Table:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    whole = [{column: row.get(column, "") for column in columns} for row in rows]
    return Table(columns, [Row(number, cells) for number, cells in enumerate(whole, start=2)])


def _as_written(path: Path) -> Table:
    """A table as our own reader takes it, or one of tabs in which a quotation mark is a letter like any other."""
    if path.suffix.lower() != ".tsv":
        return formats.read(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not lines:
        raise Refused(_("The file is empty: its first row must name the columns."))
    return _table([dict(zip(lines[0], line, strict=False)) for line in lines[1:] if any(line)])


def _fixture(name: str) -> Path:
    return Path(settings.BASE_DIR) / "fixtures" / "media" / name
