"""Runs the steps, with a spinner, a log for each, and one sentence where one fails."""

import os
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from pathlib import Path

from rich.console import Console
from rich.markup import escape

from asemus.database.server import Server
from asemus.demo.children import Child, stop_all
from asemus.demo.steps import ROOT, Ledger, Step
from asemus.demo.stopping import StopSign
from asemus.faults import DISK_IS_FULL, Fault, tells_of_full_disk


class Stopped(Exception):  # noqa: N818  somebody's wish, not an error
    """Somebody asked for an end in the middle of the work."""


class Work:
    """Brings the site to the state in which it can be served."""

    def __init__(
        self,
        console: Console,
        var: Path,
        env: Mapping[str, str],
        ledger: Ledger,
        more: Mapping[str, str],
        server: Server | None = None,
        stop: StopSign | None = None,
    ) -> None:
        self.console = console
        self.var = var
        self.env = dict(env)
        self.ledger = ledger
        self.more = more  # what a step rests on besides files, by its name
        self.server = server
        self.stop = stop
        self.has_failed = False
        self.notes: list[str] = []  # what a quiet row of steps has to say

    def do_beside(self, beside: Sequence[Step], steps: Sequence[Step]) -> None:
        """Do both rows of steps at once, the second with a spinner. Neither may rest on the other."""
        with ThreadPoolExecutor(max_workers=1) as pool:
            other = pool.submit(self.do, beside, is_quiet=True)
            try:
                self.do(steps)
            except BaseException:
                self.has_failed = True  # no use in going on with the other row
                raise
            with self.console.status(f"{beside[0].words} …"):
                other.result()
        for line in self.notes:
            self.console.print(line)

    def do(self, steps: Sequence[Step], *, is_quiet: bool = False) -> None:
        """Do those that are not done. Raises Fault, or Stopped."""
        for step in steps:
            digest = step.digest(self.more.get(step.name, ""))
            if self.ledger.is_done(step, digest):
                continue
            began = time.monotonic()
            self._run(step, is_quiet=is_quiet)
            self.ledger.note(step, digest)
            note = f"[green]✓[/] {step.words} [dim]{time.monotonic() - began:.1f} s[/]"
            self.notes.append(note) if is_quiet else self.console.print(note)

    def _run(self, step: Step, *, is_quiet: bool = False, is_second_try: bool = False) -> None:
        log = self.var / "log" / f"{step.name}.log"
        log.parent.mkdir(parents=True, exist_ok=True)
        is_shown = step.has_progress and self.console.is_terminal
        if is_shown:
            self.console.print(f"{step.words} …")
        child = Child(step.name, step.command, self.env, log, is_shown=is_shown)
        child.start()
        with nullcontext() if is_quiet or is_shown else self.console.status(f"{step.words} …") as status:
            while child.is_alive():
                time.sleep(0.1)
                if self.has_failed or (self.stop and self.stop.is_set()):
                    stop_all([child], signal.SIGINT)
                    raise Stopped
                if status:
                    status.update(f"{step.words} … [dim]{escape(child.last_words()[:90])}[/]")
        if child.process is None or child.process.returncode == 0:
            return
        if step.is_in_database and not is_second_try and self._database_was_killed():
            self._run(step, is_quiet=is_quiet, is_second_try=True)
            return
        raise self._fault(step, log)

    def _database_was_killed(self) -> bool:
        """Start it again where somebody has killed it in the middle of a step."""
        if self.server is None or self.server.pid() is not None:
            return False
        self.server.start()
        self.console.print("The database was killed; it has been started again, and the work goes on.")
        return True

    def _fault(self, step: Step, log: Path) -> Fault:
        words = ""
        with suppress(OSError):
            words = log.read_text(errors="replace")
        if tells_of_full_disk(words, self.var):
            return Fault(DISK_IS_FULL)
        last = ([line.strip() for line in words.splitlines() if line.strip()] or ["(it said nothing)"])[-1]
        return Fault(
            f"{step.words} failed: {last[:300]} — {log} has the whole story. "
            "Mend that and run the same command again: it goes on from here."
        )


def child_environment(var: Path, **more: str) -> dict[str, str]:
    """The environment of our children: our own, the project on the path, and output as it comes."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "asemus.settings.dev",
        "ASEMUS_VAR": str(var),
        "PYTHONUNBUFFERED": "1",
        "PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")])),
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")]),
        **more,
    }
