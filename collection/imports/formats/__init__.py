"""One folder a format of file: each has a `reader` with SUFFIXES and `read(path) -> Table`."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports.formats.csv import reader as csv_reader
from collection.imports.formats.table import Table
from collection.imports.formats.xlsx import reader as xlsx_reader

_READERS = {"csv": csv_reader, "xlsx": xlsx_reader}
MAX_BYTES = 50 * 1024 * 1024


def read(path: Path) -> Table:
    """The rows of a file, whatever its format. Raises Refused with a sentence for the one who sent it."""
    if not path.is_file():
        raise Refused(_("There is no file “%(path)s”.") % {"path": path})
    if path.stat().st_size > MAX_BYTES:
        raise Refused(
            _("The file is larger than %(limit)d MB. Split it.") % {"limit": MAX_BYTES // 1024 // 1024}
        )
    return _READERS[format_of(path)].read(path)


def format_of(path: Path) -> str:
    """The name of the format that the end of the file's name stands for. Raises Refused."""
    for name, reader in _READERS.items():
        if path.suffix.lower() in reader.SUFFIXES:
            return name
    raise Refused(
        _("“%(name)s” is neither CSV nor XLSX. Save the spreadsheet as “CSV UTF-8” or as “.xlsx”.")
        % {"name": path.name}
    )
