"""Reads the first sheet of an XLSX file; numbers and dates become the words a person would have typed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineWorkbook

from collection.actions.refusal import Refused
from collection.imports.formats.table import Table, table_of

SUFFIXES = (".xlsx",)


def read(path: Path) -> Table:
    """The rows of the first sheet. Raises Refused."""
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            lines = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError) as error:
        raise Refused(
            _("This file cannot be read as XLSX. Open it in a spreadsheet and save it anew.")
        ) from error
    return table_of([[_words(cell) for cell in line] for line in lines])


def _words(cell: Any) -> str:
    """A cell as text: 1903.0 is “1903”, a date is written year first."""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() else repr(cell)
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(" ")
    return str(cell)
