"""Form fields that more than one app needs: a language map edited as one line a language, and other names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import ProhibitNullCharactersValidator
from django.utils.translation import gettext_lazy as _

from members.languages import check_language_map, is_language_tag


def lines_of(value: dict[str, str]) -> str:
    """`en: …` lines; a text of several lines goes on with indented lines."""
    return "\n".join(f"{tag}: " + text.replace("\n", "\n  ") for tag, text in value.items())


def map_of(lines: str) -> dict[str, str]:
    """The language map of `en: …` lines. Raises ValidationError naming the line that is not one."""
    value: dict[str, str] = {}
    tag = ""
    for number, line in enumerate(lines.replace("\r\n", "\n").split("\n"), start=1):
        if tag and (line.startswith("  ") or not line.strip()):
            value[tag] += "\n" + line[2:]
            continue
        if not line.strip():
            continue
        tag, colon, text = (part.strip() for part in line.partition(":"))
        if not colon or not tag or " " in tag:
            raise ValidationError(
                _("Line %(number)s has no language: begin it with a tag and a colon, such as “en: ”."),
                params={"number": number},
            )
        if tag in value:
            raise ValidationError(_("The language “%(tag)s” stands here twice."), params={"tag": tag})
        value[tag] = text
    return {tag: text.rstrip() for tag, text in value.items()}


class LanguageMapFormField(forms.CharField):
    """A language map as text, one line a language."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "language-map vLargeTextField"})

    def __init__(self, *args: Any, encoder: Any = None, decoder: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.help_text:
            self.help_text = _("One line a language, such as “en: Moon jar” and “ko: 달항아리”.")

    def prepare_value(self, value: Any) -> Any:
        return lines_of(value) if isinstance(value, dict) else value

    def to_python(self, value: Any) -> dict[str, str]:  # type: ignore[override]
        if isinstance(value, dict):
            return value
        text = super().to_python(value) or ""
        ProhibitNullCharactersValidator()(text)
        result = map_of(text)
        check_language_map(result)
        return result

    def validate(self, value: Any) -> None:
        if self.required and not value:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value: Any) -> None:
        """The map was checked by `to_python`."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or {}) != self.to_python(data)
        except ValidationError:
            return True


class NamesField(forms.CharField):
    """Other names, one a line, each with its language: `ja: 伊万里焼`; kept as a list of {text, lang}."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", _("One line a name: “ja: 伊万里焼”. Without a language it is und."))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, list):
            return "\n".join(f"{name['lang']}: {name['text']}" for name in value)
        return value

    def clean(self, value: Any) -> list[dict[str, str]]:
        names = []
        for line in super().clean(value).splitlines():
            tag, colon, text = (part.strip() for part in line.partition(":"))
            if not line.strip():
                continue
            if not colon:
                tag, text = "und", line.strip()
            if not is_language_tag(tag) or not text:
                raise ValidationError(
                    _("“%(line)s”: write a language tag, a colon and the name."), params={"line": line}
                )
            names.append({"text": text, "lang": tag})
        return names

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return (initial or []) != self.clean(data)
        except ValidationError:
            return True
