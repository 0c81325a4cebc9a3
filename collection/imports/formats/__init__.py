"""One folder a format of file. `csv` and `xlsx` hold rows in our own terms; a folder with a `mapping.toml` is a museum's
own export, known by the names of its fields."""

from __future__ import annotations

from pathlib import Path

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports.formats import mapping, records
from collection.imports.formats.csv import reader as csv_reader
from collection.imports.formats.mapping import Export, ExportRows
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
    if export := export_of(path):
        return Table(export.columns, ExportRows(path, export), export)
    return _READERS[format_of(path)].read(path)


def format_of(path: Path) -> str:
    """The name of a museum's export, else of the format that the end of the file's name stands for. Raises Refused."""
    if export := export_of(path):
        return export.name
    for name, reader in _READERS.items():
        if path.suffix.lower() in reader.SUFFIXES:
            return name
    if path.suffix.lower() in records.SUFFIXES:
        raise Refused(
            _("The fields of “%(name)s” are those of no export that is known here: %(known)s.")
            % {"name": path.name, "known": ", ".join(mapping.names())}
        )
    raise Refused(
        _("“%(name)s” is neither CSV nor XLSX. Save the spreadsheet as “CSV UTF-8” or as “.xlsx”.")
        % {"name": path.name}
    )


def export_of(path: Path) -> Export | None:
    """The museum's export that a file is, None if it is none."""
    if path.suffix.lower() not in records.SUFFIXES:
        return None
    fields = records.fields_of(path)
    exports = (mapping.export(name) for name in mapping.names()) if fields else ()
    return next((export for export in exports if export.known_by <= fields), None)
