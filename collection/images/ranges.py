"""Parts of files: a read at a place of a local file, a ranged GET from an S3-compatible service, else from a copy."""

from __future__ import annotations

import io
import os
import tempfile
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any, Protocol

_KEPT_BYTES = 64 * 1024 * 1024  # of remote files, in each process
_BUFFER = 256 * 1024


class Ranges(Protocol):
    """A file that can be read anywhere, by several threads at once."""

    size: int

    def read(self, offset: int, length: int) -> bytes:
        """Exactly these bytes. Raises EOFError for a file that is shorter, OSError if it cannot be read."""
        ...


class LocalRanges:
    """A file of this machine, held open as long as anybody uses it."""

    def __init__(self, path: str) -> None:
        self._descriptor = -1
        self._descriptor = os.open(path, os.O_RDONLY)
        self.size = os.fstat(self._descriptor).st_size

    def read(self, offset: int, length: int) -> bytes:
        data = os.pread(self._descriptor, length, offset)
        if len(data) != length:
            raise EOFError(f"{length} bytes wanted at {offset}, {len(data)} found")
        return data

    def __del__(self) -> None:
        if self._descriptor >= 0:
            os.close(self._descriptor)


class RemoteRanges:
    """A file in a service that speaks S3; what was read lately is kept in memory."""

    kept: OrderedDict[tuple[str, int, int], bytes] = OrderedDict()
    kept_bytes = 0
    lock = Lock()

    def __init__(self, storage: Any, name: str) -> None:
        self._client = storage.connection.meta.client
        self._place = {"Bucket": storage.bucket_name, "Key": storage._normalize_name(name)}
        self.size = int(storage.size(name))

    def read(self, offset: int, length: int) -> bytes:
        key = (self._place["Key"], offset, length)
        with self.lock:
            if key in self.kept:
                self.kept.move_to_end(key)
                return self.kept[key]
        answer = self._client.get_object(**self._place, Range=f"bytes={offset}-{offset + length - 1}")
        data: bytes = answer["Body"].read()
        if len(data) != length:
            raise EOFError(f"{length} bytes wanted at {offset}, {len(data)} found")
        self._keep(key, data)
        return data

    @classmethod
    def _keep(cls, key: tuple[str, int, int], data: bytes) -> None:
        with cls.lock:
            if key not in cls.kept:
                cls.kept[key] = data
                cls.kept_bytes += len(data)
            while cls.kept_bytes > _KEPT_BYTES:
                _key, oldest = cls.kept.popitem(last=False)
                cls.kept_bytes -= len(oldest)


def ranges_of(storage: Any, name: str) -> Ranges:
    """The file `name` of a Django storage. Raises FileNotFoundError."""
    if _is_local(storage):
        return LocalRanges(storage.path(name))
    if not storage.exists(name):
        raise FileNotFoundError(name)
    return RemoteRanges(storage, name)


@contextmanager
def local_copy(storage: Any, name: str) -> Iterator[Path]:
    """A path on this machine to the whole file: its own where it is local, else of a copy that goes away again."""
    if _is_local(storage):
        yield Path(storage.path(name))
        return
    with tempfile.NamedTemporaryFile() as copy, storage.open(name, "rb") as file:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def _is_local(storage: Any) -> bool:
    try:
        storage.path("")
    except NotImplementedError:
        return False
    return True


class RangeFile(io.RawIOBase):
    """Ranges as a file object, for readers that seek (zipfile)."""

    def __init__(self, ranges: Ranges) -> None:
        self._ranges = ranges
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self._at = offset + {os.SEEK_SET: 0, os.SEEK_CUR: self._at, os.SEEK_END: self._ranges.size}[whence]
        return self._at

    def tell(self) -> int:
        return self._at

    def readinto(self, buffer: Any) -> int:
        length = max(0, min(len(buffer), self._ranges.size - self._at))
        buffer[:length] = self._ranges.read(self._at, length) if length else b""
        self._at += length
        return length

    @classmethod
    def buffered(cls, ranges: Ranges) -> io.BufferedReader:
        return io.BufferedReader(cls(ranges), _BUFFER)
