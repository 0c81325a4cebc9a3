"""Periods as museums write them, read into our epochs: “Qing dynasty (1644–1911), Kangxi period (1662–1722)”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from collection.enums import TermStatus
from collection.imports.phrases_said import plain
from collection.imports.terms import Terms
from collection.models import Epoch, EpochDefinition

_PARTS = re.compile(r"[;,/|\n]| or | to | and |[-\u2010-\u2015](?=(?-i:[A-Z]))", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:(?:the|late|later|early|earlier|middle|mid|end of|beginning of|first half of|second half of|"
    r"probably|possibly|perhaps|style of)[ -])+"
)
_AFTER = re.compile(
    r" (?:dynast(?:y|ies)|periods?|era|culture|reign|kingdoms?|empire|style|mark and period)$"
)
_IS_YEARS = re.compile(
    r"^[\W\d]*(?:(?:st|nd|rd|th|c|ca|bce?|ce|ad|century|centuries|early|mid|late|half)\W*\d*\W*)*$"
)
_NOTHING = frozenset(
    {"period", "later", "earlier", "early", "late", "middle", "mid", "and", "pre", "post", "neo"}
)
_MARGIN = 30  # years by which a work may lie outside its epoch: museums round


@dataclass(frozen=True, slots=True)
class _Bounds:
    slug: str
    begin: int | None = None
    end: int | None = None
    countries: frozenset[str] = frozenset()


class EpochsSaid:
    """Reads words into the addresses of epochs that fit the work's country and years."""

    def __init__(self, terms: Terms) -> None:
        defined = {d.epoch_id: d for d in EpochDefinition.objects.filter(is_preferred=True)}
        self._by_name: dict[str, list[_Bounds]] = defaultdict(list)
        for epoch in Epoch.objects.exclude(term_status=TermStatus.MERGED):
            bounds = _bounds(epoch, defined.get(epoch.pk))
            for name in {_name(n) for n in _names(epoch)}:
                self._by_name[name].append(bounds)

    def knows(self, words: str) -> bool:
        return _name(words) in self._by_name

    def read(
        self, said: Iterable[str], country: str, years: tuple[int | None, int | None]
    ) -> tuple[list[str], list[str]]:
        """(addresses of epochs, words that are none of ours or do not fit)."""
        found, unknown = [], []
        for words in said:
            bare = re.sub(r"[(\[][^()\[\]]*[)\]]?", " ", words)
            for part in [bare] if self.knows(bare) else _PARTS.split(bare):
                name = _name(part)
                if not name or name in _NOTHING or _IS_YEARS.match(name):
                    continue
                fitting = [b.slug for b in self._by_name.get(name, ()) if _fits(b, country, years)]
                if fitting:
                    found.append(fitting[0])
                else:
                    unknown.append(name[:120])
        return list(dict.fromkeys(found)), unknown


def _bounds(epoch: Epoch, defined: EpochDefinition | None) -> _Bounds:
    if defined is None:
        return _Bounds(epoch.slug)
    countries = frozenset() if defined.is_worldwide else frozenset(defined.countries)
    return _Bounds(epoch.slug, defined.earliest_begin, defined.latest_end, countries)


def _names(epoch: Epoch) -> list[str]:
    return [epoch.slug, *epoch.labels.values(), *(other["text"] for other in epoch.alt_labels)]


def _name(words: str) -> str:
    """“late Edo period” → “edo”."""
    name = _BEFORE.sub("", plain(words))
    return _AFTER.sub("", name).strip()


def _fits(bounds: _Bounds, country: str, years: tuple[int | None, int | None]) -> bool:
    if country and bounds.countries and country not in bounds.countries:
        return False
    first, last = years
    is_before = last is not None and bounds.begin is not None and last < bounds.begin - _MARGIN
    is_after = first is not None and bounds.end is not None and first > bounds.end + _MARGIN
    return not (is_before or is_after)
