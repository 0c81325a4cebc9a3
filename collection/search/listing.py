"""One page of a result: which works stand on it, in its order, however large the result is."""

from __future__ import annotations

from pyroaring import BitMap

from collection.models import Artwork
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.index.memory import Index
from collection.search.sorting import SORTED_BY_SQL, kept_name, ordered


def page_of(
    index: Index, works: BitMap, words: ArtworkQuerySet, *, order: str, language: str, first: int, count: int
) -> list[Artwork]:
    """The works of the page, with their cards. `words` are the works that the search box asks for, with `relevance`."""
    kept = index.orders.get(kept_name(order, language))
    if kept is None or len(works) <= SORTED_BY_SQL:
        return list(
            ordered(words.filter(pk__in=list(works)), order, language).with_card()[first : first + count]
        )
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
    found = Artwork.objects.with_card().in_bulk(keys)
    return [found[key] for key in keys]
