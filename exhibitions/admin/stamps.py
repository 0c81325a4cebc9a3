"""Two people at one form: the second is told what the first wrote, and nothing that either typed is lost.

A form carries a stamp of all that it edits. When somebody saved since, the form comes back with the second
person's words still in it, with what stands in the database now beside them, and with the new stamp: saving
again is then a decision, not an accident.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext as _

from members.forms import lines_of

_NOT_TYPED = frozenset({"revision", "changed_at", "published_at", "status", "withdrawal_reason"})


def stamp_of(rows: Iterable[models.Model]) -> str:
    """A short digest of what `rows` hold."""
    held = [
        [
            row._meta.label,
            *(str(getattr(row, f.attname)) for f in row._meta.concrete_fields if f.name not in _NOT_TYPED),
        ]
        for row in rows
    ]
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()[:20]


class StampedForm(forms.ModelForm):
    """A form that knows when somebody else saved the same thing after it was opened."""

    stamp = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "stamp" in self.fields:
            self.initial["stamp"] = stamp_of(self.rows(self.instance))

    def rows(self, thing: Any) -> list[models.Model]:
        """All that the page edits."""
        raise NotImplementedError

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        if not self.instance.pk or "stamp" not in self.fields:
            return data
        stored = type(self.instance)._default_manager.select_for_update().get(pk=self.instance.pk)
        present = stamp_of(self.rows(stored))
        if data.get("stamp") != present:
            self.data = self.data.copy()  # type: ignore[assignment]
            self.data[self.add_prefix("stamp")] = present  # type: ignore[index]
            self.add_error(
                None,
                _(
                    "Somebody saved this while you wrote. Your words are below, unsaved. Compare, and save again to keep yours."
                ),
            )
            for name, value in self._differing(stored, data):
                self.add_error(name, _("Saved by somebody else meanwhile: %(value)s") % {"value": value})
        return data

    def _differing(self, stored: Any, data: dict[str, Any]) -> list[tuple[str, str]]:
        """(field, what is stored) where it is not what was posted."""
        return [
            (name, lines_of(value) if isinstance(value, dict) else str(value or "–"))
            for name in list(data)
            if name != "stamp" and hasattr(stored, name)
            for value in [getattr(stored, name)]
            if value != data[name]
        ]
