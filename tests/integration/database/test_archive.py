"""asemus.database.archive and the commands over it: what goes in comes out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from asemus.database import archive
from asemus.faults import Fault

ROOT = Path(settings.BASE_DIR)


@pytest.fixture
def scratch(db: None) -> Iterator[dict[str, Any]]:
    """Settings of an empty database of its own beside the test database."""
    name = f"{connection.settings_dict['NAME']}_archive"
    scratch = deepcopy(connection.settings_dict) | {"NAME": name}
    with _connect(scratch | {"NAME": "postgres"}) as server:
        server.execute(f'DROP DATABASE IF EXISTS "{name}"')
        server.execute(
            f"CREATE DATABASE \"{name}\" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'"
        )
    yield scratch
    with _connect(scratch | {"NAME": "postgres"}) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _connect(database: dict[str, Any]) -> psycopg.Connection:
    environment = archive.connection_environment(database)
    names = {
        "PGHOST": "host",
        "PGPORT": "port",
        "PGUSER": "user",
        "PGPASSWORD": "password",
        "PGDATABASE": "dbname",
    }
    return psycopg.connect(
        **{names[key]: environment[key] for key in names if environment.get(key)}, autocommit=True
    )


def _fill(database: dict[str, Any], *words: str) -> None:
    with _connect(database) as server:
        server.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        server.execute("CREATE TABLE IF NOT EXISTS works (id bigserial PRIMARY KEY, title text NOT NULL)")
        for word in words:
            server.execute("INSERT INTO works (title) VALUES (%s)", [word])


def _titles(database: dict[str, Any]) -> list[str]:
    with _connect(database) as server:
        return [row[0] for row in server.execute("SELECT title FROM works ORDER BY id").fetchall()]


def _files(media: Path) -> dict[str, bytes]:
    return {str(path.relative_to(media)): path.read_bytes() for path in media.rglob("*") if path.is_file()}


def test_archive_brings_database_and_files_back_as_they_were(scratch: dict[str, Any], tmp_path: Path) -> None:
    media = tmp_path / "media"
    (media / "originals").mkdir(parents=True)
    (media / "originals" / "青花.jpg").write_bytes(b"\xff\xd8 a photograph")
    _fill(scratch, "青花瓷", "Đông Sơn drum", "O'Higgins \\ backslash")
    target = tmp_path / "all.tar.gz"
    manifest = archive.write(target, scratch, media, last_deed=7, migrations=["b.0001", "a.0001"])
    _fill(scratch, "added since")
    (media / "originals" / "since.jpg").write_bytes(b"later")

    archive.restore(target, scratch, media)

    assert _titles(scratch) == ["青花瓷", "Đông Sơn drum", "O'Higgins \\ backslash"]
    assert _files(media) == {"originals/青花.jpg": b"\xff\xd8 a photograph"}
    assert archive.read_manifest(target) == manifest
    assert (manifest.last_deed, manifest.migrations, manifest.files) == (7, ["a.0001", "b.0001"], 1)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.tar.gz", "media"]


def test_archive_is_closed_to_others_since_it_holds_people(scratch: dict[str, Any], tmp_path: Path) -> None:
    archive.write(tmp_path / "all.tar.gz", scratch, tmp_path / "none", last_deed=0, migrations=[])
    assert (tmp_path / "all.tar.gz").stat().st_mode & 0o777 == 0o600


def test_restore_of_a_damaged_archive_changes_nothing(scratch: dict[str, Any], tmp_path: Path) -> None:
    media = tmp_path / "media"
    media.mkdir()
    (media / "kept.jpg").write_bytes(b"kept")
    _fill(scratch, "kept")
    manifest = {"made_at": "2026-01-01", "last_deed": 1, "migrations": [], "sql_sha256": "0" * 64, "files": 0}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    (tmp_path / "database.sql").write_text("SELECT 1;")
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as bad:
        for name in ("manifest.json", "database.sql"):
            bad.add(tmp_path / name, name)
    with pytest.raises(Fault, match="is damaged: its database is not what was written"):
        archive.restore(tmp_path / "bad.tar.gz", scratch, media)
    assert _titles(scratch) == ["kept"]
    assert _files(media) == {"kept.jpg": b"kept"}


@pytest.mark.parametrize("name", ["../outside", "/tmp/outside", "media/../../outside"])
def test_restore_writes_nothing_outside(name: str, scratch: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(
        json.dumps({"made_at": "", "last_deed": 1, "migrations": [], "sql_sha256": "", "files": 0})
    )
    with tarfile.open(tmp_path / "bad.tar.gz", "w:gz") as bad:
        bad.add(tmp_path / "manifest.json", "manifest.json")
        entry = tarfile.TarInfo(name)
        bad.addfile(entry)
    with pytest.raises(Fault, match="which no backup of ours does"):
        archive.restore(tmp_path / "bad.tar.gz", scratch, tmp_path / "media")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.tar.gz", "manifest.json"]


def test_restore_that_fails_half_way_leaves_the_database_as_it_was(
    scratch: dict[str, Any], tmp_path: Path
) -> None:
    _fill(scratch, "kept")
    sql = tmp_path / "broken.sql"
    sql.write_text("CREATE TABLE half (id int);\nINSERT INTO nowhere VALUES (1);\n")
    with pytest.raises(Fault, match="could not be brought back, and is as it was"):
        archive._restore_database(sql, scratch)
    assert _titles(scratch) == ["kept"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"not an archive", "cannot be read as a backup"), (None, "does not exist")],
)
def test_read_manifest_says_what_is_wrong(content: bytes | None, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "x.tar.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Fault, match=sentence):
        archive.read_manifest(path)


# --- the commands, on a portal of their own -------------------------------------------------------------


def _manage(var: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"ASEMUS_VAR": var, "DJANGO_SETTINGS_MODULE": "asemus.settings.dev"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


_IN_PORTAL = """
from django.conf import settings
from django.core.management import call_command
from asemus.database.server import embedded_server
with embedded_server(settings.DATABASES["default"]):
    from members.models import Deed, Museum
    {}
