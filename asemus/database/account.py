"""PostgreSQL refuses to run as root: the unprivileged user of this machine that it runs as then."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NAME = "asemus-postgres"


@dataclass(frozen=True)
class Account:
    """An unprivileged user of this machine."""

    uid: int
    gid: int

    def process_options(self) -> dict[str, Any]:
        """Options of `subprocess` that make a child this user, with none of root's groups."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give this user `path` and all below it (only ever called for folders under var/)."""
        for found in [path, *path.rglob("*")]:
            if found.lstat().st_uid != self.uid:
                os.chown(found, self.uid, self.gid, follow_symlinks=False)


def server_account() -> Account | None:
    """Return whom the server runs as, or None where that is simply ourselves."""
    if os.geteuid() != 0:
        return None
    found = _find(NAME) or _create() or _find("nobody")
    if found is None:
        raise LookupError(NAME)
    return found


def _find(name: str) -> Account | None:
    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(entry.pw_uid, entry.pw_gid)


def _create() -> Account | None:
    """Make a user of our own, so that `nobody`'s other programs cannot read the database."""
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd:
        command = [useradd, "--system", "--no-create-home", "--shell", "/bin/false", "--user-group", NAME]
        subprocess.run(command, capture_output=True, check=False)
    return _find(NAME)
