"""An uploaded file as one buffer that the machine pages in as it is read, however large the file is."""

from __future__ import annotations

import io
import mmap
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, BinaryIO

CHUNK = 1024 * 1024


class TooLarge(ValueError):  # noqa: N818 -- an answer, not a fault
    """The file has more bytes than are allowed; no more than those were read."""


@dataclass(frozen=True, slots=True)
class Buffer:
    """`data` is the whole file, `descriptor` an open handle of it for libraries that read for themselves."""

    data: mmap.mmap
    descriptor: int


@contextmanager
def buffered(file: BinaryIO, max_bytes: int) -> Iterator[Buffer | None]:
    """Map a file; None for an empty one. Raises TooLarge.

    What lies on this machine's disk is mapped where it is; what comes from memory or another machine is
    copied into a nameless file first, a chunk at a time. The place where `file` stands may move.
    """
    file.seek(0)
    descriptor = _descriptor_of(file)
    if descriptor is not None:
        with _mapped(descriptor, max_bytes) as buffer:
            yield buffer
        return
    with tempfile.TemporaryFile() as copy:
        _copy(file, copy, max_bytes)
        with _mapped(copy.fileno(), max_bytes) as buffer:
            yield buffer


@contextmanager
def _mapped(descriptor: int, max_bytes: int) -> Iterator[Buffer | None]:
    size = os.fstat(descriptor).st_size
    if size > max_bytes:
        raise TooLarge
    if size == 0:
        yield None
        return
    with mmap.mmap(descriptor, size, access=mmap.ACCESS_READ) as data:
        yield Buffer(data, descriptor)


def _descriptor_of(file: BinaryIO) -> int | None:
    """The handle of a real file, or None."""
    try:
        return file.fileno()
    except (AttributeError, OSError, io.UnsupportedOperation):
        return None


def _copy(file: BinaryIO, copy: IO[bytes], max_bytes: int) -> None:
    size = 0
    while chunk := file.read(CHUNK):
        size += len(chunk)
        if size > max_bytes:
            raise TooLarge
        copy.write(chunk)
    copy.flush()
