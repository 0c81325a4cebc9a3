"""Files on the local disk, whole or not at all: a killed process leaves no half file and no leftovers."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible

_CHUNK = 1024 * 1024


@deconstructible(path="asemus.storage.WholeFileStorage")
class WholeFileStorage(FileSystemStorage):
    """Django's local storage, but a file appears under its name only once all its bytes are on the disk."""

    def _save(self, name: str, content: Any) -> str:
        target = Path(self.path(name))
        target.parent.mkdir(parents=True, exist_ok=True)
        written, descriptor = _nameless(target.parent)
        try:
            with os.fdopen(descriptor, "wb", closefd=False) as out:
                for chunk in content.chunks(_CHUNK):
                    out.write(chunk)
                out.flush()
            os.fchmod(descriptor, self.file_permissions_mode or 0o640)
            os.fsync(descriptor)
            _give_name(written, target)
        except FileExistsError:  # somebody was quicker
            name = self.get_available_name(name)
            _give_name(written, Path(self.path(name)))
        finally:
            os.close(descriptor)
            with suppress(FileNotFoundError):
                if not written.startswith("/proc/"):
                    Path(written).unlink()
        return name.replace("\\", "/")


def _nameless(folder: Path) -> tuple[str, int]:
    """(a path to link from, an open file) of a file without a name where the system can do that."""
    flag = getattr(os, "O_TMPFILE", 0)
    if flag:
        with suppress(OSError):  # some file systems cannot
            descriptor = os.open(folder, flag | os.O_WRONLY, 0o600)
            return f"/proc/self/fd/{descriptor}", descriptor
    path = folder / f".{secrets.token_hex(8)}.part"
    return str(path), os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)


def _give_name(written: str, target: Path) -> None:
    """Give the finished file its name. Raises FileExistsError."""
    folder = os.open(target.parent, os.O_RDONLY)
    try:  # with a folder given, Python follows the link from /proc to the file itself
        os.link(written, target.name, dst_dir_fd=folder, follow_symlinks=True)
    finally:
        os.close(folder)
