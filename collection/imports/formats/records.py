"""Records of a museum's export, one after the other: CSV or JSON lines, packed with gzip or not."""

from __future__ import annotations

import csv
import gzip
import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from django.utils.translation import gettext as _

from collection.actions.refusal import Refused

SUFFIXES = (".csv", ".jsonl", ".ndjson", ".gz")
MAX_UNPACKED = 2_000_000_000  # letters: what a packed file may hold
_LONGEST_CELL = 1_000_000
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, UnicodeDecodeError, csv.Error)


class Unreadable(ValueError):  # noqa: N818 -- an answer, not a fault
    """A record that cannot be read, in a sentence."""


Found = tuple[int, "dict[str, Any] | Unreadable"]  # the line or record number, and what stands there


def records(path: Path) -> Iterator[Found]:
    """Every record of a file; one that cannot be read comes as the reason why. Never raises half-way."""
    with _opened(path) as stream:
        is_json = _first_sign(stream) == "{"
        number = 1
        try:
            for number, record in _lines(stream) if is_json else _rows(stream):
                yield number, record
        except _BROKEN:
            yield (
                number + 1,
                Unreadable(_("The file cannot be read from here on: it is cut off or damaged.")),
            )


def fields_of(path: Path) -> set[str]:
    """The names of the fields of the first record; none for a file that is no such export."""
    try:
        found = next(records(path), (0, Unreadable()))[1]
    except (OSError, Refused):
        return set()
    return set(found) if isinstance(found, dict) else set()


@contextmanager
def _opened(path: Path) -> Iterator[IO[str]]:
    """The text of a file, unpacked as it is read, told by its first bytes."""
    with path.open("rb") as raw:
        is_packed = raw.read(2) == b"\x1f\x8b"
    if is_packed:
        with gzip.open(path, "rt", encoding="utf-8-sig", newline="") as stream:
            yield stream
    else:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            yield stream


def _first_sign(stream: IO[str]) -> str:
    try:
        sign = stream.read(1)
        stream.seek(0)
    except _BROKEN:
        return ""
    return sign


def _bounded(stream: IO[str]) -> Iterator[str]:
    left = MAX_UNPACKED
    while line := stream.readline(_LONGEST_CELL * 10):
        left -= len(line)
        if left < 0:
            raise EOFError
        yield line


def _lines(stream: IO[str]) -> Iterator[Found]:
    for number, line in enumerate(_bounded(stream), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict):
            yield number, record
        else:
            yield number, Unreadable(_("The line is no JSON object."))


def _rows(stream: IO[str]) -> Iterator[Found]:
    """Rows numbered as a spreadsheet does: the first after the names of the columns is 2."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(_bounded(stream))
    names = next(reader, [])
    for number, cells in enumerate(reader, start=2):
        if len(cells) == len(names):
            yield number, dict(zip(names, cells, strict=True))
        elif cells:
            yield (
                number,
                Unreadable(
                    _("The row has %(count)d cells, but there are %(columns)d columns.")
                    % {"count": len(cells), "columns": len(names)}
                ),
            )
