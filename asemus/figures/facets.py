"""The values of a facet as rows: what was chosen first, then the most frequent, narrower ones under the broader."""

from __future__ import annotations

from heapq import nlargest
from typing import Any

from asemus.words.numbers import number as number_said

Values = list[dict[str, Any]]
_DEEPEST = 12  # levels; a vocabulary that turns in a circle ends here


def facet(values: Values, open: bool = True, shown: int = 10, **_: Any) -> dict[str, Any]:
    """The chosen values first, then the most frequent in the order given, `shown` at the top level; of what stands under
    them only what belongs to a choice. `share` is the bar behind the word, `said` the count as the reader writes it."""
    roots, under = _nested(values)
    chosen = [item for item in roots if _holds_choice(item, under)]
    before = {item["value"] for item in chosen}
    others = [item for item in roots if item["value"] not in before]
    room = max(shown - len(chosen), 0)
    frequent = {item["value"] for item in nlargest(room, others, key=lambda item: item["count"])}
    kept = [*chosen, *(item for item in others if item["value"] in frequent)]
    rows = _rows(kept, under, lambda item: _holds_choice(item, under))
    number = sum(bool(item.get("selected")) for item in values)
    return {
        "rows": _drawn(rows, values),
        "chosen": number,
        "unseen": len(values) - len(rows),
        "is_open": open or bool(number),
    }


def facet_values(values: Values, **_: Any) -> dict[str, Any]:
    """Every value, narrower ones under the broader."""
    roots, under = _nested(values)
    return {"rows": _drawn(_rows(roots, under, lambda _item: True), values)}


def _nested(values: Values) -> tuple[Values, dict[str, Values]]:
    """The values that stand under no other of them, and those under each."""
    known = {item["value"] for item in values}
    roots: Values = []
    under: dict[str, Values] = {}
    for item in values:
        broader = str(item.get("broader", ""))
        if broader in known and broader != item["value"]:
            under.setdefault(broader, []).append(item)
        else:
            roots.append(item)
    return roots, under


def _holds_choice(item: dict[str, Any], under: dict[str, Values], depth: int = 0) -> bool:
    return bool(item.get("selected")) or (
        depth < _DEEPEST
        and any(_holds_choice(each, under, depth + 1) for each in under.get(item["value"], []))
    )


def _rows(items: Values, under: dict[str, Values], is_open: Any, depth: int = 0) -> Values:
    """The items and, of those that are open, what stands under them, each with its depth."""
    found: Values = []
    for item in items:
        narrower = under.get(item["value"], [])
        found.append({**item, "depth": min(depth, 3), "narrower": len(narrower)})
        if narrower and depth < _DEEPEST and is_open(item):
            found += _rows(narrower, under, is_open, depth + 1)
    return found


def _drawn(rows: Values, values: Values) -> Values:
    most = max((item["count"] for item in values), default=0) or 1
    return [
        {
            "lang": None,
            **item,
            "said": number_said(item["count"]),
            "share": round(100 * item["count"] / most, 1),
        }
        for item in rows
    ]
