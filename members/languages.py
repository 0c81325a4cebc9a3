"""Language maps: `{"en": "…", "ja": "…"}`, keyed by BCP 47, the shape that IIIF uses."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# RFC 5646 langtag without extensions: language, script, region, variants, private use.
_TAG = re.compile(
    r"^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?"
    r"(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-x(?:-[a-z\d]{1,8})+)?$"
)
_RTL_LANGUAGES = frozenset({"ar", "fa", "he", "ur", "ps", "prs", "ug", "sd", "dv", "yi", "ckb", "syr", "arc"})
_RTL_SCRIPTS = frozenset({"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"})


def is_language_tag(tag: str) -> bool:
    """True for a BCP 47 tag in its usual case (`zh-Hant`, `pt-BR`, `und`)."""
    return len(tag) <= 35 and bool(_TAG.match(tag))


def direction(tag: str) -> str:
    """`rtl` or `ltr`, from the script where the tag names one, else from the language."""
    parts = tag.split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if script:
        return "rtl" if script in _RTL_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RTL_LANGUAGES else "ltr"


def check_language_map(value: Any) -> None:
    """Raise ValidationError unless `value` maps BCP 47 tags to texts that say something."""
    if not isinstance(value, dict):
        raise ValidationError(_("Write one line a language, such as “en: Moon jar”."))
    for tag, text in value.items():
        if not isinstance(tag, str) or not is_language_tag(tag):
            raise ValidationError(
                _(
                    "“%(tag)s” is not a language tag. Use tags such as en, fr, ja, zh-Hant, or und if unknown."
                ),
                params={"tag": tag},
            )
        if not isinstance(text, str) or not text.strip():
            raise ValidationError(_("The text for “%(tag)s” is empty."), params={"tag": tag})
        if "\x00" in text:
            raise ValidationError(_("The text for “%(tag)s” holds a NUL sign."), params={"tag": tag})


def check_language_tags(value: Any) -> None:
    """Raise ValidationError unless `value` lists BCP 47 tags, each once."""
    if len(set(value)) != len(value):
        raise ValidationError(_("A language stands here twice."))
    for tag in value:
        if not is_language_tag(tag):
            raise ValidationError(
                _(
                    "“%(tag)s” is not a language tag. Use tags such as en, fr, ja, zh-Hant, or und if unknown."
                ),
                params={"tag": tag},
            )


def best_language(value: dict[str, str], language: str | None = None) -> str | None:
    """The tag to show a reader of `language` (the active one if None): theirs, else English, else whatever
    there is. None for an empty map."""
    if not value:
        return None
    language = language or get_language() or "en"
    if language in value:
        return language
    base = language.split("-")[0]
    for tag in value:
        if tag.split("-")[0] == base:
            return tag
    if "en" in value:
        return "en"
    return next(iter(value))


def text_in(value: dict[str, str] | None, language: str | None = None) -> str:
    """The text that `best_language` chooses, or an empty string."""
    tag = best_language(value or {}, language)
    return value[tag] if tag and value else ""


def in_order(value: dict[str, str], language: str | None = None) -> list[tuple[str, str]]:
    """(tag, text) for a page that shows all of them: the reader's first; what two languages share stands once."""
    first = best_language(value, language)
    seen: dict[str, str] = {}
    for tag in sorted(value, key=lambda tag: tag != first):
        seen.setdefault(value[tag], tag)
    return [(tag, text) for text, tag in seen.items()]


class LanguageMapField(models.JSONField):
    """A language map in JSONB; empty is `{}`, never null."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
        self.validators = [*self.validators, check_language_map]

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        super().validate(value, model_instance)
        check_language_map(value)

    def formfield(self, **kwargs: Any) -> Any:
        from members.forms import LanguageMapFormField

        return super().formfield(**{"form_class": LanguageMapFormField, **kwargs})
