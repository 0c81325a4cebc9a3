"""asemus.demo.stopping: under a real `make`, whichever process the wish to stop is addressed to."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
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


@pytest.fixture
def make(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A make that runs the program, and is gone afterwards whatever happens."""
    (tmp_path / "program.py").write_text(_PROGRAM)
    (tmp_path / "Makefile").write_text(f"demo:\n\t@{sys.executable} program.py\n")
    with (tmp_path / "out").open("wb") as out:
        make = subprocess.Popen(
            ["make", "--no-print-directory", "demo"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(settings.BASE_DIR)},
            stdout=out,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=_hears_ctrl_c,
        )
    _until_it_says(tmp_path, "listening\n")
    yield make
    with suppress(ProcessLookupError):
        os.killpg(make.pid, signal.SIGKILL)
    make.wait(timeout=60)


def _hears_ctrl_c() -> None:
    """A suite that was started in the background hands an ignored SIGINT down to all its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _until_it_says(tmp_path: Path, words: str) -> None:
    until = time.monotonic() + 60
    while (tmp_path / "out").read_text() != words:
        assert time.monotonic() < until, (tmp_path / "out").read_text()
        time.sleep(0.05)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_sign_hears_what_the_terminal_sends_to_everybody(
    tmp_path: Path, make: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    os.killpg(make.pid, number)
    _until_it_says(tmp_path, "listening\nstopped\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stop_sign_hears_a_wish_addressed_to_make_alone(
    tmp_path: Path, make: subprocess.Popen[bytes], number: signal.Signals
) -> None:
    make.send_signal(number)
    _until_it_says(tmp_path, "listening\nstopped\n")


def test_stop_sign_notices_that_make_was_killed(tmp_path: Path, make: subprocess.Popen[bytes]) -> None:
    make.kill()
    _until_it_says(tmp_path, "listening\nstopped\n")
