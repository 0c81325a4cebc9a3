"""asemus.demo.children: real processes, stopped politely, then not."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

from asemus.demo.children import Child, Register, birth_of, stop_all

_POLITE = "import time, signal, sys; signal.signal(2, lambda *a: sys.exit(0)); print('up', flush=True); time.sleep(60)"
_DEAF = "import time, signal; signal.signal(2, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
_WITH_ORPHAN = (
    "import subprocess, sys, time\n"
    "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
    "print(child.pid, flush=True); time.sleep(60)"
)


def _started(tmp_path: Path, program: str, name: str = "child") -> Child:
    child = Child(name, [sys.executable, "-c", program], os.environ, tmp_path / f"{name}.log")
    child.start()
    while not child.last_words():
        time.sleep(0.02)
    return child


def test_child_lives_in_a_session_of_its_own(tmp_path: Path) -> None:
    child = _started(tmp_path, _POLITE)
    assert child.pid
    assert os.getsid(child.pid) == child.pid != os.getsid(0)
    assert stop_all([child], signal.SIGINT) == []


def test_stop_all_ends_after_the_grace_what_does_not_listen(tmp_path: Path) -> None:
    polite, deaf = _started(tmp_path, _POLITE, "polite"), _started(tmp_path, _DEAF, "deaf")
    began = time.monotonic()
    assert stop_all([polite, deaf], signal.SIGINT, grace=1.0) == ["deaf"]
    assert 0.9 < time.monotonic() - began < 5
    assert not polite.is_alive()
    assert not deaf.is_alive()


def test_stop_all_leaves_nothing_of_the_session_behind(tmp_path: Path) -> None:
    child = _started(tmp_path, _WITH_ORPHAN)
    orphan = int(child.last_words())
    stop_all([child], signal.SIGTERM, grace=2.0)
    until = time.monotonic() + 5
    while birth_of(orphan) and time.monotonic() < until:
        time.sleep(0.02)
    assert birth_of(orphan) == ""


def test_register_sweeps_what_a_killed_supervisor_left_behind(tmp_path: Path) -> None:
    child = _started(tmp_path, _POLITE)
    register = Register(tmp_path / "children.json")
    register.write([child])
    assert Register(register.path).sweep() == 1
    assert child.process is not None
    assert child.process.wait(timeout=5) != 0
    assert not register.path.exists()


def test_register_spares_a_process_that_was_given_an_old_number(tmp_path: Path) -> None:
    child = _started(tmp_path, _POLITE)
    path = tmp_path / "children.json"
    path.write_text(json.dumps({str(child.pid): "born at another time"}))
    assert Register(path).sweep() == 0
    assert child.is_alive()
    stop_all([child], signal.SIGINT)


def test_register_of_a_first_start_is_empty(tmp_path: Path) -> None:
    assert Register(tmp_path / "none.json").sweep() == 0
