"""Autocomplete choosers that take whatever was posted: what is no number is no choice, and no fault."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect

_MOST_DIGITS = 18


def numbers_of(value: list[Any]) -> list[str]:
    """Those of the posted values that can be keys."""
    return [str(one) for one in value if str(one).isdecimal() and len(str(one)) <= _MOST_DIGITS]


class Chooser(AutocompleteSelect):
    """Stock, but for its options: a form with a false key is shown again instead of failing."""

    def optgroups(self, name: str, value: list[str], attr: Any = None) -> Any:
        return super().optgroups(name, numbers_of(value), attr)
