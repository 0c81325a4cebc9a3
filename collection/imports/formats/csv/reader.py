"""Reads CSV: UTF-8, with or without byte order mark; comma, semicolon or tab, as spreadsheets write it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports.formats.table import Table, table_of

SUFFIXES = (".csv", ".tsv")
_LONGEST_CELL = 1_000_000


def read(path: Path) -> Table:
    """The rows of a CSV file. Raises Refused."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(
            _("The file is not UTF-8 (byte %(byte)d). In the spreadsheet choose “CSV UTF-8” when saving.")
            % {"byte": error.start}
        ) from error
    csv.field_size_limit(_LONGEST_CELL)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    try:
        return table_of(lines)
    except csv.Error as error:
        raise Refused(
            _("Line %(line)d is not CSV: %(why)s. Is there a lone quotation mark?")
            % {"line": lines.line_num, "why": error}
        ) from error


def _delimiter(text: str) -> str:
    """The sign that parts most columns of the first line."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)
