"""Small files: the central module that grows for ever is refused while it is still small."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULE, FUNCTION, CLASS, TEMPLATE, SHEET = 400, 50, 260, 160, 220


def tracked(*patterns: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def sources() -> list[Path]:
    return [path for path in tracked("*.py") if "migrations" not in path.parts and "tests" not in path.parts]


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")


def definitions(kinds: tuple[type[ast.AST], ...]) -> list[tuple[int, str]]:
    found = []
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, kinds):
                found.append((node.end_lineno - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}"))
    return sorted(found, reverse=True)


def report(title: str, measured: list[tuple[int, str]], limit: int) -> None:
    """Print the largest five, and fail for those over the limit."""
    print(f"\n{title} (limit {limit}):", *(f"  {size:>5} {name}" for size, name in measured[:5]), sep="\n")
    assert [entry for entry in measured if entry[0] > limit] == []


def test_modules_stay_small() -> None:
    measured = sorted(((lines(p), str(p.relative_to(ROOT))) for p in sources()), reverse=True)
    report("Modules", measured, MODULE)


def test_functions_stay_short() -> None:
    report("Functions", definitions((ast.FunctionDef, ast.AsyncFunctionDef)), FUNCTION)


def test_classes_stay_small() -> None:
    report("Classes", definitions((ast.ClassDef,)), CLASS)


@pytest.mark.parametrize(("pattern", "limit"), [("*.html", TEMPLATE), ("*.css", SHEET), ("*.js", SHEET)])
def test_templates_sheets_and_scripts_stay_small(pattern: str, limit: int) -> None:
    measured = sorted(((lines(p), str(p.relative_to(ROOT))) for p in tracked(pattern)), reverse=True)
    assert measured
    report(pattern, measured, limit)
