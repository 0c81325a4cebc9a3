"""What can go wrong on a machine, each as one sentence and its cure."""

import errno
import os
import shutil
from pathlib import Path


class Fault(Exception):  # noqa: N818  it is a sentence for people, not an error of the program
    """One clear sentence and the cure, fit to be printed as it stands."""


DISK_IS_FULL = "The disk is full, so nothing more can be written. Free about 600 MB (`df -h .` shows the disk), then start again."
_DISK_FULL_WORDS = ("no space left on device", "disk quota exceeded", "enospc", "edquot")
_NO_ROOM = 1024 * 1024


def tells_of_full_disk(words: str, folder: Path | None = None) -> bool:
    """True if some program's output says that the disk is full, or the disk of `folder` is (so nobody could say it)."""
    if any(sign in words.lower() for sign in _DISK_FULL_WORDS):
        return True
    return folder is not None and shutil.disk_usage(folder).free < _NO_ROOM


def fault_of(error: OSError) -> Fault:
    """The sentence for an error of the file system."""
    where = error.filename or "the project's folder"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Fault(DISK_IS_FULL)
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return Fault(
            f"{where} cannot be written ({os.strerror(error.errno)}). Copy the project to a folder that is yours, "
            "or name one for its data with ASEMUS_VAR=/some/folder."
        )
    return Fault(f"{where}: {error.strerror or error}. Mend that, then start again.")
