"""One page of a result: which works stand on it, in its order, however large the result is."""

from __future__ import annotations

from collections.abc import Iterable

from pyroaring import BitMap

from collection.models import Artwork
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.index.memory import Index
from collection.search.sorting import SORTED_BY_SQL, kept_name, ordered
from members.kept import Kept

_works: Kept[Artwork] = Kept(3000)  # with what their cards show


def page_of(
    index: Index, works: BitMap, words: ArtworkQuerySet, *, order: str, language: str, first: int, count: int
) -> list[Artwork]:
    """The works of the page, with their cards. `words` are the works that the search box asks for, with `relevance`."""
    kept = index.orders.get(kept_name(order, language))
    if kept is None or len(works) <= SORTED_BY_SQL:
        sorted_works = ordered(words.filter(pk__in=list(works)), order, language)
        return works_of(list(sorted_works.values_list("pk", flat=True)[first : first + count]))
    # Works that changed since the order was written are not where it says. As many places as they are, they can have
    # moved the others at most: so many works before the page are sorted with them.
    changed = works & index.changed_works
    earliest = max(0, first - len(changed))
    near = kept.slice(works - changed, earliest, first + count - earliest)
    keys = near
    if changed:
        sorted_together = Artwork.objects.filter(pk__in=[*near, *changed])
        keys = list(ordered(sorted_together, order, language).values_list("pk", flat=True))
    keys = keys[first - earliest : first - earliest + count]
    return works_of(keys)


def works_of(keys: Iterable[int]) -> list[Artwork]:
    """The works of these primary keys in this order, with their cards: those that are not in memory are read."""
    held = {key: _works.seek(key) for key in keys}
    missing = [key for key, work in held.items() if work is None]
    read = Artwork.objects.with_card().in_bulk(missing) if missing else {}
    for key, work in read.items():
        _works.put(key, work)
    return [work for key in keys if (work := held[key] or read.get(key)) is not None]
