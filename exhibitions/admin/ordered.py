"""Rows that stand in an order: a new one without a number comes last."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Max
from django.forms.models import BaseInlineFormSet
from django.utils.translation import gettext_lazy as _


class OrderedForm(forms.ModelForm):
    """The number may be left empty."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["order"]
        field.required = False
        field.help_text = _("Empty: at the end.")
        field.widget.attrs["size"] = 4
        if not self.instance.pk:
            self.initial["order"] = None

    def has_changed(self) -> bool:
        """A row in which only a number stands holds nothing."""
        return bool(set(self.changed_data) - ({"order"} if not self.instance.pk else set()))


class OrderedFormSet(BaseInlineFormSet):
    """Gives a number to rows without one."""

    def save_new(self, form: Any, commit: bool = True) -> Any:
        self._number(form.instance)
        return super().save_new(form, commit)

    def save_existing(self, form: Any, obj: Any, commit: bool = True) -> Any:
        self._number(form.instance)
        return super().save_existing(form, obj, commit)

    def _number(self, row: Any) -> None:
        if row.order is None:
            last = self.model._default_manager.filter(**{self.fk.name: self.instance}).aggregate(
                last=Max("order")
            )["last"]
            row.order = 1 if last is None else last + 1
