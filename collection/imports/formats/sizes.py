"""Sizes in words, as museums write them, read into centimetres. Pure.

“H. 6 in. (15.2 cm); Diam. 4 in. (10.2 cm)”, “9 1/2 × 14 1/4 in. (24.13 × 36.2 cm) (sheet)”,
“H: 13 3/8 x W: 9 7/16 in. (34 x 24 cm)”. What is not plain is left to the words, which are kept in any case.
"""

from __future__ import annotations

import re

_KINDS = {
    "h": "height",
    "height": "height",
    "w": "width",
    "width": "width",
    "d": "depth",
    "depth": "depth",
    "l": "length",
    "length": "length",
    "diam": "diameter",
    "dia": "diameter",
    "diameter": "diameter",
    "wt": "weight",
    "weight": "weight",
}
_METRIC = re.compile(r"\(((?:\d[\d.,]*)(?:\s*(?:cm)?\s*[x×]\s*\d[\d.,]*){0,2})\s*(cm|mm|kg|g)\.?\)")
_LABEL = re.compile(
    r"\b(diameter|diam|dia|height|width|depth|length|weight|wt|h|w|d|l)\b\s*[.:]?", re.IGNORECASE
)
_PLAIN = {1: ("height",), 2: ("height", "width"), 3: ("height", "width", "depth")}
_LONGEST = 4_000


def sizes_in(words: str) -> list[str]:
    """Measures of the first thing that the words measure: `height 15.2 cm`."""
    found: dict[str, str] = {}
    start = 0
    for match in _METRIC.finditer(words[:_LONGEST]):
        before = words[start : match.start()]
        if found and ("\n" in before or (":" in before.partition("in.")[0] and len(before) > 12)):
            break  # the sizes of a part, a mount or a second piece
        start = match.end()
        numbers = [_number(n) for n in re.split(r"\s*(?:cm)?\s*[x×]\s*", match[1])]
        kinds = _kinds(before, words[match.end() : match.end() + 8], len(numbers), bool(found))
        for kind, value in zip(kinds, numbers, strict=False):
            is_weight = match[2] in ("g", "kg")
            if value and kind not in found and (kind == "weight") == is_weight:
                found[kind] = f"{kind} {value} {match[2]}"
    return list(found.values())


def _kinds(before: str, after: str, count: int, is_later: bool) -> tuple[str, ...]:
    """Which measure each number is: by the letters before or after them; plain numbers are height × width."""
    labels = [_KINDS[label.lower()] for label in _LABEL.findall(before)]
    if not labels and (behind := re.match(r"\s*\((h|w|d|l|diam)\.?\)", after, re.IGNORECASE)):
        labels = [_KINDS[behind[1].lower()]]
    if len(labels) >= count:
        return tuple(labels[-count:])
    return () if labels or is_later or (count == 1) else _PLAIN[count]


def _number(words: str) -> str:
    """A number as the importer reads it; empty for zero and what is none."""
    plain = words.replace(",", "").rstrip(".")
    try:
        value = round(float(plain), 3)
    except ValueError:
        return ""
    return f"{value:.3f}".rstrip("0").rstrip(".") if 0 < value < 1_000_000 else ""