"""


def _in_portal(var: str, code: str) -> str:
    done = _manage(var, "shell", "-v0", "-c", _IN_PORTAL.format(code))
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.slow
def test_backup_and_restore_bring_a_portal_back_and_warn_before_newer_work_goes() -> None:
    with tempfile.TemporaryDirectory() as var:
        archived = str(Path(var) / "portal.tar.gz")
        _in_portal(
            var,
            'call_command("migrate", verbosity=0); '
            'Museum.objects.create(slug="guimet", names={"fr": "Musée Guimet"}, country="FR"); '
            'Deed.objects.create(verb="publish", noun="museum")',
        )
        (Path(var) / "media").mkdir()
        (Path(var) / "media" / "logo.png").write_bytes(b"logo")
        saved = _manage(var, "backup", archived)
        assert saved.stdout == f"{archived}: the database up to deed 1, and 1 files.\n", saved.stderr

        _in_portal(
            var, 'Deed.objects.create(verb="edit", noun="museum"); Museum.objects.update(country="DE")'
        )
        refused = _manage(var, "restore", archived)
        assert refused.returncode == 1
        assert "The database is newer than the archive: it holds 1 deeds since" in refused.stderr

        restored = _manage(var, "restore", archived, "--overwrite-newer")
        assert restored.returncode == 0, restored.stderr
        question = 'print(list(Museum.objects.values_list("names", "country")), Deed.objects.count())'
        assert _in_portal(var, question) == "[({'fr': 'Musée Guimet'}, 'FR')] 1"
        assert (Path(var) / "media" / "logo.png").read_bytes() == b"logo"

        again = _manage(var, "backup", archived)
        assert again.returncode == 1
        assert "is there already" in again.stderr
