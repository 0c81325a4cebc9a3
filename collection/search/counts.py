"""How many works of a result stand under each value of each facet: by the index, else by SQL in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from django.db import connection

from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.facet_labels import Labels
from collection.search.facets import FACETS, Definition
from collection.search.found import Found


class Selection(Protocol):
    """What counting asks of the filter set."""

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The chosen values of each facet that has any."""
        ...

    @property
    def certain(self) -> bool: ...

    def works(self, *, without: str = "") -> ArtworkQuerySet:
        """The result, as if the facet `without` were not chosen from."""
        ...

    @property
    def found(self) -> Found | None:
        """The result as the index has it; None where SQL must count."""
        ...


@dataclass
class FacetValue:
    """One value and how many works there would be with it alone. Not frozen: a page makes hundreds, in half the time."""

    value: str
    label: str
    count: int
    selected: bool
    lang: str = ""
    is_known: bool = True
    broader: str = ""  # the value that it stands under


@dataclass(frozen=True)
class Facet:
    """A facet as a page shows it: `name` is the parameter."""

    name: str
    label: str
    values: list[FacetValue] = field(default_factory=list)

    @property
    def selected(self) -> list[FacetValue]:
        return [value for value in self.values if value.selected]


def facet_counts(selection: Selection, language: str | None = None) -> list[Facet]:
    """Every facet with all values that have works, and the chosen ones even without. Five queries at most."""
    counts = selection.found.counts() if selection.found else sql_counts(selection)
    asked = {name: {*counts[name], *selection.chosen.get(name, [])} for name in FACETS}
    labels = Labels.read({name: (FACETS[name].said_with, values) for name, values in asked.items()}, language)
    return [
        _facet(facet, counts[facet.name], selection.chosen.get(facet.name, []), labels)
        for facet in FACETS.values()
    ]


def one_facet(selection: Selection, name: str, language: str | None = None) -> Facet:
    """One facet of the result itself, the values with most works first. Three queries at most."""
    definition, found = FACETS[name], selection.found
    if found is not None:
        counts = found.index.counts(name, found.counted)
    else:
        sql, params = definition.pairs(selection.certain)
        works, bound = selection.works().order_by().values("pk").query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT p.value, count(*) FROM ({sql}) p WHERE p.artwork_id IN ({works}) GROUP BY p.value",  # noqa: S608
                [*params, *bound],
            )
            counts = dict(cursor.fetchall())
    labels = Labels.read({name: (definition.said_with, set(counts))}, language)
    return _facet(definition, counts, [], labels)


def _facet(facet: Definition, counts: dict[str, int], chosen: list[str], labels: Labels) -> Facet:
    values = []
    for value in dict.fromkeys([*counts, *chosen]):
        said = labels.of(facet.said_with, value)
        values.append(
            FacetValue(
                value,
                said.text or value,
                counts.get(value, 0),
                value in chosen,
                said.lang,
                bool(said.text),
                said.broader,
            )
        )
    if facet.is_in_time:
        values.sort(key=lambda item: int(item.value))
    else:
        values.sort(key=lambda item: (-item.count, item.label.casefold(), item.value))
    return Facet(facet.name, str(facet.label), values)


def sql_counts(selection: Selection) -> dict[str, dict[str, int]]:
    """facet → value → count. A facet that is chosen from is counted over the result without that choice."""
    results: dict[str, str] = {"": "r0"}
    for name in selection.chosen:
        results[name] = f"r{len(results)}"
    tables, params = [], []
    for name, table in results.items():
        sql, bound = selection.works(without=name).order_by().values("pk").query.sql_with_params()
        tables.append(f"{table} (id) AS MATERIALIZED ({sql})")
        params += bound
    parts = []
    for facet in FACETS.values():
        sql, bound = facet.pairs(selection.certain)
        table = results.get(facet.name, "r0")
        parts.append(
            f"SELECT '{facet.name}', p.value, count(*) FROM ({sql}) p JOIN {table} r ON r.id = p.artwork_id GROUP BY p.value"  # noqa: S608
        )
        params += bound
    counts: dict[str, dict[str, int]] = {name: {} for name in FACETS}
    with connection.cursor() as cursor:
        cursor.execute(f"WITH {', '.join(tables)} {' UNION ALL '.join(parts)}", params)
        for name, value, count in cursor.fetchall():
            counts[name][value] = count
    return counts
