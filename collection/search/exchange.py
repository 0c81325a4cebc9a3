"""How many works tell of an exchange: of what a culture received from another and of what that one gave."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection
from pyroaring import BitMap

from collection.search.facets import FACETS
from collection.search.index.current import current_index

Pair = tuple[str, str]  # slugs of the cultures: from, to


def works_of_exchanges(pairs: Iterable[Pair]) -> dict[Pair, int]:
    """What `influence_from` and `influence_to` find together, for each pair. One query."""
    index = current_index()
    if index is None:
        return _by_sql(set(pairs))
    given, received = index.facets["influence_from"], index.facets["influence_to"]
    return {
        (source, target): given.get(source, BitMap()).intersection_cardinality(received.get(target, BitMap()))
        for source, target in pairs
    }


def _by_sql(pairs: set[Pair]) -> dict[Pair, int]:
    sources, source_params = FACETS["influence_from"].pairs(False)
    targets, target_params = FACETS["influence_to"].pairs(False)
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT s.value, t.value, count(*) FROM ({sources}) s JOIN ({targets}) t USING (artwork_id) "  # noqa: S608
            "JOIN collection_artwork a ON a.id = artwork_id AND a.status = 'published' GROUP BY s.value, t.value",
            [*source_params, *target_params],
        )
        found = {(source, target): count for source, target, count in cursor.fetchall()}
    return {pair: found.get(pair, 0) for pair in pairs}
