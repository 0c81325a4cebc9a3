"""Form fields for short lists in one field: other names, codes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from members.languages import is_language_tag


class NamesField(forms.CharField):
    """Other names, one a line, each with its language: `ja: 伊万里焼`; kept as a list of {text, lang}."""

    widget = forms.Textarea(attrs={"rows": 2})

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault(
            "help_text", gettext_lazy("One line a name: “ja: 伊万里焼”. Without a language it is und.")
        )
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


class CodesField(forms.CharField):
    """ISO codes of countries, separated by commas or spaces."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        codes = super().clean(value).replace(",", " ").upper().split()
        for code in codes:
            if len(code) != 2 or not code.isascii() or not code.isalpha():
                raise ValidationError(
                    _("“%(code)s” is not an ISO code of two letters."), params={"code": code}
                )
        return codes

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return list(initial or []) != self.clean(data)
        except ValidationError:
            return True
