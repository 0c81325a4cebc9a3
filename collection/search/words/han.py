"""Chinese signs as one: simplified, traditional and Japanese forms of a sign are the same sign to a reader.

The pairs are OpenCC's (Apache-2.0), taken sign by sign: a text is folded alike whatever stands around a sign, so that
what is stored and what is asked always meet. Where one simplified sign stands for several others (后 for 後 and 后),
all of them are one.
"""

from __future__ import annotations

from collections import Counter
from functools import cache

_BLOCKS = ((0x3400, 0x4DC0), (0x4E00, 0xA000))  # CJK unified ideographs and their extension A
_SIMPLIFIED = "t2s"
_WAYS = (_SIMPLIFIED, "jp2t", "tw2t", "hk2t")


@cache
def one_form() -> dict[int, str]:
    """For `str.translate`: each sign that has other forms → the form that stands for all of them, the simplified one."""
    from opencc import OpenCC

    signs = [chr(code) for first, end in _BLOCKS for code in range(first, end)]
    above = {sign: sign for sign in signs}
    chosen: Counter[str] = Counter()  # how many signs each is the simplified form of
    for way in _WAYS:
        others = OpenCC(way).convert("\n".join(signs)).split("\n")
        for sign, other in zip(signs, others, strict=True):
            if sign != other and other in above:
                above[_root(above, sign)] = _root(above, other)
                chosen[other] += way == _SIMPLIFIED
    alike: dict[str, list[str]] = {}
    for sign in signs:
        alike.setdefault(_root(above, sign), []).append(sign)
    found = {}
    for group in alike.values():
        stands = max(group, key=lambda sign: (chosen[sign], -ord(sign)))
        found |= {ord(sign): stands for sign in group if sign != stands}
    return found


def _root(above: dict[str, str], sign: str) -> str:
    while above[sign] != sign:
        above[sign] = above[above[sign]]
        sign = above[sign]
    return sign
