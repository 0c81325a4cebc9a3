"""The values of a facet as rows: what was chosen first, then the most frequent, narrower ones under the broader."""

from __future__ import annotations

from heapq import nlargest
from typing import Any

from django.utils.translation import get_language

from asemus.rows import drawn_rows
from asemus.words.numbers import number_in

Values = list[dict[str, Any]]
_ROW = "components/parts/facet_value.html"
_SHOWN = ("value", "label", "lang", "selected", "count")  # of what is known of a value: its row shows no more
_DEEPEST = 12  # levels; a vocabulary that turns in a circle ends here


def facet(
    values: Values, name: str = "", open: bool = True, shown: int = 10, all_url: str = "", **_: Any
) -> dict[str, Any]:
    """The chosen values first, then the most frequent in the order given, `shown` at the top level; of what stands under
    them only what belongs to a choice. `share` is the bar behind the word, `said` the count as the reader writes it;
    `find_url` leads to the others, where there are any."""
    roots, under = _nested(values)
    number = sum(bool(item.get("selected")) for item in values)
    chosen = [item for item in roots if _holds_choice(item, under)] if number else []
    before = {item["value"] for item in chosen}
    others = [item for item in roots if item["value"] not in before]
    room = max(shown - len(chosen), 0)
    frequent = {item["value"] for item in nlargest(room, others, key=lambda item: item["count"])}
    kept = [*chosen, *(item for item in others if item["value"] in frequent)]
    rows = _rows(kept, under, lambda item: number > 0 and _holds_choice(item, under))
    drawn = _drawn(rows, values)
    return {
        "rows": drawn,
        "list": drawn_rows(_ROW, drawn, ("count", "said", "share"), {"name": name}),
        "chosen": number,
        "number": len(values),
        "find_url": all_url if len(values) > len(rows) else "",
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
        found.append({name: item.get(name) for name in _SHOWN} | {"depth": min(depth, 3)})
        if narrower and depth < _DEEPEST and is_open(item):
            found += _rows(narrower, under, is_open, depth + 1)
    return found


def _drawn(rows: Values, values: Values) -> Values:
    most = max([item["count"] for item in values], default=0) or 1
    language = get_language() or "en"
    return [
        {
            **item,
            "said": number_in(language, item["count"]),
            "share": round(100 * item["count"] / most, 1),
        }
        for item in rows
    ]
