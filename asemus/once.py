"""Parts of a template that are the same wherever the named values are the same: drawn once and kept."""

from __future__ import annotations

import threading
from collections.abc import Hashable, Mapping
from typing import Any

from django.template import Context
from django.template.base import FilterExpression, Node, NodeList
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST_KEPT = 500  # drawings of one part, those made last; a longest key is a query of 500 signs


class OnceNode(Node):
    """`{% once name=value … %}`: its content sees these values and nothing else, so that nothing else can change it.

    The language is always one of them. The values must be hashable: texts, numbers, tuples.
    """

    def __init__(self, values: Mapping[str, FilterExpression], content: NodeList) -> None:
        self.values = values
        self.content = content
        self._drawn: dict[Hashable, SafeString] = {}
        self._lock = threading.Lock()

    def render(self, context: Context) -> SafeString:
        values = [value.resolve(context) for value in self.values.values()]
        key = (get_language(), *values)
        found = self._drawn.get(key)
        if found is None:
            found = self._rendered(context, values)
            with self._lock:
                self._drawn[key] = found
                if len(self._drawn) > MOST_KEPT:
                    del self._drawn[next(iter(self._drawn))]
        return found

    def _rendered(self, context: Context, values: list[Any]) -> SafeString:
        inner = context.new(dict(zip(self.values, values, strict=True)))
        return self.content.render(inner)
