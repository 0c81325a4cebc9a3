"""asemus.demo.stopping: under a real `make`, whichever process the wish to stop is addressed to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

_PROGRAM = """
from asemus.demo.stopping import StopSign
sign = StopSign()
sign.listen()
print("listening", flush=True)
for _ in range(200):
    if sign.wait(0.1):
        print("stopped", flush=True)
        break
"""


def _under_make(tmp_path: Path) -> subprocess.Popen[bytes]:
    (tmp_path / "program.py").write_text(_PROGRAM)
    (tmp_path / "Makefile").write_text(f"demo:\n\t@{sys.executable} program.py\n")
    with (tmp_path / "out").open("wb") as out:
        make = subprocess.Popen(
            ["make", "demo"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(settings.BASE_DIR)},
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    _until(lambda: "listening" in (tmp_path / "out").read_text())
    return make


def _until(condition: object) -> None:
    until = time.monotonic() + 15
    while not condition() and time.monotonic() < until:  # type: ignore[operator]
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_sign_hears_what_the_terminal_sends_to_everybody(tmp_path: Path, number: signal.Signals) -> None:
    make = _under_make(tmp_path)
    os.killpg(make.pid, number)
    make.wait(timeout=15)
    assert (tmp_path / "out").read_text() == "listening\nstopped\n"


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_sign_hears_a_wish_addressed_to_make_alone(tmp_path: Path, number: signal.Signals) -> None:
    make = _under_make(tmp_path)
    make.send_signal(number)
    make.wait(timeout=15)
    _until(lambda: "stopped" in (tmp_path / "out").read_text())
    assert (tmp_path / "out").read_text() == "listening\nstopped\n"


def test_stop_sign_notices_that_make_was_killed(tmp_path: Path) -> None:
    make = _under_make(tmp_path)
    make.kill()
    make.wait(timeout=15)
    _until(lambda: "stopped" in (tmp_path / "out").read_text())
    assert (tmp_path / "out").read_text() == "listening\nstopped\n"
