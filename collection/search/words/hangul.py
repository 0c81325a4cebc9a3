"""Hangul in Latin letters: the Revised Romanisation of Korean (2000), with the changes of sound between syllables."""

from __future__ import annotations

from functools import lru_cache

_FIRST, _LAST, _VOWELS_EACH, _FINALS_EACH = 0xAC00, 0xD7A3, 21, 28
_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()  # noqa: SIM905  a table to read
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905  a table to read
# A final before a consonant, and before a vowel, to which it moves.
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()  # noqa: SIM905  a table to read
_MOVED = "- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p -".split()  # noqa: SIM905  a table to read
_SILENT = 11  # the number of ㅇ as an initial
_H = (6, 15, 27)  # finals with ㅎ: they make g, d, j after them k, t, ch
_BREATHED = {"g": "k", "d": "t", "j": "ch"}
_MEETINGS = {
    ("k", "n"): "ngn", ("k", "m"): "ngm", ("k", "r"): "ngn", ("n", "r"): "ll", ("t", "n"): "nn", ("t", "m"): "nm", ("t", "r"): "nn",
    ("l", "n"): "ll", ("l", "r"): "ll", ("m", "r"): "mn", ("p", "n"): "mn", ("p", "m"): "mm", ("p", "r"): "mn", ("ng", "r"): "ngn",
}  # fmt: skip


def is_hangul(sign: str) -> bool:
    """True for a whole syllable."""
    return _FIRST <= ord(sign) <= _LAST


def _parts(sign: str) -> tuple[int, int, int]:
    number = ord(sign) - _FIRST
    rest, final = divmod(number, _FINALS_EACH)
    return rest // _VOWELS_EACH, rest % _VOWELS_EACH, final


def _meeting(final: int, initial: int, vowel: str) -> str:
    """What stands between two vowels."""
    begins = _INITIALS[initial].replace("-", "")
    if not final:
        return begins
    if initial == _SILENT:
        moved = _MOVED[final].replace("-", "")
        return "j" if moved == "d" and vowel == "i" else moved
    if final in _H and begins in _BREATHED:
        left = _FINALS[final] if final != _H[-1] else ""
        return left + _BREATHED[begins]
    return _MEETINGS.get((_FINALS[final], begins), _FINALS[final] + begins)


@lru_cache(maxsize=32768)
def romanised(word: str) -> str:
    """고려청자 → goryeocheongja, 신라 → silla. Takes whole syllables only."""
    found, before = "", 0
    for sign in word:
        initial, vowel, final = _parts(sign)
        found += _meeting(before, initial, _VOWELS[vowel]) + _VOWELS[vowel]
        before = final
    return found + _FINALS[before].replace("-", "")
