"""Two versions of a record, field by field, with what differs marked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from collection.marked import marked


@dataclass(frozen=True)
class Difference:
    """One field: its name, what stands in the record, what the edit says; `before` and `after` are marked."""

    label: str
    before: SafeString
    after: SafeString


def differences_of(form: Any, formsets: list[Any]) -> list[Difference]:
    """What a form bound to an edit would change, in the order of the form."""
    for part in (form, *formsets):
        part.is_valid()  # what was cleaned tells which rows go
    found = [_difference(form, name, "") for name in form.changed_data]
    for formset in formsets:
        name = capfirst(str(formset.model._meta.verbose_name))
        for number, row in enumerate(formset.forms, start=1):
            found += _row_differences(formset, row, f"{name} {number}")
    return found


def _row_differences(formset: Any, row: Any, label: str) -> list[Difference]:
    if row.instance.pk and formset.can_delete and formset._should_delete_form(row):
        return [
            Difference(label, format_html("<del>{}</del>", str(row.instance)), SafeString(_("taken out")))
        ]
    names = [name for name in row.changed_data if name not in ("id", formset.fk.name, "DELETE")]
    return [_difference(row, name, f"{label} · ") for name in names]


def _difference(form: Any, name: str, label: str) -> Difference:
    bound = form[name]
    is_new = getattr(form.instance, "pk", None) is None
    before = "" if is_new else _said(bound.field, bound.initial)
    after = _said(bound.field, bound.data)
    bound.field.widget.attrs["data-changed"] = ""
    old, new = marked(before, after)
    return Difference(f"{label}{capfirst(str(bound.label))}", old, new)


def _said(field: Any, value: Any) -> str:
    """A value of a form in words."""
    if isinstance(field, forms.ModelChoiceField):
        return _terms(field, value)
    if isinstance(field, forms.BooleanField):
        return _("yes") if value and value != "False" else _("no")
    if isinstance(field, forms.ChoiceField):
        return str(
            dict(field.flatchoices if hasattr(field, "flatchoices") else field.choices).get(
                value, value or ""
            )
        )
    if isinstance(value, dict):
        return str(field.prepare_value(value))
    return "" if value is None else str(value).replace("\r\n", "\n")


def _terms(field: Any, value: Any) -> str:
    values = value if isinstance(value, list | tuple) else [value]
    keys = [getattr(one, "pk", one) for one in values if one not in (None, "")]
    names = {}
    with suppress(ValueError, TypeError):  # not a number: the form says so itself
        names = {str(term.pk): str(term) for term in field.queryset.filter(pk__in=keys)}
    return ", ".join(names.get(str(key), f"#{key}") for key in keys)
