"""What the browse page says of a result: the sentence of its filters, and its addresses."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from collection.dates.display import years_text
from collection.filters import SORTS, VIEWS, ArtworkFilterSet
from collection.search.counts import Facet
from collection.views.browse_where import where

# Parameters that make no difference while they have these values.
_DEFAULTS = {"view": "grid", "page": "1", "date_match": "possible"}


class Address:
    """The canonical query of a filter set: only what was given, sorted, so that one result has one address."""

    def __init__(self, browse: ArtworkFilterSet) -> None:
        self.path = reverse("artworks")
        given = browse.form.data
        names = set(browse.filters)
        self.pairs = sorted(
            (name, value.strip())
            for name in names & set(given)
            for value in (browse.several(name) or given.getlist(name)[-1:])
            if value.strip() and _DEFAULTS.get(name) != value.strip()
        )

    def query(self, *, without: str = "", value: str | None = None, **more: str | list[str]) -> str:
        """The query without a parameter (or one value of it) and without the page; `more` is set anew."""
        kept = [
            (name, text)
            for name, text in self.pairs
            if name not in {"page", *more} and not (name == without and value in (None, text))
        ]
        added = [
            (name, text)
            for name, given in more.items()
            for text in ([given] if isinstance(given, str) else given)
            if text
        ]
        return urlencode(sorted([*kept, *added]))

    def pairs_without(self, *names: str) -> list[tuple[str, str]]:
        """What a form sends along beside its own controls, which have these names."""
        return [(name, text) for name, text in self.pairs if name not in names]

    def url(self, **change: Any) -> str:
        query = self.query(**change)
        return f"{self.path}?{query}" if query else self.path

    @property
    def canonical(self) -> str:
        query = urlencode(self.pairs)
        return f"{settings.PUBLIC_URL}{self.path}{f'?{query}' if query else ''}"


# How the values of each facet are tied into the sentence, in its order.
_JOINERS = {
    "type": pgettext_lazy("filter sentence, object type", "of the type"),
    "material": pgettext_lazy("filter sentence, material", "of"),
    "technique": pgettext_lazy("filter sentence, technique", "made by"),
    "motif": pgettext_lazy("filter sentence, motif", "with the motif"),
    "culture": pgettext_lazy("filter sentence, culture", "of the culture"),
    "region": pgettext_lazy("filter sentence, region", "from"),
    "country": pgettext_lazy("filter sentence, country of origin", "from"),
    "epoch": pgettext_lazy("filter sentence, epoch", "of the epoch"),
    "century": pgettext_lazy("filter sentence, century", "of the"),
    "influence_from": pgettext_lazy("filter sentence, culture", "influenced by"),
    "influence_to": pgettext_lazy("filter sentence, culture", "that passed something on to"),
    "influence_kind": pgettext_lazy("filter sentence, kind of influence", "by way of"),
    "museum": pgettext_lazy("filter sentence, museum", "kept by"),
    "keeper_country": pgettext_lazy("filter sentence, country of the keeper", "kept in"),
    "photograph": "",
    "reuse": ",",
}


def clauses(browse: ArtworkFilterSet, facets: list[Facet], address: Address) -> list[dict[str, Any]]:
    """Props of the filter sentence; every word's link removes it."""
    by_name = {facet.name: facet.selected for facet in facets}
    said = [
        _clause(str(joiner), name, by_name[name], address, name in browse.every)
        for name, joiner in _JOINERS.items()
        if by_name[name]
    ]
    return [*said, *_years(browse, address), *where(browse, address), *_words(browse, address)]


def _clause(joiner: str, name: str, values: list[Any], address: Address, every: bool) -> dict[str, Any]:
    words = [
        {"label": item.label, "lang": item.lang, "remove_url": address.url(without=name, value=item.value)}
        for item in values
    ]
    return {"joiner": joiner, "words": words, "either": not every}


def _years(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    match = _("certainly made") if browse.certain else _("possibly made")
    found = []
    first, last = browse.window
    if (first, last) != (None, None):
        names = {"date_from": "", "date_to": "", "from_year": "", "to_year": "", "date_match": ""}
        found.append((match, _window(first, last), address.url(**names)))
    if date := browse.given["date"]:
        found.append(
            (match, _window(date.earliest_begin, date.latest_end), address.url(date="", date_match=""))
        )
    if around := browse.given["around"]:
        said = years_text(around.earliest_begin, around.latest_end)
        found.append((match, _("about %(years)s") % {"years": said}, address.url(without="around")))
    return [
        {"joiner": joiner, "words": [{"label": label, "remove_url": url}]} for joiner, label, url in found
    ]


def _window(first: int | None, last: int | None) -> str:
    if first is None:
        return _("until %(year)s") % {"year": years_text(last, last)}
    if last is None:
        return _("from %(year)s on") % {"year": years_text(first, first)}
    return years_text(first, last)


def _words(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    words = browse.given["q"]
    label = _("“%(words)s”") % {"words": words}
    return (
        [{"joiner": _("with"), "words": [{"label": label, "remove_url": address.url(without="q")}]}]
        if words
        else []
    )


def orders(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    """Links to the same result in other orders; relevance only where there are words."""
    return [
        {"label": label, "url": address.url(sort=name), "is_current": name == browse.order}
        for name, label in SORTS
        if (name != "relevance" or browse.given["q"]) and (name != "probability" or browse.spans)
    ]


def layouts(browse: ArtworkFilterSet, address: Address) -> list[dict[str, Any]]:
    """Links to grid and list."""
    return [
        {
            "label": label,
            "url": address.url(view="" if name == "grid" else name),
            "is_current": name == browse.layout,
        }
        for name, label in VIEWS
    ]


def next_steps(browse: ArtworkFilterSet, facets: list[Facet], address: Address) -> list[dict[str, str]]:
    """What helps on from an empty result: each filter left out by itself, then all."""
    steps = []
    for facet in facets:
        for item in facet.selected:
            label = _("Leave out “%(value)s”") % {"value": item.label}
            steps.append({"label": label, "url": address.url(without=facet.name, value=item.value)})
    if browse.window != (None, None) or browse.given["date"]:
        every = {"date": "", "date_from": "", "date_to": "", "from_year": "", "to_year": ""}
        steps.append({"label": _("Leave out the years"), "url": address.url(**every)})
    if browse.given["q"] and len(address.pairs) > 1:
        steps.append({"label": _("Leave out the words"), "url": address.url(without="q")})
    return [*steps, {"label": _("See the whole collection"), "url": reverse("artworks")}]
