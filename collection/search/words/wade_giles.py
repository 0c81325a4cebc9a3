"""Chinese in the spelling of Wade and Giles as pinyin: Lung-ch'üan → longquan, san-ts'ai → sancai. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from collection.search.words.folding import fold

_BREATH = "'’‘ʻʼ`"
_SYLLABLE = re.compile(
    r"(?P<initial>tz|ts|ch|hs|sh|ss|sz|[bpmftdnlgkhjrswy])?(?P<breath>')?(?P<final>[aeiou]+(?:h|ng|n|rh)?)"
)
_PLAIN = {"p": "b", "t": "d", "k": "g", "ts": "z", "tz": "z", "j": "r", "ss": "s", "sz": "s", "hs": "x"}
_BREATHED = {"p": "p", "t": "t", "k": "k", "ts": "c", "tz": "c"}
_FINALS = {
    "ien": "ian", "ieh": "ie", "ueh": "ue", "uei": "ui", "ung": "ong", "iung": "iong", "erh": "er", "ih": "i", "eh": "e", "uo": "uo",
}  # fmt: skip
_OPEN = {"g", "k", "h"}  # ko, k'o, ho are ge, ke, he


@lru_cache(maxsize=4096)
def pinyin_of(word: str) -> str:
    """A name of syllables joined by hyphens or with signs of breath; empty for what is not written so."""
    folded = fold(word)
    for sign in _BREATH:
        folded = folded.replace(sign, "'")
    if "-" not in folded and "'" not in folded:
        return ""
    found = [_SYLLABLE.fullmatch(part) for part in re.split(r"-", folded)]
    if not all(found):
        return ""
    return "".join(_said(match) for match in found if match)


def _said(match: re.Match[str]) -> str:
    initial, final = match["initial"] or "", _FINALS.get(match["final"], match["final"])
    has_breath = bool(match["breath"])
    if initial == "ch":
        is_front = final.startswith("i") and match["final"] != "ih"
        before_i = is_front or (has_breath and final in ("u", "ue", "uan", "un"))
        initial = {(True, True): "q", (True, False): "j", (False, True): "ch", (False, False): "zh"}[
            before_i, has_breath
        ]
    else:
        initial = (_BREATHED if has_breath else _PLAIN).get(initial, initial)
    if final == "o" and initial in _OPEN:
        final = "e"
    return initial + final
