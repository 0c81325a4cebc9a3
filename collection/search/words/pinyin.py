"""Chinese in pinyin without tones; only for texts whose language says that they are Chinese."""

from __future__ import annotations

import re
from functools import lru_cache

_CHINESE = frozenset({"zh", "cmn", "lzh"})
_TONED = re.compile(r"(?:[a-z]{1,6}[1-5])+")
_TONES = re.compile(r"[1-5]")


def is_chinese(language: str) -> bool:
    """True for the tags of Chinese, the classical included."""
    return language.split("-")[0] in _CHINESE


@lru_cache(maxsize=16384)
def syllables(run: str) -> tuple[str, ...]:
    """清明上河圖 → qing, ming, shang, he, tu: one for each sign."""
    from pypinyin import Style, pinyin

    found = pinyin(list(run) if len(run) == 1 else run, style=Style.NORMAL, errors=list, v_to_u=True)
    return tuple(sound[0].replace("ü", "u").replace("ê", "e") for sound in found)


def without_tones(word: str) -> str:
    """qing1ming2 → qingming; any other word as it is."""
    return _TONES.sub("", word) if _TONED.fullmatch(word) else word
