"""Choosers of vocabulary terms: autocomplete, several values, in the order in which they were chosen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.contrib.admin.widgets import AutocompleteSelectMultiple, RelatedFieldWidgetWrapper
from django.db.models import Field

from members.admin.choosers import numbers_of


class OrderedAutocomplete(AutocompleteSelectMultiple):
    """Keeps the order; `kind` narrows the list (collection.admin.vocabulary.ConceptAdmin)."""

    def __init__(self, field: Field[Any, Any], admin_site: AdminSite, kind: str = "") -> None:
        super().__init__(field, admin_site, attrs={"data-keeps-order": ""})
        self.kind = kind

    def get_url(self) -> str:
        url = super().get_url()
        return f"{url}?kind={self.kind}" if self.kind else url

    def build_attrs(self, base_attrs: Any, extra_attrs: Any = None) -> dict[str, Any]:
        """Every chosen term has a cross of its own; one for all would stand in the list and be no list item."""
        return {**super().build_attrs(base_attrs, extra_attrs), "data-allow-clear": "false"}

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        chosen = numbers_of(value)
        groups = super().optgroups(name, chosen, attr)
        places = {key: place for place, key in enumerate(chosen)}
        for _name, options, _index in groups:
            options.sort(key=lambda option: places.get(str(option["value"]), len(places)))
        return groups


class Proposing(RelatedFieldWidgetWrapper):
    """A chooser with a plus sign that opens the form of a new, proposed term."""

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        kind = getattr(self.widget, "kind", "")
        if kind:
            context["url_params"] += f"&kind={kind}"
        return context


class OrderedChoiceField(forms.ModelMultipleChoiceField):
    """Gives a list of terms in the order in which they were sent."""

    def clean(self, value: Any) -> list[Any]:  # type: ignore[override]
        found = super().clean(value)
        places = {str(pk): place for place, pk in enumerate(value or [])}
        return sorted(found, key=lambda term: places.get(str(term.pk), 0))

    def has_changed(self, initial: Iterable[Any] | None, data: Any) -> bool:
        before = [str(value) for value in self.prepare_value(initial or [])]
        return before != [str(value) for value in data or []]
