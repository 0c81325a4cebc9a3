"""Records as a table that a spreadsheet opens: the columns of the importer, and who, where and under which rights."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from collection.exports.row import row_of
from collection.exports.site import Site
from collection.models import Artwork

BOM = "\ufeff"  # Excel reads UTF-8 only with it
TABLE_TYPE = "text/csv; charset=utf-8; header=present"
# Of the portal's own, which the importer has no use for.
OWN_COLUMNS = ("public_id", "url", "claim")
_FIRST = ("museum", "accession_number", "accession_missing_reason", "source_id")
_LAST = (
    "object_types", "display_object_type", "materials", "display_materials", "techniques", "display_techniques",
    "subjects", "motifs", "culture", "display_culture", "epochs", "agents", "display_creator", "display_date", "edtf",
    "earliest_begin", "latest_begin", "earliest_end", "latest_end", "date_note", "production_place",
    "production_country", "find_place", "display_dimensions", "dimensions",
)  # fmt: skip
_END = ("rights", "statement_by", "references", "source_note", "curator_note", "display_notice_kind")
# Texts in languages; a table has a column for each language that its works have.
IN_LANGUAGES = ("description", "masterpiece_statement", "credit_line", "provenance_text", "display_notice")
# What a spreadsheet would reckon with instead of showing it, in half and full width (OWASP, “CSV injection”).
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def columns_of(titles: Iterable[str], texts: Iterable[str]) -> list[str]:
    """The header: `titles` are the languages of titles, `texts` names such as `description@ja`."""
    titled = [f"title@{language}" for language in _english_first(titles)]
    order = {name: at for at, name in enumerate(IN_LANGUAGES)}
    said = sorted(
        texts, key=lambda column: (order[column.partition("@")[0]], not column.endswith("@en"), column)
    )
    return [*OWN_COLUMNS, *_FIRST, *titled, *_LAST, *said, *_END]


def _english_first(languages: Iterable[str]) -> list[str]:
    return sorted(set(languages), key=lambda language: (language != "en", language))


def header(columns: list[str]) -> str:
    return BOM + _line(columns)


def lines(works: Iterable[Artwork], columns: list[str], site: Site) -> Iterator[str]:
    """A line a work; `works` from `.with_row()` without a further query."""
    own = [column for column in columns if column not in OWN_COLUMNS]
    for work in works:
        cells = row_of(work, own)
        claim = "open" if work.has_open_claim else ""
        cells |= {"public_id": work.public_id, "url": site.artwork(work.public_id), "claim": claim}
        yield _line([harmless(cells[column]) for column in columns])


def harmless(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would take for a formula; numbers stay numbers."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _line(cells: list[str]) -> str:
    """RFC 4180."""
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
