"""`make check`: lint, format, types, migrations and the settings of a deployment. One line each, words only on a fault."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

from rich.console import Console

from asemus.database.server import Server
from asemus.demo.steps import ROOT
from asemus.demo.suite import build
from asemus.faults import Fault

_PYTHON = sys.executable
_MANAGE = (_PYTHON, "manage.py")
JUDGES: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("Lint", (_PYTHON, "-m", "ruff", "check", "."), "test"),
    ("Format", (_PYTHON, "-m", "ruff", "format", "--check", "."), "test"),
    ("Types", (_PYTHON, "-m", "mypy"), "test"),
    ("Migrations", (*_MANAGE, "makemigrations", "--check", "--dry-run"), "test"),
    ("Deployment", (*_MANAGE, "check", "--deploy", "--fail-level", "WARNING"), "production"),
)


def environment(settings: str) -> dict[str, str]:
    """The environment of a judge; a deployment's secrets are drawn for the occasion."""
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": f"asemus.settings.{settings}"}
    if settings == "production":
        env |= {
            "SECRET_KEY": secrets.token_urlsafe(60),
            "DATABASE_URL": "postgres://nobody@localhost/not-asked",
            "PUBLIC_URL": "https://portal.example",
            "ALLOWED_HOSTS": "portal.example",
        }
    return env


def judge(console: Console) -> bool:
    """Run them all, also after one has found something; True if none has."""
    is_well = True
    for words, command, settings in JUDGES:
        done = subprocess.run(
            command, cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False
        )
        console.print(f"[green]✓[/] {words}" if done.returncode == 0 else f"[red]✗[/] {words}")
        if done.returncode:
            is_well = False
            console.print(done.stdout + done.stderr, markup=False, soft_wrap=True)
    return is_well


def main() -> int:
    console = Console(highlight=False)
    build(console)
    if os.environ.get("DATABASE_URL"):
        return 0 if judge(console) else 1
    var = Path(os.environ.get("ASEMUS_VAR") or ROOT / "var").resolve()
    try:
        with Server(var / "test-postgres").running():
            return 0 if judge(console) else 1
    except Fault as fault:
        console.print(str(fault), markup=False, soft_wrap=True)
        return 1


if __name__ == "__main__":
    sys.exit(main())
