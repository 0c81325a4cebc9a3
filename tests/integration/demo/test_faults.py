"""Each fault of `make demo` is one clear sentence and its cure: the real commands are run."""

from __future__ import annotations

import fcntl
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)


def _demo(var: Path, port: str = "8000", **more: str) -> subprocess.CompletedProcess[str]:
    """`make demo` from where everything is installed."""
    environment = {**os.environ, "ASEMUS_VAR": str(var), "PORT": port, **more}
    environment.pop("DATABASE_URL", None) if "DATABASE_URL" not in more else None
    return subprocess.run(
        [sys.executable, "-m", "asemus.demo"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def taken_port() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_demo_on_a_busy_port_names_another(tmp_path: Path, taken_port: int) -> None:
    done = _demo(tmp_path, str(taken_port))
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        f"Port {taken_port} is taken by another program. Choose another one: make demo PORT={taken_port + 1}\n"
    )
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("port", ["eight", "0", "70000", "-1"])
def test_demo_on_no_port_says_what_a_port_is(tmp_path: Path, port: str) -> None:
    done = _demo(tmp_path, port)
    assert (
        done.stdout
        == f"PORT={port} is not a port. Take a number between 1024 and 65535: make demo PORT=8001\n"
    )
    assert done.returncode == 1


def test_demo_in_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    (tmp_path / "var").write_text("")
    done = _demo(tmp_path / "var")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("\n") == 1
    assert str(tmp_path / "var") in done.stdout


def test_demo_on_a_server_that_is_not_there_says_how_to_go_on(tmp_path: Path) -> None:
    done = _demo(tmp_path, "8999", DATABASE_URL="postgres://nobody@127.0.0.1:1/none")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("The server of DATABASE_URL cannot be used: ")
    assert "createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 NAME" in done.stdout


def test_demo_on_data_of_another_major_tells_the_way(tmp_path: Path) -> None:
    data = tmp_path / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "PG_VERSION").write_text("17\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = str(probe.getsockname()[1])
    done = _demo(tmp_path, port)
    assert (done.returncode, done.stderr) == (1, "")
    assert "was made by PostgreSQL 17, and this project now brings PostgreSQL 18." in done.stdout
    assert "Traceback" not in done.stdout


def _install(var: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-I", "asemus/demo/install.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "ASEMUS_VAR": str(var)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_second_demo_in_the_same_folder_names_the_first(tmp_path: Path) -> None:
    (tmp_path / "demo-address").write_text("http://localhost:8000")
    with (tmp_path / "demo.lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = _install(tmp_path, "--lock", "--", "-c", "print('started')")
    assert done.returncode == 1
    assert done.stderr == (
        "`make demo` already runs in this folder at http://localhost:8000. "
        "Use that one, or stop it first with Ctrl-C in its terminal.\n"
    )
    assert done.stdout == ""


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_install_in_a_read_only_folder_says_so(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = _install(tmp_path / "var", "--", "-c", "print('started')")
    assert "cannot be written (Permission denied). Copy the project to a folder that is yours" in done.stderr


def test_make_refuses_a_python_that_is_too_old_in_one_sentence(tmp_path: Path) -> None:
    old = tmp_path / "python3.9"
    old.write_text('#!/bin/sh\n[ "$1" = --version ] && echo Python 3.9.2 && exit 0\nexit 1\n')
    old.chmod(0o755)
    done = subprocess.run(
        ["make", "demo", f"PYTHON={old}"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == (
        f"{old} is Python 3.9.2, and this needs Python 3.11 or newer. "
        "Name a newer one: make PYTHON=/path/to/python3.11 demo"
    )
