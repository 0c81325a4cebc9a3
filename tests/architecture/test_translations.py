"""Every language of the interface is whole: no string is missing, no placeholder lost."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.conf import settings
from django.utils.translation.template import templatize

FILES = sorted((settings.BASE_DIR / "asemus" / "locale").glob("*/LC_MESSAGES/django.po"))
ROOMS = ("asemus", "members", "collection", "exhibitions", "templates")
CALLS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop")),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
_TEXT = r"""('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
IN_TEMPLATES = re.compile(rf"\b(_|n?p?gettext)\(u?{_TEXT}(?:, ?u?{_TEXT})?")
PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%s")


def messages(path: Path) -> list[Message]:
    with path.open("rb") as file:
        return [message for message in read_po(file) if message.id]


def both(message: Message) -> list[tuple[str, str]]:
    if isinstance(message.id, str):
        return [(message.id, message.string)]
    return list(zip(message.id, message.string, strict=True))


def test_every_language_but_english_has_a_file() -> None:
    languages = {code for code, _name in settings.LANGUAGES} - {"en"}
    assert {path.parents[1].name for path in FILES} == languages


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_language_translates_every_string(path: Path) -> None:
    found = messages(path)
    assert len(found) > 1000
    assert [m.id for m in found if m.fuzzy or not all(text for _source, text in both(m))] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.parents[1].name)
def test_language_keeps_every_placeholder(path: Path) -> None:
    wrong = [
        (source, text)
        for message in messages(path)
        for source, text in both(message)[-1:]
        if set(PLACEHOLDER.findall(source)) != set(PLACEHOLDER.findall(text))
    ]
    assert wrong == []


def strings_of(path: Path) -> Iterator[str]:
    """What `path` asks gettext for; a template is read as Django rewrites it for extraction."""
    if path.suffix == ".html":
        for call, first, second in IN_TEMPLATES.findall(templatize(path.read_text())):
            yield ast.literal_eval(second if "p" in call else first)
        return
    for _line, found, _comments, _context in extract("python", io.BytesIO(path.read_bytes()), CALLS):
        yield found if isinstance(found, str) else found[0]


def test_every_string_of_the_code_is_in_the_catalogue() -> None:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in messages(FILES[0])}
    paths = [path for room in ROOMS for path in (settings.BASE_DIR / room).rglob("*.*")]
    asked = {
        (text, path.relative_to(settings.BASE_DIR).as_posix())
        for path in paths
        if path.suffix in (".py", ".html")
        for text in strings_of(path)
    }
    assert len(asked) > 1000
    assert sorted((path, text) for text, path in asked if text and text not in known) == []
