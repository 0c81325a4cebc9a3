"""Texts in other languages, marked so that a browser reads and sets them rightly."""

from __future__ import annotations

from typing import Any

from babel import Locale, UnknownLocaleError
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from members.languages import best_language, direction


def language_map(value: dict[str, str] | None, language: str | None = None) -> SafeString:
    """The text of a language map for the reader: theirs, else a fallback inside `<span lang dir>`."""
    tag = best_language(value or {}, language)
    return foreign(value[tag], tag) if tag and value else SafeString("")


def foreign(text: str, tag: str | None) -> SafeString:
    """`text` marked with its language, unless that is the page's own."""
    page = (get_language() or "en").split("-")[0]
    if not tag or tag.split("-")[0] == page:
        return format_html("{}", text)
    return format_html('<span lang="{}" dir="{}">{}</span>', tag, direction(tag), text)


def direction_of(tag: str | None) -> str:
    """`rtl` or `ltr` of a BCP 47 tag."""
    return direction(tag or "en")


def language_name(tag: str) -> str:
    """A language in the reader's words: `zh-Hant` → “Chinese (Traditional)”."""
    if tag == "und":
        return _("unknown language")
    try:
        name = Locale.parse(tag, sep="-").get_display_name(get_language() or "en")
    except (UnknownLocaleError, ValueError):
        name = None
    if not name and "-" in tag:
        return language_name(tag.rsplit("-", 1)[0])
    return name or tag


def country_name(code: str) -> str:
    """A country in the reader's words: `JP` → “Japan”; the code itself where there is no name."""
    return Locale.parse(get_language() or "en", sep="-").territories.get(code.upper(), code)


def in_its_language(thing: Any) -> SafeString:
    """The `text` (or `label`) of a dictionary or object, marked with its `lang` if it has one."""
    found = {key: _part(thing, key) for key in ("text", "label", "lang")}
    return foreign(found["text"] or found["label"] or "", found["lang"])


def _part(thing: Any, key: str) -> Any:
    return thing.get(key) if isinstance(thing, dict) else getattr(thing, key, None)
