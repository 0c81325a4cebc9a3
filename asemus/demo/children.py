"""The processes of a demonstration: each in a session of its own, stopped by its own signal, and found again."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
GRACE_SECONDS = 10


class Child:
    """One long-running process, its session and its log."""

    def __init__(
        self, name: str, command: Sequence[str], env: Mapping[str, str], log: Path, *, is_shown: bool = False
    ) -> None:
        self.name = name
        self.command = list(command)
        self.env = dict(env)
        self.log = log
        self.is_shown = is_shown  # its output goes to the terminal, only its complaints to the log
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, with a fresh log. It never shares our terminal's signals: it gets its own from us."""
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                self.command,
                env=self.env,
                stdin=subprocess.DEVNULL,
                stdout=None if self.is_shown else log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def pid(self) -> int | None:
        return self.process.pid if self.process else None

    def is_alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def tell(self, number: signal.Signals) -> None:
        """Signal the main process only: granian hangs now and then when its workers get the signal too."""
        if self.process is not None and self.is_alive():
            self.process.send_signal(number)

    def end(self, until: float) -> bool:
        """Wait until the clock says `until`, then kill the whole session. True if that was not needed."""
        if self.process is None:
            return True
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=max(0.05, until - time.monotonic()))
        went_by_itself = self.process.poll() is not None
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)  # what its workers left behind, too
        self.process.wait()
        return went_by_itself

    def last_words(self) -> str:
        """The end of its log, for a sentence."""
        if not self.log.exists():
            return ""
        lines = [line.strip() for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        return lines[-1][-300:] if lines else ""


def stop_all(children: Sequence[Child], number: signal.Signals, grace: float = GRACE_SECONDS) -> list[str]:
    """Stop them side by side; return the names of those that had to be killed."""
    for child in children:
        child.tell(number)
    until = time.monotonic() + grace
    return [child.name for child in children if not child.end(until)]


class Register:
    """The file of children that run, so that the next start can stop what a killed supervisor left behind."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, children: Sequence[Child]) -> None:
        pids = [child.pid for child in children if child.pid and child.is_alive()]
        self.path.write_text(json.dumps({str(pid): birth_of(pid) for pid in pids}))

    def sweep(self) -> int:
        """Kill whatever of an earlier start still runs; return how many sessions that were."""
        try:
            known: dict[str, str] = json.loads(self.path.read_text())
        except (FileNotFoundError, ValueError):
            return 0
        found = [int(pid) for pid, birth in known.items() if birth and birth_of(int(pid)) == birth]
        for pid in found:
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGTERM)
        until = time.monotonic() + GRACE_SECONDS
        while any(birth_of(pid) for pid in found) and time.monotonic() < until:
            time.sleep(0.1)
        for pid in found:
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
        self.path.unlink(missing_ok=True)
        return len(found)


def birth_of(pid: int) -> str:
    """When the process was born, in the system's own words; empty if it is gone. A number alone is given again."""
    if sys.platform == "linux":
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return ""
        return "" if fields[0] == "Z" else fields[19]
    command = ["/bin/ps", "-p", str(pid), "-o", "lstart="]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
