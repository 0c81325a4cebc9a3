"""The commands that README and the front door promise exist."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_makefile_has_the_targets_of_the_house() -> None:
    assert {"help", "demo", "test", "check", "fix", "bench", "backup", "restore"} <= TARGETS


def test_make_help_lists_every_target_that_is_for_people() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert set(re.findall(r"^  make ([a-z]+)", told, re.MULTILINE)) == TARGETS - {"python"}


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.exists()], ids=lambda paper: paper.name)
def test_every_make_command_in_the_papers_exists(paper: Path) -> None:
    named = set(re.findall(r"(?:^|`|\$ )make ([a-z]+)", paper.read_text(), re.MULTILINE))
    assert named <= TARGETS, f"{paper.name} names {sorted(named - TARGETS)}"
