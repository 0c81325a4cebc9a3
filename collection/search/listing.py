"""One page of a result: which works stand on it, in its order, however large the result is."""

from __future__ import annotations

from collections.abc import Iterable

from pyroaring import BitMap

from collection.models import Artwork
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.asked import Asked
from collection.search.index.memory import Index
from collection.search.index.years import keys_of
from collection.search.likelihood import Spans, most_likely
from collection.search.most_words import MostWords
from collection.search.sorting import KEPT_ORDERS, SORTED_BY_SQL, kept_name, ordered
from members.kept import Kept

_works: Kept[Artwork] = Kept(3000)  # with what their cards show
_ranks: Kept[dict[int, int]] = Kept(20)  # orders: primary key → place


def page_of(
    index: Index,
    works: BitMap,
    asked: Asked | MostWords | None,
    *,
    order: str,
    language: str,
    first: int,
    count: int,
    spans: Spans | None = None,
) -> list[Artwork]:
    """The works of the page, with their cards. `asked` is what the search box asks for, all of which the works have;
    `spans` are the years that the order `probability` is of."""
    if order == "relevance" and asked is not None:
        keys = asked.page(works, first, count)
    elif order == "probability":
        keys = likeliest(index, works, spans or [], first, count)
    elif len(index.all) < KEPT_ORDERS and order != "relevance":
        keys = _ranked(works, order, language)[first : first + count]
    elif len(works) <= SORTED_BY_SQL or kept_name(order, language) not in index.orders:
        sorted_keys = _sorted(list(works), order, language).values_list("pk", flat=True)
        keys = list(sorted_keys[first : first + count])
    else:
        keys = _kept(index, works, order, language, first, count)
    return works_of(keys)


def likeliest(index: Index, works: BitMap, spans: Spans, first: int, count: int) -> list[int]:
    """The primary keys of dated works, those first that are the most likely of these years."""
    dated = keys_of(works & index.earliest.dated)
    return most_likely(dated, index.earliest.of(dated), index.latest.of(dated), spans, first, count)


def works_of(keys: Iterable[int]) -> list[Artwork]:
    """The works of these primary keys in this order, with their cards: those that are not in memory are read."""
    held = {key: _works.seek(key) for key in keys}
    missing = [key for key, work in held.items() if work is None]
    read = Artwork.objects.with_card().in_bulk(missing) if missing else {}
    for key, work in read.items():
        _works.put(key, work)
    return [work for key in keys if (work := held[key] or read.get(key)) is not None]


def _sorted(works: list[int], order: str, language: str) -> ArtworkQuerySet:
    return ordered(Artwork.objects.filter(pk__in=works), order, language)


def _ranked(works: BitMap, order: str, language: str) -> list[int]:
    """All of a result of a small catalogue, which has no orders in its index: by the order of the whole, as it was kept."""
    if not works:
        return []
    ranks = _ranks.get(kept_name(order, language), lambda: _rank(order, language))
    if all(key in ranks for key in works):
        return sorted(works, key=ranks.__getitem__)
    return list(
        _sorted(list(works), order, language).values_list("pk", flat=True)
    )  # one that is newer than the order


def _rank(order: str, language: str) -> dict[int, int]:
    keys = ordered(Artwork.objects.published(), order, language).values_list("pk", flat=True)
    return {key: rank for rank, key in enumerate(keys)}


def _kept(index: Index, works: BitMap, order: str, language: str, first: int, count: int) -> list[int]:
    """From the order as it was when the index was built.

    Works that changed since are not where it says. As many places as they are, they can have moved the others at most:
    so many works before the page are sorted with them.
    """
    changed = works & index.changed_works
    earliest = max(0, first - len(changed))
    keys = index.orders[kept_name(order, language)].slice(works - changed, earliest, first + count - earliest)
    if changed:
        keys = list(_sorted([*keys, *changed], order, language).values_list("pk", flat=True))
    return keys[first - earliest : first - earliest + count]
