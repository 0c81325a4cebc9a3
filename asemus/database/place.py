"""Where an embedded PostgreSQL lives: its home folder, its socket, its password. Nothing here starts anything."""

import os
import secrets
import tempfile
from pathlib import Path

SUPERUSER = "asemus"
DATABASE = "asemus"
# Linux takes 107 bytes for the path of a socket, macOS 103.
LONGEST_SOCKET_PATH = 103
SOCKET_NAME = ".s.PGSQL.5432"


def data_folder(home: Path) -> Path:
    return home / "data"


def kept_password(home: Path) -> str:
    """Return the superuser's password, drawn once and kept readable by its owner only."""
    path = home / "password"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        drawn = path.with_name(f"password.{os.getpid()}")
        with os.fdopen(os.open(drawn, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
        try:
            os.link(drawn, path)  # whole or not at all, and the first of two processes wins
        except FileExistsError:
            pass
        finally:
            drawn.unlink()
    return path.read_text().strip()


def socket_folder(home: Path) -> Path:
    """Return the folder of the socket: `run` in the home, or a short one elsewhere where that path is too long."""
    folder = home / "run"
    if len(os.fsencode(folder / SOCKET_NAME)) <= LONGEST_SOCKET_PATH:
        return folder
    record = home / "socket-folder"
    if record.exists():
        folder = Path(record.read_text().strip())
        if _is_private(folder, record):
            return folder
    home.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="asemus-", dir="/tmp"))
    record.write_text(str(folder))
    return folder


def _is_private(folder: Path, record: Path) -> bool:
    """True if nobody else can have put the folder there: ours or the data's owner's, and closed."""
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    data = data_folder(record.parent)
    owners = {record.stat().st_uid, (data if data.exists() else record).stat().st_uid}
    return found.st_uid in owners and found.st_mode & 0o170077 == 0o040000
