"""What must be done before the site can be served, each step only when what it rests on has changed."""

import hashlib
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
_MANAGE = (sys.executable, "manage.py")
_LOCKS = ("requirements.txt", "package-lock.json")


@dataclass(frozen=True)
class Step:
    """A command with words for the terminal, and the files that it rests on."""

    name: str
    words: str
    command: tuple[str, ...]
    inputs: tuple[str, ...]  # globs below the project
    output: str = ""  # below var/ or anywhere: gone means again
    is_in_database: bool = False
    has_progress: bool = False  # draws its own bars in a terminal

    def digest(self, *more: str) -> str:
        """The state of everything that the step rests on."""
        digest = hashlib.sha256("\n".join((*self.command, *more)).encode())
        for path in _files(self.inputs):
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def _files(globs: Iterable[str]) -> list[Path]:
    found = {path for pattern in globs for path in ROOT.glob(pattern) if path.is_file()}
    return sorted(path for path in found if "__pycache__" not in path.parts)


BUILD = (
    Step(
        "assets",
        "Cutting fonts and drawing the map",
        (*_MANAGE, "build_assets"),
        ("asemus/build/**/*", "asemus/management/commands/build_assets.py", "static/**/*", *_LOCKS),
        output="build",
    ),
    Step(
        "translations",
        "Compiling translations",
        (
            sys.executable,
            "-m",
            "babel.messages.frontend",
            "-q",
            "compile",
            "-d",
            "asemus/locale",
            "-D",
            "django",
        ),
        ("asemus/locale/**/*.po",),
        output=str(ROOT / "asemus/locale/fr/LC_MESSAGES/django.mo"),
    ),
)
DATABASE = (
    Step(
        "migrate",
        "Making the tables",
        (*_MANAGE, "migrate", "--noinput", "-v1"),
        ("*/migrations/*.py", "requirements.txt"),
        is_in_database=True,
    ),
    Step(
        "cache",
        "Making the table of limits",
        (*_MANAGE, "createcachetable"),
        ("asemus/settings/base.py",),
        is_in_database=True,
    ),
    Step(
        "collection",
        "Loading the demonstration collection",
        (*_MANAGE, "load_demo"),
        ("*/management/commands/load_demo.py", "fixtures/**/*", "collection/imports/**/*.py"),
        is_in_database=True,
        has_progress=True,
    ),
    Step(
        "logins",
        "Making the demonstration logins",
        (*_MANAGE, "demo_logins"),
        ("asemus/demo/logins.py",),
        is_in_database=True,
    ),
)
# Only with `make demo MEDIA=folder`: what it rests on besides these files is the folder's own state.
MEDIA = Step(
    "media",
    "Loading the pictures of MEDIA",
    (*_MANAGE, "load_media"),
    ("*/management/commands/load_media.py", "collection/imports/media.py", "fixtures/media/*.csv"),
    is_in_database=True,
    has_progress=True,
)
STATIC = (
    Step(
        "static",
        "Collecting static files",
        (*_MANAGE, "collectstatic", "--noinput", "-v0"),
        ("static/**/*", "asemus/build/**/*", *_LOCKS),
        output="static",
    ),
)


def folder_digest(folder: Path) -> str:
    """The state of a folder of pictures: names, sizes and times of its files, read without their contents."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = (f"{path.relative_to(folder)} {(s := path.stat()).st_size} {s.st_mtime_ns}" for path in found)
    return hashlib.sha256("\n".join((str(folder), *lines)).encode()).hexdigest()


class Ledger:
    """Which steps are done: those on files under var/, those in the database inside its own data folder."""

    def __init__(self, var: Path, database: Path | None) -> None:
        self.var = var
        self.files = var / "steps.json"
        self.database = database  # None: somebody else's server, of which nothing is remembered

    def is_done(self, step: Step, digest: str) -> bool:
        path = self._path(step)
        if path is None or (step.output and not (self.var / step.output).exists()):
            return False
        return self._read(path).get(step.name) == digest

    def note(self, step: Step, digest: str) -> None:
        path = self._path(step)
        if path is not None:
            path.write_text(json.dumps(self._read(path) | {step.name: digest}, indent=1))

    def _path(self, step: Step) -> Path | None:
        return self.database if step.is_in_database else self.files

    @staticmethod
    def _read(path: Path) -> dict[str, str]:
        try:
            done: dict[str, str] = json.loads(path.read_text())
        except (FileNotFoundError, ValueError):
            return {}
        return done
