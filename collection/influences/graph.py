"""The graph of influence: every public statement read once, with cultures as its knots and works at its ends.

It is immutable, and kept for as long as the catalogue is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property

from collection.influences.edges import Edge, Edges, edges_of
from collection.influences.epochs import Period, in_epochs, read_epochs_of, read_periods
from collection.influences.statements import End, Shown, Statement, end_of, read_statements
from collection.influences.tallies import Tallies
from collection.models import Culture, Epoch
from members.kept import Kept

_KEPT: Kept[Graph] = Kept(2)


@dataclass(frozen=True)
class Graph:
    """Statements, the cultures at their ends, and what these are parts of."""

    statements: tuple[Statement, ...]
    ends: dict[str, End]  # of every culture that gives, receives or has a part that does, by slug
    periods: dict[str, Period] = field(default_factory=dict)  # epochs, by slug

    @cached_property
    def slugs(self) -> list[str]:
        return sorted(self.ends)

    @cached_property
    def places(self) -> dict[str, int]:
        """Where a culture stands in the arrays."""
        return {slug: place for place, slug in enumerate(self.slugs)}

    @cached_property
    def works(self) -> dict[str, Shown]:
        """Every work that shows a statement or stands at its end, by public id."""
        return {work.public_id: work for statement in self.statements for work in statement.shown}

    @cached_property
    def epoch_names(self) -> dict[str, dict[str, str]]:
        """The language maps of all epochs by slug: one query, at the first flow by epochs."""
        return dict(Epoch.objects.public().values_list("slug", "labels"))

    @cached_property
    def plain(self) -> Edges:
        """Each culture speaks for itself."""
        return edges_of(self.statements, self.places, lambda slug: [slug])

    @cached_property
    def broad(self) -> Edges:
        """Each culture speaks for its parts, too: what the Netherlands gave, Europe gave."""
        return edges_of(self.statements, self.places, self.family)

    @cached_property
    def _tallies(self) -> dict[str, Tallies]:
        return {}

    def tallies(self, level: str) -> Tallies:
        """Flows as numbers at a level (see `flows.LEVELS`), made at the first request."""
        if level not in self._tallies:
            self._tallies[level] = Tallies(self.statements, level)
        return self._tallies[level]

    @cached_property
    def _of_works(self) -> dict[str, list[int]]:
        """The statements that a work shows or stands at the end of, by their numbers."""
        found: dict[str, list[int]] = {}
        for number, statement in enumerate(self.statements):
            for work in statement.works:
                found.setdefault(work, []).append(number)
        return found

    def edges(self, broad: bool) -> Edges:
        return self.broad if broad else self.plain

    def family(self, slug: str) -> list[str]:
        """The culture, what it is a part of, and so on upwards, as far as the graph knows them."""
        found: list[str] = []
        while slug in self.ends and slug not in found:
            found.append(slug)
            slug = self.ends[slug].broader
        return found

    def knows(self, name: str) -> bool:
        """Whether a culture or work of this name gives, receives or shows anything."""
        return name in self.ends or name in self.works

    def given_by(self, work: str, broad: bool = False) -> list[Edge]:
        """What a work gave or shows to have gone to another culture than its own, not before it was made."""
        own = self.family(self.works[work].culture)
        made = self.works[work].earliest
        found = []
        for number in self._of_works[work]:
            said = self.statements[number]
            if said.source_work == work or (said.target_work != work and said.target.slug not in own):
                for slug in self.family(said.target.slug) if broad else [said.target.slug]:
                    found.append(Edge.of(number, said, self.places[slug]).not_before(made))
        return [edge for edge in found if edge is not None]

    def received_by(self, work: str, broad: bool = False) -> list[tuple[int, Edge]]:
        """(culture, edge) of what a work received or shows to have come to it, not after it was made."""
        own = self.family(self.works[work].culture)
        made = self.works[work].latest
        found = []
        for number in self._of_works[work]:
            said = self.statements[number]
            foreign = said.source.slug not in own or said.target.slug in own
            if said.target_work == work or (said.source_work != work and foreign):
                edge = Edge.of(number, said, -1).not_after(made)
                for slug in self.family(said.source.slug) if broad else [said.source.slug]:
                    if edge is not None:
                        found.append((self.places[slug], edge))
        return found


def graph_of(statements: Iterable[Statement], cultures: Iterable[End] = ()) -> Graph:
    """The graph of some statements; `cultures` are what their ends are parts of."""
    said = tuple(statements)
    known = {end.slug: end for end in cultures}
    ends = {end.slug: end for statement in said for end in (statement.source, statement.target)}
    waiting = [end.broader for end in ends.values()]
    while waiting:
        slug = waiting.pop()
        if slug in known and slug not in ends:
            ends[slug] = known[slug]
            waiting.append(known[slug].broader)
    return Graph(said, ends)


def read_graph() -> Graph:
    """The graph of every public statement. Three queries."""
    cultures = [end_of(culture) for culture in Culture.objects.public().select_related("broader")]
    return graph_of(read_statements(), cultures)


def read_epochs(graph: Graph) -> Graph:
    """The same graph with the epochs of the ends of its statements. Two queries."""
    periods = read_periods()
    of_works = read_epochs_of(graph.works, periods)
    placed = tuple(in_epochs(said, periods, of_works, said.shown) for said in graph.statements)
    return replace(graph, statements=placed, periods={one.slug: one for one in periods})


def current_graph(level: str = "culture") -> Graph:
    """The graph of the present version of the catalogue, read at its first request; with epochs where they are counted."""
    graph = _KEPT.get("graph", read_graph)
    return _KEPT.get("epochs", lambda: read_epochs(graph)) if level == "epoch" else graph
