"""One archive with everything that is not in the repository: the database as SQL, the files as they are."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from asemus.database.binaries import client
from asemus.faults import DISK_IS_FULL, Fault, tells_of_full_disk

FORMAT = 1
_SQL = "database.sql"
_MANIFEST = "manifest.json"
_FILES = "media"


@dataclass
class Manifest:
    """What an archive says of itself."""

    made_at: str  # ISO 8601, UTC
    last_deed: int  # the highest id of the audit line: tells which of two states is the newer
    migrations: list[str]  # "app.name", sorted
    sql_sha256: str
    files: int
    format: int = FORMAT


def connection_environment(settings: Mapping[str, Any]) -> dict[str, str]:
    """libpq's variables for Django's database settings; a password never stands on a command line."""
    names = {
        "PGHOST": "HOST",
        "PGPORT": "PORT",
        "PGUSER": "USER",
        "PGPASSWORD": "PASSWORD",
        "PGDATABASE": "NAME",
    }
    return os.environ | {name: str(settings[key]) for name, key in names.items() if settings.get(key)}


def write(
    target: Path, settings: Mapping[str, Any], media: Path, last_deed: int, migrations: list[str]
) -> Manifest:
    """Write the archive: the database first, then the files, so that no row lacks its file. Raises Fault."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f"{target.name}.unfinished")
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        sql = Path(folder) / _SQL
        options = ["--no-owner", "--no-privileges", "--format=plain", "--encoding=UTF8", f"--file={sql}"]
        _run("pg_dump", options, settings, "The database could not be written out")
        files = sorted(path for path in media.rglob("*") if path.is_file()) if media.exists() else []
        now = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
        manifest = Manifest(now, last_deed, sorted(migrations), _sha256(sql), len(files))
        description = Path(folder) / _MANIFEST
        description.write_text(json.dumps(asdict(manifest), indent=1))
        unfinished.unlink(missing_ok=True)
        unfinished.touch(mode=0o600)  # it holds people
        with tarfile.open(unfinished, mode="w:gz", compresslevel=3) as archive:
            archive.add(description, _MANIFEST)
            archive.add(sql, _SQL)
            for path in files:
                archive.add(path, f"{_FILES}/{path.relative_to(media)}", recursive=False)
    unfinished.rename(target)  # a broken-off backup never bears the name of a whole one
    return manifest


def read_manifest(source: Path) -> Manifest:
    """Return what the archive says of itself. Raises Fault if it is none of ours."""
    try:
        with tarfile.open(source) as archive:
            first = archive.next()
            content = archive.extractfile(first) if first and first.name == _MANIFEST else None
            if content is None:
                raise Fault(
                    f"{source} is not a backup of this portal. Take a file that `make backup` has written."
                )
            manifest = Manifest(**json.loads(content.read()))
    except FileNotFoundError:
        raise Fault(f"{source} does not exist. `ls var/backups` shows what there is.") from None
    except (tarfile.TarError, EOFError, ValueError, TypeError, OSError) as error:
        raise Fault(f"{source} cannot be read as a backup ({error}). Take another one.") from error
    if manifest.format > FORMAT:
        raise Fault(f"{source} was written by a newer version of this project. Update the project first.")
    return manifest


def restore(source: Path, settings: Mapping[str, Any], media: Path) -> None:
    """Put database and files back as they were, the database in one transaction. Raises Fault; then nothing changed."""
    manifest = read_manifest(source)
    media.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=media.parent) as name:
        folder = Path(name)
        try:
            with tarfile.open(source) as archive:
                _unpack(archive, folder)
        except (tarfile.TarError, EOFError) as error:
            raise Fault(
                f"{source} is damaged ({error}). Take another backup; nothing was changed."
            ) from error
        sql = folder / _SQL
        if not sql.exists() or _sha256(sql) != manifest.sql_sha256:
            raise Fault(f"{source} is damaged: its database is not what was written. Nothing was changed.")
        _restore_database(sql, settings)
        incoming = folder / _FILES
        incoming.mkdir(exist_ok=True)
        if media.exists():
            media.rename(folder / "before")
        incoming.rename(media)


def _unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Write plain files below `folder` and nothing else (tarfile's own filter came with Python 3.11.4)."""
    for member in archive:
        path = (folder / member.name).resolve()
        content = archive.extractfile(member) if member.isfile() else None
        if content is None or not path.is_relative_to(folder.resolve()):
            raise tarfile.TarError(f"it holds {member.name}, which no backup of ours does")
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            shutil.copyfileobj(content, file)


def _restore_database(sql: Path, settings: Mapping[str, Any]) -> None:
    """Empty the database and fill it again, all or nothing."""
    script = sql.with_name("restore.sql")
    with script.open("wb") as out, sql.open("rb") as dump:
        out.write(b"SET client_min_messages = warning;\nDROP SCHEMA public CASCADE;\nCREATE SCHEMA public;\n")
        for line in dump:
            # Settings of PostgreSQL 17 and newer, which a server of 15 does not know.
            if not line.startswith(b"SET transaction_timeout"):
                out.write(line)
    options = ["--quiet", "--no-psqlrc", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={script}"]
    _run("psql", options, settings, "The database could not be brought back, and is as it was")


def _run(program: str, options: list[str], settings: Mapping[str, Any], what: str) -> None:
    done = subprocess.run(
        [client(program), *options],
        env=connection_environment(settings),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        return
    if tells_of_full_disk(done.stderr):
        raise Fault(DISK_IS_FULL)
    words = [line for line in done.stderr.splitlines() if "error" in line.lower()] or [done.stderr.strip()]
    raise Fault(f"{what}: {words[0]}")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
