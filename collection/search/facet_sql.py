"""What each facet of the browse page says of works: SQL of (artwork_id, value), every pair once.

The same relation narrows a result and counts its values, so that a count is what the result would be.
A value of a hierarchy is paired with the works of everything below it, too.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from collection.models import Influence
from collection.rights import FREE, WITH_CONDITIONS

# SQL and its parameters
Pairs = tuple[str, list[Any]]

# Every term with itself and all that is broader: (id, over).
_UP = """WITH RECURSIVE up AS (
    SELECT id, id AS over FROM {table}
    UNION SELECT up.id, t.{parent} FROM up JOIN {table} t ON t.id = up.over WHERE t.{parent} IS NOT NULL)"""
_CULTURES_UP = _UP.format(table="collection_culture", parent="broader_id")
_EPOCHS_UP = _UP.format(table="collection_epoch", parent="parent_id")
_CONCEPTS_UP = _UP.format(table="collection_concept", parent="broader_id")

# The label of the century in which a year lies (collection.dates.centuries.label_of).
_LABEL = "CASE WHEN {year} > 0 THEN {year} / 100 * 100 ELSE -((-{year}) / 100 + 1) * 100 END"
_FIRST, _LAST = _LABEL.format(year="earliest_year"), _LABEL.format(year="latest_year")

_WITNESSED = "SELECT artwork_id, influence_id FROM collection_influencewitness"
_RECEIVED = "SELECT target_artwork_id, id FROM collection_influence WHERE target_artwork_id IS NOT NULL"
_GIVEN = "SELECT source_artwork_id, id FROM collection_influence WHERE source_artwork_id IS NOT NULL"

_PUBLIC = "i.withheld_reason = '' AND i.derivatives <> '{}'::jsonb"
_PUBLIC_IMAGES = f"collection_artworkimage i WHERE i.artwork_id = a.id AND {_PUBLIC}"


def country(certain: bool) -> Pairs:
    return (
        "SELECT id AS artwork_id, production_country AS value FROM collection_artwork WHERE production_country <> ''",
        [],
    )


def place(certain: bool) -> Pairs:
    """Where it was made: the primary key of the place, whatever it is called."""
    return (
        "SELECT id AS artwork_id, production_place_id::text AS value FROM collection_artwork "
        "WHERE production_place_id IS NOT NULL",
        [],
    )


def keeper(column: str) -> Callable[[bool], Pairs]:
    """The keeper's country or slug."""
    sql = f"SELECT a.id AS artwork_id, m.{column} AS value FROM collection_artwork a JOIN members_museum m ON m.id = a.museum_id"  # noqa: S608
    return lambda certain: (sql, [])


def century(certain: bool) -> Pairs:
    """Every century that the work may touch; if `certain`, only that in which it lies as a whole."""
    same = f"AND {_FIRST} = {_LAST}" if certain else ""
    return (
        f"SELECT id AS artwork_id, label::text AS value FROM collection_artwork, generate_series({_FIRST}, {_LAST}, 100) label "  # noqa: S608
        f"WHERE earliest_year IS NOT NULL {same}",
        [],
    )


def epoch(certain: bool) -> Pairs:
    return (
        f"{_EPOCHS_UP} SELECT DISTINCT w.artwork_id, e.slug AS value FROM collection_artworkepoch w "  # noqa: S608
        "JOIN up ON up.id = w.epoch_id JOIN collection_epoch e ON e.id = up.over",
        [],
    )


def culture(certain: bool) -> Pairs:
    return (
        f"{_CULTURES_UP} SELECT a.id AS artwork_id, c.slug AS value FROM collection_artwork a "  # noqa: S608
        "JOIN up ON up.id = a.culture_id JOIN collection_culture c ON c.id = up.over",
        [],
    )


def region(certain: bool) -> Pairs:
    """The part of the world that the work's own culture belongs to."""
    return (
        "SELECT a.id AS artwork_id, c.region AS value FROM collection_artwork a "
        "JOIN collection_culture c ON c.id = a.culture_id",
        [],
    )


def concept(kind: str) -> Callable[[bool], Pairs]:
    """Concepts of one kind: object types, materials, techniques, motifs or subjects."""
    sql = (
        f"{_CONCEPTS_UP} SELECT DISTINCT w.artwork_id, c.slug AS value FROM collection_artworkconcept w "  # noqa: S608
        "JOIN up ON up.id = w.concept_id JOIN collection_concept c ON c.id = up.over WHERE c.kind = %s"
    )
    return lambda certain: (sql, [kind])


def influence_end(end: str) -> Callable[[bool], Pairs]:
    """Cultures at the `source` of public statements that the work witnesses or receives, or at the `target` of
    those it witnesses or gives; a work at that end stands for its culture."""
    other = _RECEIVED if end == "source" else _GIVEN

    def pairs(certain: bool) -> Pairs:
        public, params = public_influences()
        return (
            f"{_CULTURES_UP} SELECT DISTINCT t.artwork_id, c.slug AS value FROM ({_WITNESSED} UNION ALL {other}) t "  # noqa: S608
            f"JOIN collection_influence i ON i.id = t.influence_id LEFT JOIN collection_artwork x ON x.id = i.{end}_artwork_id "
            f"JOIN up ON up.id = COALESCE(i.{end}_culture_id, x.culture_id) JOIN collection_culture c ON c.id = up.over "
            f"WHERE i.id IN ({public})",
            params,
        )

    return pairs


def influence_kind(certain: bool) -> Pairs:
    """Kinds of the public statements that the work witnesses, receives or gives."""
    public, params = public_influences()
    return (
        f"SELECT DISTINCT t.artwork_id, unnest(i.kinds) AS value FROM ({_WITNESSED} UNION ALL {_RECEIVED} UNION ALL {_GIVEN}) t "  # noqa: S608
        f"JOIN collection_influence i ON i.id = t.influence_id WHERE i.id IN ({public})",
        params,
    )


def public_influences() -> Pairs:
    """Ids of the statements that a stranger may read."""
    sql, params = Influence.objects.published().order_by().values("pk").query.sql_with_params()
    return sql, list(params)


def photograph(certain: bool) -> Pairs:
    return (
        f"SELECT a.id AS artwork_id, CASE WHEN EXISTS (SELECT 1 FROM {_PUBLIC_IMAGES}) THEN '1' ELSE '0' END AS value "  # noqa: S608
        "FROM collection_artwork a",
        [],
    )


def reuse(certain: bool) -> Pairs:
    """May its photographs be reused; without any, the work itself. Nothing is said where nobody said it."""
    kind = "CASE WHEN r.uri = ANY(%s) THEN 'free' WHEN r.uri = ANY(%s) THEN 'conditions' ELSE 'ask' END"
    return (
        f"SELECT DISTINCT r.artwork_id, {kind} AS value FROM ("  # noqa: S608
        f"SELECT i.artwork_id, i.rights AS uri FROM collection_artworkimage i WHERE {_PUBLIC} "
        "UNION ALL SELECT a.id, a.rights FROM collection_artwork a "
        f"LEFT JOIN collection_artworkimage i ON i.artwork_id = a.id AND {_PUBLIC} WHERE a.rights <> '' AND i.id IS NULL) r",
        [[str(uri) for uri in FREE], [str(uri) for uri in WITH_CONDITIONS]],
    )
