"""Chinese signs as one: simplified, traditional and Japanese forms of a sign are the same sign to a reader.

The pairs are OpenCC's (Apache-2.0), taken sign by sign: a text is folded alike whatever stands around a sign, so that
what is stored and what is asked always meet. Where one simplified sign stands for several others (后 for 後 and 后),
all of them are one.
"""

from __future__ import annotations

from functools import cache

_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))  # CJK unified ideographs and their extension A
_WAYS = ("t2s", "jp2t", "tw2t", "hk2t")


@cache
def one_form() -> dict[int, str]:
    """For `str.translate`: each sign that has other forms → the form that stands for all of them."""
    from opencc import OpenCC

    signs = [chr(code) for first, end in _BLOCKS for code in range(first, end)]
    above = {sign: sign for sign in signs}
    for way in _WAYS:
        others = OpenCC(way).convert("\n".join(signs)).split("\n")
        for sign, other in zip(signs, others, strict=True):
            if sign != other and other in above:
                _join(above, sign, other)
    roots = ((sign, _root(above, sign)) for sign in signs)
    return {ord(sign): root for sign, root in roots if sign != root}


def _root(above: dict[str, str], sign: str) -> str:
    while above[sign] != sign:
        above[sign] = above[above[sign]]
        sign = above[sign]
    return sign


def _join(above: dict[str, str], one: str, other: str) -> None:
    first, second = _root(above, one), _root(above, other)
    above[max(first, second)] = min(first, second)
