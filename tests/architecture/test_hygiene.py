"""What must stand nowhere: inline style and script, registries' hosts, paths of a machine, hidden HTML."""

from __future__ import annotations

import re

from tests.architecture.test_sizes import ROOT, sources, tracked

INLINE = re.compile(
    r"""<[a-z][^>]*\s(?:style|on[a-z]+)\s*=|<style\b|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)""",
    re.I,
)
# Written so that this file does not name what it forbids.
HOSTS = re.compile(
    "|".join(
        ["py" + "pi\\.org", "python" + "hosted\\.org", "npm" + "js\\.(?:org|com)", "deb\\.deb" + "ian\\.org"]
    )
)
PATHS = re.compile(
    "|".join(["/ro" + "ot/", "/ho" + "me/[a-z]", "bash_" + "jobs", "\\.lib" + "rary/", "/wo" + "rk/"])
)
SAFE = {
    "asemus/rows.py",  # put together of what templates drew
    "asemus/words/numbers.py",  # json_data: escaped JSON for data blocks
    "exhibitions/blocks/richtext.py",  # curators' words, cleaned by nh3 each time they are shown
}


def test_templates_hold_no_inline_style_or_script() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group(0)[:60]}"
        for path in tracked("templates/*.html", "*/templates/*.html", "exhibitions/blocks/*.html")
        for found in INLINE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert wrong == []


def test_inline_pattern_finds_what_it_must() -> None:
    for bad in ('<p style="x">', "<a onclick='y'>", "<style>", "<script>let a</script>"):
        assert INLINE.search(bad), bad
    for good in (
        '<script type="module" src="a.js">',
        '<script type="application/ld+json">',
        "<p data-style=1>",
    ):
        assert not INLINE.search(good), good


def test_mark_safe_stands_in_one_place() -> None:
    users = {
        str(path.relative_to(ROOT))
        for path in sources()
        if re.search(r"\bmark_safe\(", path.read_text(encoding="utf-8"))
    }
    assert users <= SAFE


def test_no_tracked_file_names_a_registry_or_a_path_of_a_machine() -> None:
    wrong = []
    for path in tracked():
        if path.suffix in {".png", ".woff2", ".jpg", ".webp", ".mo"}:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        wrong += [
            f"{path.relative_to(ROOT)}: {found.group(0)}"
            for pattern in (HOSTS, PATHS)
            for found in pattern.finditer(text)
        ]
    assert wrong == []


def test_decision_numbers_are_those_of_their_headings() -> None:
    records = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [p.name[:4] for p in records] == [f"{n:04}" for n in range(1, len(records) + 1)]
    for path in records:
        assert path.read_text(encoding="utf-8").startswith(f"# {path.name[:4]} "), path.name


def test_readme_names_rooms_and_pages_that_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rooms = re.findall(r"^\| `([a-z]+/)`", readme, re.M)
    assert len(rooms) >= 9
    assert [room for room in rooms if not (ROOT / room).is_dir()] == []
    links = re.findall(r"\]\(((?!http)[^)#]+)", readme)
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_dependencies_say_who_uses_them() -> None:
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    named = re.findall(r'^    "[A-Za-z][^"]*[=<>][^"]*",(.*)$', project, re.M)
    assert len(named) > 25
    assert [line for line in named if "#" not in line] == []
