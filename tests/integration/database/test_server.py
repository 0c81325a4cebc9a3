"""asemus.database.server: real servers in folders of their own."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from asemus.database.place import data_folder, kept_password, socket_folder
from asemus.database.server import FORGETFUL, Server
from asemus.faults import Fault


@pytest.fixture
def server() -> Iterator[Server]:
    """A server in a closed folder, as a project below somebody's home may be; short enough for a socket."""
    with tempfile.TemporaryDirectory() as name:
        closed = Path(name) / "closed"
        closed.mkdir(mode=0o700)
        server = Server(closed / "var" / "postgres", tuning=FORGETFUL)
        yield server
        server.stop()
        if pid := server.pid():
            os.kill(pid, signal.SIGKILL)


def _ask(server: Server, question: str) -> tuple[object, ...]:
    with server.connect() as connection:
        return tuple(connection.execute(question).fetchone() or ())  # type: ignore[call-overload]


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_server_starts_fresh_with_the_right_locale_and_stops(server: Server) -> None:
    server.start()
    question = "SELECT datctype, datcollate, lower('ÉЯ') FROM pg_database WHERE datname = current_database()"
    assert _ask(server, question) == ("C.UTF-8", "C.UTF-8", "éя")
    assert _ask(server, "SHOW listen_addresses") == ("",)
    server.stop()
    assert server.pid() is None
    assert not (server.data / "postmaster.pid").exists()


def test_server_closes_its_folders_and_opens_none_above(server: Server) -> None:
    closed = server.home.parent.parent
    before = [(_mode(path), path.stat().st_uid) for path in (closed, closed.parent)]
    server.start()
    assert [(_mode(path), path.stat().st_uid) for path in (closed, closed.parent)] == before
    assert [_mode(path) for path in (server.home, server.data, server.home / "run")] == [0o700] * 3
    assert _mode(server.home / "password") == 0o600
    assert not (server.home / "initdb.password").exists()


def test_server_asks_every_local_user_for_the_password(server: Server) -> None:
    server.start()
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(
            host=str(socket_folder(server.home)), dbname="asemus", user="asemus", password="guessed"
        )
    rules = (server.data / "pg_hba.conf").read_text().splitlines()
    assert {line.split()[-1] for line in rules if line and not line.startswith("#")} == {"scram-sha-256"}


def test_server_comes_back_after_kill_9_with_all_that_was_committed(server: Server) -> None:
    server.tuning = {}  # as in the demonstration: nothing is forgotten
    server.start()
    with server.connect() as connection:
        connection.execute("CREATE TABLE kept (word text)")
        connection.execute("INSERT INTO kept VALUES ('Borobudur')")
    killed = server.pid()
    assert killed
    idle = server.connect()  # a client that holds one of the killed server's children
    os.kill(killed, signal.SIGKILL)
    while server.pid() is not None:
        time.sleep(0.01)
    again = Server(server.home)
    again.start()
    assert _ask(again, "SELECT word FROM kept") == ("Borobudur",)
    assert again.pid() not in (None, killed)
    idle.close()
    again.stop()


def test_server_is_not_deceived_by_another_process_with_the_same_number(server: Server) -> None:
    server.start()
    server.stop()
    pid_file = server.data / "postmaster.pid"
    pid_file.write_text(f"{os.getpid()}\n{server.data}\n0\n5432\n../run\n\n\n")
    assert server.pid() is None
    server.start()
    assert _ask(server, "SELECT 1") == (1,)


def test_server_completes_a_start_that_broke_off(server: Server) -> None:
    half_made = server.home / "data.new"
    half_made.mkdir(parents=True)
    (half_made / "PG_VERSION").write_text("18")
    server.start()
    assert _ask(server, "SELECT 1") == (1,)


def test_server_refuses_data_of_another_major_in_one_sentence(server: Server) -> None:
    data_folder(server.home).mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("17\n")
    with pytest.raises(Fault) as caught:
        server.start()
    assert str(caught.value) == (
        f"{server.data} was made by PostgreSQL 17, and this project now brings PostgreSQL 18. "
        f"Run `make backup` with the older version of the project, move {server.home} aside, start again, "
        "and bring the data back with `make restore FILE=…`; without a wish to keep it, just move it aside."
    )


def test_server_is_shared_by_two_processes_and_stopped_by_the_last(server: Server) -> None:
    program = (
        "import sys; from pathlib import Path; from asemus.database.server import Server\n"
        f"server = Server(Path({str(server.home)!r})); server.start()\n"
        "print(server.pid(), flush=True); sys.stdin.readline(); server.stop()"
    )
    server.start()
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin and other.stdout
        assert int(other.stdout.readline()) == server.pid()
        server.stop()
        assert server.pid() is not None
        other.communicate("go\n", timeout=30)
    assert server.pid() is None


def test_server_takes_a_short_socket_folder_where_the_path_is_too_long(tmp_path: Path) -> None:
    home = tmp_path / ("long" * 30) / "postgres"
    server = Server(home, tuning=FORGETFUL)
    with server.running():
        folder = socket_folder(home)
        assert _ask(server, "SELECT 1") == (1,)
        assert folder.parent == Path("/tmp")
        assert _mode(folder) == 0o700
        assert socket_folder(home) == folder
    folder.rmdir()


def test_kept_password_is_drawn_once(tmp_path: Path) -> None:
    drawn = kept_password(tmp_path)
    assert len(drawn) == 32
    assert kept_password(tmp_path) == drawn
    assert [path.name for path in tmp_path.iterdir()] == ["password"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_server_says_that_its_folder_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(
        Fault, match=r"cannot be written \(Permission denied\)\. Copy the project to a folder"
    ):
        Server(tmp_path / "postgres").start()


def test_server_says_that_the_disk_is_full(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.start()
    fault = server._fault(
        "PostgreSQL did not start", 'FATAL:  could not write "x": No space left on device\n'
    )
    assert str(fault).startswith("The disk is full")
