"""Every language of the interface is whole: no string is missing, no placeholder lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings

FILES = sorted((settings.BASE_DIR / "asemus" / "locale").glob("*/LC_MESSAGES/django.po"))
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
