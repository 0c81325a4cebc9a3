"""Where photographs and their table lie: a folder, or a ZIP archive that is read and never unpacked."""

from __future__ import annotations

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, Any, BinaryIO, Protocol

from django.conf import settings
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused
from collection.imports import formats
from collection.imports.formats.table import Table

TABLES = (".csv", ".tsv", ".xlsx")
_MOST_FILES = 5_000
_MOST_TIMES_SMALLER = 100  # a photograph packs badly: what packs better than this is a bomb
_SMALL = 1024 * 1024
_CHUNK = 1024 * 1024
_ENCRYPTED = 1


class Pictures(Protocol):
    """A table, and files by the names that it uses."""

    def table(self) -> Table:
        """The one table. Raises Refused where there is none, or several."""

    def names(self) -> list[str]:
        """All files but the table and hidden ones."""

    def opened(self, name: str) -> Any:
        """A context with the file, to be read. Raises Refused where it is not there or not whole."""


def _missing(name: str) -> Refused:
    return Refused(_("There is no file “%(path)s”.") % {"path": name})


def _only(tables: list[str]) -> str:
    if not tables:
        raise Refused(_("There is no table: put a CSV or XLSX file beside the photographs."))
    if len(tables) > 1:
        raise Refused(
            _("There are several tables: %(names)s. Leave one.") % {"names": ", ".join(sorted(tables)[:5])}
        )
    return tables[0]


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in PurePosixPath(name).parts)


class Folder:
    """A folder of this machine; names are paths below it."""

    def __init__(self, path: Path) -> None:
        if not path.is_dir():
            raise Refused(_("There is no folder “%(path)s”.") % {"path": path})
        self.path = path.resolve()

    def _files(self) -> list[str]:
        found = (path.relative_to(self.path) for path in self.path.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in found if not _is_hidden(path.as_posix()))

    def table_path(self) -> Path:
        return self.path / _only([name for name in self._files() if name.lower().endswith(TABLES)])

    def table(self) -> Table:
        return formats.read(self.table_path())

    def names(self) -> list[str]:
        return [name for name in self._files() if not name.lower().endswith(TABLES)]

    @contextmanager
    def opened(self, name: str) -> Iterator[BinaryIO]:
        path = (self.path / name).resolve()
        if not path.is_relative_to(self.path) or not path.is_file():
            raise _missing(name)
        with path.open("rb") as file:
            yield file


class Archive:
    """A ZIP file; names are those beside the table, in whatever folder of the archive it lies."""

    def __init__(self, file: BinaryIO) -> None:
        try:
            self.zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise Refused(_("This file cannot be read as ZIP. Pack it anew.")) from error
        entries = [
            info for info in self.zip.infolist() if not info.is_dir() and not _is_hidden(info.filename)
        ]
        if len(entries) > _MOST_FILES:
            raise Refused(_("The archive has more than %(count)d files. Split it.") % {"count": _MOST_FILES})
        if sum(info.file_size for info in entries) > settings.PICTURES_ZIP_UNPACKED_BYTES:
            raise Refused(_("Unpacked, the archive would be too large. Split it."))
        self.entries = {info.filename: info for info in entries}
        self.table_name = _only([name for name in self.entries if name.lower().endswith(TABLES)])
        self.base = self.table_name.rpartition("/")[0]

    def table(self) -> Table:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"table{PurePosixPath(self.table_name).suffix.lower()}"
            with path.open("wb") as file:
                self._read(self.entries[self.table_name], file, formats.MAX_BYTES)
            return formats.read(path)

    def names(self) -> list[str]:
        start = f"{self.base}/" if self.base else ""
        return [name.removeprefix(start) for name in self.entries if name != self.table_name]

    @contextmanager
    def opened(self, name: str) -> Iterator[IO[bytes]]:
        info = self.entries.get(f"{self.base}/{name}" if self.base else name) or self.entries.get(name)
        if info is None:
            raise _missing(name)
        with tempfile.TemporaryFile() as file:
            self._read(info, file, settings.IMAGE_MAX_BYTES)
            file.seek(0)
            yield file

    def _read(self, info: zipfile.ZipInfo, file: IO[bytes], limit: int) -> None:
        """Copy one entry, no farther than the limit. Raises Refused."""
        if info.flag_bits & _ENCRYPTED:
            raise Refused(_("“%(name)s” is locked by a password.") % {"name": info.filename})
        if info.file_size > _SMALL and info.file_size > info.compress_size * _MOST_TIMES_SMALLER:
            raise Refused(_("There is nothing in “%(name)s”.") % {"name": info.filename})
        done = 0
        try:
            with self.zip.open(info) as packed:
                while chunk := packed.read(_CHUNK):
                    done += len(chunk)
                    if done > min(limit, info.file_size):
                        raise Refused(_("“%(name)s” is too large.") % {"name": info.filename})
                    file.write(chunk)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError) as error:
            raise Refused(_("“%(name)s” is damaged in the archive.") % {"name": info.filename}) from error
