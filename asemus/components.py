"""Components: a template each, whose head comment names its props; read once, checked where they are used."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context, TemplateDoesNotExist, TemplateSyntaxError, engines
from django.template.base import Template
from django.utils.module_loading import import_string
from django.utils.safestring import SafeString

from asemus.rows import drawn_with_holes

_HEAD = re.compile(r"\A\{# props:(?P<props>[^\n]*?)#\}")
_PROP = re.compile(r"""\s*(?P<name>[a-z_]\w*)(?:=(?P<value>"[^"]*"|'[^']*'|-?[\w.]+))?\s*(?:,|\Z)""")
# Components that need more than their props: a function props -> further values of the template.
_PREPARED = {
    "date_histogram": "asemus.figures.date_histogram",
    "ripples": "asemus.figures.ripples",
    "thread": "asemus.figures.thread",
    "timeline": "asemus.figures.timeline",
    "provenance_line": "asemus.figures.provenance_line",
    "world_map": "asemus.figures.world_map",
    "pagination": "asemus.figures.pagination",
    "density": "asemus.figures.density",
    "exchange": "asemus.figures.exchange",
    "facet": "asemus.figures.facet",
    "facet_values": "asemus.figures.facet_values",
    "way": "asemus.figures.way",
    "atlas": "asemus.figures.atlas",
    "sankey": "asemus.figures.sankey",
    "exchange_pair": "asemus.figures.exchange_pair",
    "influence_matrix": "asemus.figures.influence_matrix",
}
# Components that stand on a page many times: what they ask for, and what they only print, for which they are drawn with
# holes (asemus.rows). They see nothing else.
_HOLED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "facet": (("name", "label", "every", "chosen", "is_open", "find_url", "number"), ("list",)),
    "way": (("in_form", "kind", "current", "rel", "label"), ("url", "action", "inputs", "content")),
}
MOST_DRAWN = 6  # ways in which one thing is kept drawn: in lists and grids, on pages of other levels
_FROM_PAGE = ("request", "site", "csrf_token", "LANGUAGE_CODE")


@dataclass(frozen=True)
class Definition:
    """What a component's file says of itself."""

    name: str
    required: frozenset[str]
    defaults: dict[str, Any] = field(hash=False)

    @property
    def template(self) -> Template:
        return engines["django"].get_template(f"components/{self.name}.html").template

    def check(self, given: set[str]) -> None:
        """Raise TemplateSyntaxError for a prop that is missing or not the component's."""
        if unknown := given - self.required - self.defaults.keys():
            raise TemplateSyntaxError(f"Component “{self.name}” has no prop {', '.join(sorted(unknown))}.")
        if missing := self.required - given:
            raise TemplateSyntaxError(f"Component “{self.name}” needs the prop {', '.join(sorted(missing))}.")

    def render(self, props: dict[str, Any], page: Context) -> SafeString:
        """Render with `props`; of the page only the request, the site and the language are seen."""
        drawn = next((value.drawn for value in props.values() if hasattr(value, "drawn")), None)
        others = [(name, prop) for name, prop in props.items() if not hasattr(prop, "drawn")]
        if drawn is None or not all(isinstance(prop, str | int | None) for _name, prop in others):
            return self._rendered(props, page)
        # All that it shows is in the one prop, which keeps the drawings of itself, and in a few plain ones.
        key = (self.name, *others)
        found: SafeString | None = drawn.get(key)
        if found is None:
            found = self._rendered(props, page)
            if len(drawn) < MOST_DRAWN:
                drawn[key] = found
        return found

    def _rendered(self, props: dict[str, Any], page: Context) -> SafeString:
        values = {**self.defaults, **props}
        if self.name in _PREPARED:
            values |= _prepared(_PREPARED[self.name])(**values)
        if self.name in _HOLED:
            return drawn_with_holes(f"components/{self.name}.html", values, *_HOLED[self.name])
        inner = page.new(values | {name: page[name] for name in _FROM_PAGE if name in page})
        inner.use_l10n = False  # "38,3%" is no length: words say numbers by the filter `number`
        return self.template.render(inner)


_prepared = lru_cache(import_string)


def definition(name: str) -> Definition:
    """The component `name`; read again at each use while DEBUG is on, so that edits show."""
    return _read(name) if settings.DEBUG else _kept(name)


@lru_cache
def _kept(name: str) -> Definition:
    return _read(name)


def _read(name: str) -> Definition:
    if not re.fullmatch(r"[a-z_]+", name):
        raise TemplateSyntaxError(f"“{name}” is not the name of a component.")
    path = f"components/{name}.html"
    source = None
    for loader in engines["django"].engine.template_loaders:
        for origin in loader.get_template_sources(path):
            try:
                source = origin.loader.get_contents(origin)
            except TemplateDoesNotExist:
                continue
            return parse_head(name, source)
    raise TemplateSyntaxError(f"There is no component “{name}” (templates/{path}).")


def parse_head(name: str, source: str) -> Definition:
    """Read `{# props: artwork, heading_level="3" #}`: a prop with `=` may be left out, the others may not."""
    head = _HEAD.match(source)
    if not head:
        raise TemplateSyntaxError(f"components/{name}.html must begin with {{# props: … #}}.")
    text, at = head["props"].strip(), 0
    required, defaults = set(), {}
    while at < len(text):
        prop = _PROP.match(text, at)
        if not prop:
            raise TemplateSyntaxError(f"components/{name}.html: cannot read its props at “{text[at:]}”.")
        at = prop.end()
        if prop["value"] is None:
            required.add(prop["name"])
        else:
            defaults[prop["name"]] = ast.literal_eval(prop["value"])
    return Definition(name, frozenset(required), defaults)
