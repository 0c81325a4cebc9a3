"""The facet index as it is kept: bitmaps of the works under each value, and which works changed since.

Derived from the tables and never the truth. Triggers mark every work whose facets may be others now, whatever path
the change took; who reads the index reads those works' facets from the tables themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

import pgtrigger
from django.db import models


class FacetState(models.Model):
    """One row: which bitmaps are in force. Without it there is no index, and SQL counts."""

    generation = models.PositiveBigIntegerField()
    # Changes of transactions from this number on are not in the bitmaps.
    changes_from = models.BigIntegerField()
    built_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="facetstate_is_one")]

    def __str__(self) -> str:
        return str(self.generation)


class FacetBitmap(models.Model):
    """The works of one value of one facet: a roaring bitmap of their primary keys, serialised."""

    facet = models.CharField(max_length=32)
    value = models.CharField(max_length=200)
    bitmap = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["facet", "value"], name="facetbitmap_stands_once"),
        ]

    def __str__(self) -> str:
        return f"{self.facet}={self.value}"


class FacetChange(models.Model):
    """A work whose facets a transaction may have changed; once a transaction."""

    artwork_id = models.BigIntegerField()
    xid = models.BigIntegerField()  # pg_current_xact_id(): in a snapshot's order, which ids are not

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["xid", "artwork_id"], name="facetchange_stands_once"),
        ]

    def __str__(self) -> str:
        return str(self.artwork_id)


def _mark(*ids: str) -> str:
    found = " UNION ".join(ids)
    return (
        "INSERT INTO collection_facetchange (artwork_id, xid) "  # noqa: S608  our own words only
        f"SELECT x.id, pg_current_xact_id()::text::bigint FROM ({found}) x (id) WHERE x.id IS NOT NULL "
        "ON CONFLICT DO NOTHING; "
    )


# Works whose facets of influence hang on the statements {of}: their witnesses and the works at their ends.
_TIED = (
    "SELECT w.artwork_id FROM collection_influencewitness w WHERE w.influence_id IN ({of})",
    "SELECT i.source_artwork_id FROM collection_influence i WHERE i.id IN ({of})",
    "SELECT i.target_artwork_id FROM collection_influence i WHERE i.id IN ({of})",
)
# Statements that the work {work} witnesses or is an end of.
_ITS_STATEMENTS = (
    "SELECT influence_id FROM collection_influencewitness WHERE artwork_id = {work} "
    "UNION SELECT id FROM collection_influence WHERE source_artwork_id = {work} OR target_artwork_id = {work}"
)
# The term {term} and everything narrower.
_DOWN = "WITH RECURSIVE down (id) AS (SELECT {term} UNION SELECT t.id FROM {table} t JOIN down d ON t.{parent} = d.id) "


def _tied(statements: str) -> tuple[str, ...]:
    return tuple(part.format(of=statements) for part in _TIED)


def _when(name: str, operation: pgtrigger.Operation, func: str, *columns: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        operation=operation,
        when=pgtrigger.After,
        condition=pgtrigger.AnyChange(*columns) if columns else None,
        func=func + "RETURN NULL;",
    )


def marks_its_work(column: str = "artwork_id") -> pgtrigger.Trigger:
    """Trigger of a part of a work."""
    new, old = _mark(f"SELECT NEW.{column}"), _mark(f"SELECT OLD.{column}")
    func = f"IF TG_OP <> 'DELETE' THEN {new} END IF; IF TG_OP <> 'INSERT' THEN {old} END IF; "
    return _when("mark_facets", pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete, func)


def marks_its_document() -> pgtrigger.Trigger:
    """Trigger of a search document: what it has changed, its work is read anew."""
    new, old = _mark("SELECT NEW.artwork_id"), _mark("SELECT OLD.artwork_id")
    func = (
        f"IF TG_OP = 'DELETE' THEN {old} ELSIF TG_OP = 'INSERT' OR NEW.words <> OLD.words THEN {new} END IF; "
    )
    return _when("mark_words", pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete, func)


def marks_itself() -> list[pgtrigger.Trigger]:
    """Triggers of a work: itself, and by its state or culture those it shares statements with."""
    columns = ("status", "culture", "production_country", "production_place", "museum", "rights",
               "earliest_begin", "latest_end")  # fmt: skip
    others = _mark(*_tied(_ITS_STATEMENTS.format(work="NEW.id")))
    return [
        _when("mark_facets", pgtrigger.Update, _mark("SELECT NEW.id"), *columns),
        _when("mark_facets_of_others", pgtrigger.Update, others, "status", "culture"),
        _when("mark_facets_of_new", pgtrigger.Insert, _mark("SELECT NEW.id")),
        _when("mark_facets_of_gone", pgtrigger.Delete, _mark("SELECT OLD.id")),
    ]


def marks_its_witnesses(column: str) -> pgtrigger.Trigger:
    """Trigger of a statement (column `id`) and of its witnesses (column `influence_id`)."""
    also = "artwork_id" if column == "influence_id" else ""
    parts = []
    for row, operation in (("NEW", "DELETE"), ("OLD", "INSERT")):
        own = (
            [f"SELECT {row}.{also}"]
            if also
            else [f"SELECT {row}.source_artwork_id", f"SELECT {row}.target_artwork_id"]
        )
        parts.append(
            f"IF TG_OP <> '{operation}' THEN {_mark(*own, *_tied(f'SELECT {row}.{column}'))} END IF; "
        )
    return _when("mark_facets", pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete, "".join(parts))


def marks_works_under(table: str, parent: str, *works: str, also: Sequence[str] = ()) -> pgtrigger.Trigger:
    """Trigger of a vocabulary term: a new slug or broader term (or a column in `also`) is one for the works of everything
    narrower.

    `works` select artwork ids from the terms in `down`.
    """
    down = _DOWN.format(term="NEW.id", table=table, parent=parent)
    func = "".join(_mark(f"{down} {each}") for each in works)
    return _when("mark_facets", pgtrigger.Update, func, "slug", parent.removesuffix("_id"), *also)


OF_CONCEPTS = "SELECT w.artwork_id FROM collection_artworkconcept w JOIN down ON down.id = w.concept_id"
OF_EPOCHS = "SELECT w.artwork_id FROM collection_artworkepoch w JOIN down ON down.id = w.epoch_id"
OF_CULTURES = "SELECT a.id FROM collection_artwork a JOIN down ON down.id = a.culture_id"
_STATEMENTS_OF_CULTURES = (
    "SELECT i.id FROM collection_influence i WHERE i.source_culture_id IN (SELECT id FROM down) "
    "OR i.target_culture_id IN (SELECT id FROM down) "
    "OR i.source_artwork_id IN (SELECT a.id FROM collection_artwork a JOIN down ON down.id = a.culture_id) "
    "OR i.target_artwork_id IN (SELECT a.id FROM collection_artwork a JOIN down ON down.id = a.culture_id)"
)
TIED_TO_CULTURES = _tied(_STATEMENTS_OF_CULTURES)
