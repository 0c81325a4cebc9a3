"""Parts of a century or a reign, and reigns with their count, out of tokens: “2nd quarter”, 天保4年, 康熙甲子."""

from __future__ import annotations

from typing import Any

from collection.dates.points import FRACTIONS, Said
from collection.dates.tokens import Tokens


def fraction(tokens: Tokens, at: int, said: Said) -> int | None:
    """“first half”, “2nd quarter”, “1. Hälfte”; “2nd-3rd quarter” is left to the range."""
    kind, value = tokens[at][:2]
    if kind == "fraction" and isinstance(value, str) and "_" in value:
        said.part = ("half", 1 if value.startswith("first") else 2)
        return at + 1
    number = value.value if kind in ("number", "roman") else value if kind == "ordinal" else None
    after = tokens[at + 1]
    if number is None:
        return None
    if after.kind == "ordinal" and after.value == 3 and (kind == "ordinal" or number <= 3):
        said.part = ("third", number)  # “1st third”
        return at + 2
    name = "half" if after.kind == "part" and after.value == "mid" else after.value
    if after.kind not in ("fraction", "part") or (after.kind == "part" and name != "half"):
        return None
    if (kind == "ordinal" and number < 0) or (name, number) in FRACTIONS:
        said.part = (name, number)
    else:
        return None
    return at + 2


def reign(tokens: Tokens, at: int, said: Said) -> int:
    """“Kangxi period”, “Tenpō 4”, 天保4年, “Meiji year 10”."""
    said.unit, said.reigns = "reign", tokens[at].value
    at += 1
    while tokens[at].kind in ("period", "reign") and at < tokens.total:
        if tokens[at].kind == "reign":  # “Qing Qianlong”, 清康熙: the narrower one is meant
            said.reigns = narrower(said.reigns, tokens[at].value)
        at += 1
    is_counted = any(one.is_counted for one in said.reigns)
    at += tokens[at].kind == "year" and tokens[at + 1].kind == "number"
    if tokens[at].kind == "part" and said.part is None:  # 江戸時代後期
        said.part = tokens[at].value
        return at + 1
    if tokens[at].kind == "fraction" and fraction(tokens, at, said):
        return at + 1
    count = tokens[at]
    if count.kind == "," and tokens[at + 1].kind == "number" and tokens[at + 1].value.form == "ordinal":
        at, count = at + 1, tokens[at + 1]  # “Kansei, 6th year”
    if is_counted and said.number is None and count.kind == "sexagenary":
        said.number = _cyclic(said.reigns, count.value)
        return at + 1
    if is_counted and said.number is None and count.kind == "number" and count.value.value <= 99:
        said.number, said.digits = count.value.value, count.value.digits
        at += 1
    return at + (tokens[at].kind == "year")


def _cyclic(reigns: tuple[Any, ...], place: int) -> int | None:
    """康熙甲子: which year of the reign has that place in the cycle of sixty; None if none or two have."""
    years = [
        year - one.begin + 1
        for one in reigns
        for year in range(one.begin, one.last + 1)
        if one.is_counted and (year - 4) % 60 == place
    ]
    return years[0] if len(years) == 1 else None


def narrower(outer: tuple[Any, ...], inner: tuple[Any, ...]) -> tuple[Any, ...]:
    """Those of the inner reigns that lie within one of the outer ones; all of them if none does."""
    within = tuple(
        one
        for one in inner
        if any(other.begin - 1 <= one.begin and one.last <= other.last + 1 for other in outer)
    )
    return within or inner
