"""The order in which rooms may import each other, walked over the real imports of the tree.

enums, dates, rights → models → search · images · provenance · influences · exports → actions → imports →
forms, filters, admin → views; and between apps members ← collection ← exhibitions, never back. The site (asemus)
is imported by nobody but itself, save its exceptions below.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
APPS = ("members", "collection", "exhibitions")
# Rank of a room within its app: a module may import rooms of its own rank or lower.
RANKS = {
    "enums": 0, "dates": 0, "rights": 0, "countries": 0, "languages": 0, "identifiers": 0, "history": 0, "kept": 0, "heard": 0, "marked": 0,
    "models": 1,
    "deeds": 2, "permissions": 2, "titles": 2, "citation": 2, "masterpiece": 2,
    "search": 2, "images": 2, "provenance": 2, "influences": 2, "exports": 2, "blocks": 2, "texts": 2, "arrangement": 2, "schemes": 0,
    "actions": 3, "tasks": 3, "upload_tasks": 3,
    "imports": 4, "demonstration": 4, "picture_tasks": 4,
    "forms": 5, "filters": 5, "backends": 5, "accounts": 5, "second_factor": 5, "admin": 5, "panels": 5,
    "feeds": 6, "sitemaps": 6, "views": 6, "management": 6, "urls": 7, "apps": 7, "staff_site": 7,
}  # fmt: skip
# (importing module's room, imported module): each with its reason.
EXCEPTIONS = {
    ("members.models", "members.backends"): "User.has_perm asks the one judge, late",
    ("members.languages", "members.forms"): "the model field names its form field, late",
    ("collection.admin", "collection.views"): "a preview is the public page itself",
    ("collection.actions", "collection.tasks"): "an action defers its task inside its transaction",
}


def modules() -> Iterator[tuple[str, Path]]:
    for app in (*APPS, "asemus"):
        for path in sorted((ROOT / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imported(path: Path) -> Iterator[str]:
    """Full names that a module imports, type-checking imports included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(name: str) -> str:
    return ".".join(name.split(".")[:2])


def pairs() -> list[tuple[str, str]]:
    return [
        (name, target)
        for name, path in modules()
        for target in imported(path)
        if target.split(".")[0] in (*APPS, "asemus")
    ]


def is_excepted(name: str, target: str) -> bool:
    return (room(name), room(target)) in EXCEPTIONS


def test_apps_are_imported_in_one_direction() -> None:
    """members ← collection ← exhibitions."""
    wrong = [
        f"{name} imports {target}"
        for name, target in pairs()
        if name.split(".")[0] in APPS
        and target.split(".")[0] in APPS
        and APPS.index(target.split(".")[0]) > APPS.index(name.split(".")[0])
    ]
    assert wrong == []


def test_rooms_are_imported_in_the_order_of_the_house() -> None:
    wrong = []
    for name, target in pairs():
        app, other = name.split(".")[0], target.split(".")[0]
        if app != other or app == "asemus" or is_excepted(name, target):
            continue
        here, there = name.split(".")[1:2], target.split(".")[1:2]
        if not here or not there or there[0] not in RANKS:
            continue
        if RANKS[there[0]] > RANKS.get(here[0], 99):
            wrong.append(f"{name} imports {target}")
    assert wrong == []


def test_every_room_has_its_place_in_the_order() -> None:
    unknown = {
        name.split(".")[1]
        for name, _path in modules()
        if name.split(".")[0] in APPS and len(name.split(".")) > 1 and name.split(".")[1] not in RANKS
    }
    assert unknown == set()


def test_exceptions_are_still_needed() -> None:
    used = {(room(name), room(target)) for name, target in pairs()}
    assert set(EXCEPTIONS) <= used


PURE = ("collection.dates", "collection.influences.flows")


@pytest.mark.parametrize("pure", PURE)
def test_pure_rooms_ask_no_database(pure: str) -> None:
    wrong = [
        f"{name} imports {target}"
        for name, path in modules()
        if name == pure or name.startswith(pure + ".")
        for target in imported(path)
        if target.startswith("django.db") or ".models" in target
    ]
    assert wrong == []
