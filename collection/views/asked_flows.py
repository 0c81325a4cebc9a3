"""What the query string asks of the flows of influence: kinds, a window of years, at which level, from, to and with whom."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.dates.display import year_text
from collection.dates.years import YearError, parse_year
from collection.enums import InfluenceKind
from collection.influences.flows import LEVELS, within
from collection.influences.graph import Graph
from collection.influences.statements import End, Statement

_NAME = re.compile(r"[A-Za-z0-9-]{1,120}")
MOST_NAMES = 12  # of a side


@dataclass(frozen=True)
class Asked:
    """Kinds and names of the same parameter widen the question, different parameters narrow it."""

    kinds: tuple[str, ...] = ()
    earliest: int | None = None
    latest: int | None = None
    level: str = "culture"
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    touching: tuple[str, ...] = ()  # at either end

    @classmethod
    def read(cls, query: QueryDict) -> Asked:
        """Raises BadRequest with a sentence for a year that is none or a kind that is not on the list."""
        kinds = tuple(dict.fromkeys(kind for kind in query.getlist("kind") if kind))
        unknown = [kind for kind in kinds if kind not in InfluenceKind.values]
        if unknown:
            raise BadRequest(_("“%(kind)s” is not a kind of influence.") % {"kind": unknown[0][:40]})
        earliest, latest = _years(query)
        level = query.get("level") or "culture"
        if level not in LEVELS:
            raise BadRequest(_("Flows are counted by culture, epoch, region or country."))
        sides = (_names(query.getlist(name)) for name in ("from", "to", "with"))
        return cls(kinds, earliest, latest, level, *sides)

    @property
    def is_windowed(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self == Asked(level=self.level)

    def of(self, graph: Graph) -> list[Statement]:
        """The statements asked for; a broader culture speaks for its parts."""
        found = within(graph.statements, kinds=self.kinds, earliest=self.earliest, latest=self.latest)
        return [said for said in found if self._names(graph, said)]

    def _names(self, graph: Graph, said: Statement) -> bool:
        if not (self.sources or self.targets or self.touching):
            return True
        gave, received = self._ends(graph, said.source), self._ends(graph, said.target)
        if self.sources and gave.isdisjoint(self.sources):
            return False
        if self.targets and received.isdisjoint(self.targets):
            return False
        return not self.touching or not (gave | received).isdisjoint(self.touching)

    def _ends(self, graph: Graph, end: End) -> set[str]:
        return set(graph.family(end.slug)) if self.level == "culture" else set(LEVELS[self.level](end))

    def whenever(self) -> Asked:
        return replace(self, earliest=None, latest=None)

    def during(self, earliest: int, latest: int) -> Asked:
        return replace(self, earliest=earliest, latest=latest)

    def between(self, source: str, target: str, level: str = "culture") -> Asked:
        return replace(self, level=level, sources=(source,), targets=(target,), touching=())

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The parameters that ask this; what goes without saying is left out."""
        years = (("from_year", self.earliest), ("to_year", self.latest))
        return [
            *(("kind", kind) for kind in self.kinds),
            *((name, str(year)) for name, year in years if year is not None),
            *(("from", name) for name in self.sources),
            *(("to", name) for name in self.targets),
            *(("with", name) for name in self.touching),
            *([("level", self.level)] if self.level != "culture" else []),
        ]

    def address(self, page: str) -> str:
        """The path of a page that answers this."""
        query = urlencode(self.pairs)
        return reverse(page) + (f"?{query}" if query else "")


def written_years(asked: Asked, typed: QueryDict | None = None) -> dict[str, str]:
    """The years as the form shows them, in words that it takes again; where they were refused, as they were typed."""
    if typed is not None:
        return {name: typed.get(name, "") for name in ("from_year", "to_year")}
    years = (("from_year", asked.earliest), ("to_year", asked.latest))
    return {name: "" if year is None else year_text(year) for name, year in years}


def _years(query: QueryDict) -> tuple[int | None, int | None]:
    try:
        earliest, latest = (
            parse_year(query[name]) if query.get(name) else None for name in ("from_year", "to_year")
        )
    except YearError as error:
        raise BadRequest(str(error)) from error
    if earliest is not None and latest is not None and earliest > latest:
        raise BadRequest(_("The first year lies after the last one."))
    return earliest, latest


def _names(given: Iterable[str]) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name.strip() for name in given if name.strip()))
    wrong = [name for name in names if not _NAME.fullmatch(name)]
    if wrong:
        raise BadRequest(
            _("“%(name)s” is no name of a culture, country or region.") % {"name": wrong[0][:40]}
        )
    if len(names) > MOST_NAMES:
        raise BadRequest(_("Name twelve at most."))
    return names
