"""Places in an order that leaves gaps: to move one thing, one row is written."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

GAP = 1024


def place_after(siblings: QuerySet[Any], key: int | None, *, moving: int | None = None) -> int:
    """The number that puts a thing behind the sibling `key`, at the beginning for None. `moving` is its own key, if it is
    among them. Where two stand too close, all are written anew. Raises LookupError if `key` is not among them."""
    rows = [row for row in siblings.order_by("order", "pk").values_list("pk", "order") if row[0] != moving]
    keys = [pk for pk, _order in rows]
    if key is not None and key not in keys:
        raise LookupError(key)
    at = 0 if key is None else keys.index(key) + 1
    numbers = [order for _pk, order in rows]
    if not _has_room(numbers, at):
        numbers = [GAP * place for place in range(1, len(rows) + 1)]
        for pk, number in zip(keys, numbers, strict=True):
            siblings.model._base_manager.filter(pk=pk).update(order=number)
    before = numbers[at - 1] if at else 0
    return before + GAP if at == len(numbers) else (before + numbers[at]) // 2


def _has_room(numbers: list[int], at: int) -> bool:
    if at == len(numbers):
        return True
    before = numbers[at - 1] if at else 0
    return before < (before + numbers[at]) // 2 < numbers[at]


def last_of(siblings: QuerySet[Any]) -> int | None:
    """The key of the last one, or None."""
    return siblings.order_by("order", "pk").values_list("pk", flat=True).last()
