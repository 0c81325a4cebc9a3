"""`make test`, once everything is installed: builds what pages need, then the whole suite in parallel."""

import os
import sys
from pathlib import Path

from rich.console import Console

from asemus.demo.steps import BUILD, ROOT, Ledger
from asemus.demo.work import Work, child_environment
from asemus.faults import Fault, fault_of


def build(console: Console) -> None:
    """Make fonts, map and translations, which tests and judges look at. Ends the process with a sentence."""
    var = Path(os.environ.get("ASEMUS_VAR") or ROOT / "var").resolve()
    try:
        Work(console, var, child_environment(var), Ledger(var, None), {}).do(BUILD)
    except Fault as fault:
        sys.exit(str(fault))
    except OSError as error:
        sys.exit(str(fault_of(error)))


def main(arguments: list[str]) -> None:
    build(Console(highlight=False))
    processes = str(min(os.cpu_count() or 1, 8))
    for name in ("DJANGO_SETTINGS_MODULE", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"):
        os.environ.pop(name, None)  # the suite has its own settings, and its own makes stand alone
    command = ["-m", "pytest", "-n", processes, "--dist", "loadfile", *arguments]
    os.execv(sys.executable, [sys.executable, *command])  # noqa: S606


if __name__ == "__main__":
    main(sys.argv[1:])
