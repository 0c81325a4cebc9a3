"""The words of a text in order: each spot holds all that can be asked for to find what stands there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from collection.search.words import hangul, kana, latin, pinyin
from collection.search.words.folding import fold, is_gram, script

LONGEST = latin.LONGEST_WORD  # characters of one word
LONGEST_NAME = 24  # signs of a run that is given in Latin letters
SHORTEST_KANA = 2
SHORTEST_SPELLING = 4
WHOLE = "="  # before a whole name, so that it is never taken for a word
_JOINERS = re.compile(r"(?<=\w)[-’'ʿʾʼ·‐‑\u200c](?=\w)")


class Spot(NamedTuple):
    """One place in a text. `faint` words count little: a syllable is not a word."""

    words: tuple[str, ...]
    faint: tuple[str, ...] = ()


def runs(text: str) -> list[tuple[str, bool]]:
    """The words of a folded text in order, each with whether it is of a script that is cut into pairs."""
    found: list[tuple[str, bool]] = []
    word, grams = "", False
    for sign in f"{text} ":
        if sign.isascii():
            belongs, is_mark = sign.isalnum(), False
        else:
            category = unicodedata.category(sign)[0]
            belongs, is_mark = category in "LNM", category == "M"
        now = grams if is_mark else is_gram(sign)
        if word and (not belongs or now != grams):
            found.append((word, grams))
            word = ""
        if belongs:
            word, grams = word + sign, now
    return found


def pairs(run: str) -> list[str]:
    """`青花瓷` → 青花, 花瓷, 瓷: pairs of neighbours, and the last sign, so that each single sign begins one."""
    return [run[at : at + 2] for at in range(len(run))]


def spots(text: str, language: str = "und", *, is_name: bool = False) -> list[Spot]:
    """What is stored of a text. `Tōdai-ji` gives todai, and ji with todaiji beside it.

    Names are also given in Latin letters where their script is another: Chinese ones by `language` only, never
    Japanese or Korean ones as if they were Chinese.
    """
    found: list[Spot] = []
    for part in fold(text).split():
        before = len(found)
        for run, grams in runs(part):
            found += _of_grams(run, language, is_name) if grams else [_of_word(run, is_name)]
        joined = _JOINERS.sub("", part)
        if joined != part and len(found) > before:
            whole = [run[:LONGEST] for run, grams in runs(joined) if not grams]
            found[-1] = found[-1]._replace(words=tuple(dict.fromkeys([*found[-1].words, *whole])))
    if is_name and found:
        found[0] = _with_whole(found[0], text)
    return found


def _with_whole(first: Spot, text: str) -> Spot:
    """Where a name begins stands also the name as one: who asks for just that finds it before all others."""
    whole = WHOLE + "".join(run for run, _grams in runs(fold(text)))
    return first._replace(words=(*first.words, whole)) if len(whole) <= LONGEST else first


def latin_spellings(word: str) -> tuple[str, ...]:
    """What else a Latin word is stored as: Japanese in one spelling, shiva as siva."""
    return (kana.one_spelling(word), word.replace("sh", "s"))


def _of_word(word: str, is_name: bool) -> Spot:
    found = [word[:LONGEST]]
    if word.isascii():
        found += (spelt for spelt in latin_spellings(word) if len(spelt) >= SHORTEST_SPELLING)
    else:
        found += latin.latin_of(word)
        if latin.is_abjad(word):
            found.append(latin.without_article(word))
            if is_name:
                found.append(latin.skeleton(word))
    return Spot(tuple(filter(None, dict.fromkeys(found))))


def _of_grams(run: str, language: str, is_name: bool) -> list[Spot]:
    found = [Spot((pair,)) for pair in pairs(run)]
    if not is_name:
        return found
    for first, part, kind in _parts(run[:LONGEST_NAME]):
        for at, (words, faint) in enumerate(_in_latin(part, kind, language)):
            spot = found[first + at]
            found[first + at] = Spot((*spot.words, *words), (*spot.faint, *faint))
    return found


def kind_of(sign: str) -> str:
    """`hangul`, `kana`, `han`, or empty for another script that is cut."""
    if sign in kana.KANA:
        return "kana"
    if hangul.is_hangul(sign):
        return "hangul"
    return "han" if script(sign) == "CJK" else ""


def _parts(run: str) -> Iterator[tuple[int, str, str]]:
    """(where it begins, part, kind) of the stretches of one kind in a run."""
    first = 0
    for at in range(1, len(run) + 1):
        if at == len(run) or kind_of(run[at]) != kind_of(run[first]):
            yield first, run[first:at], kind_of(run[first])
            first = at


def _in_latin(part: str, kind: str, language: str) -> list[tuple[list[str], list[str]]]:
    """For the signs of a stretch from the first on: (words that begin there, faint ones)."""
    if kind == "kana" and len(part) >= SHORTEST_KANA:
        return [([kana.romaji(part)], [])]
    if kind == "hangul":
        every = [hangul.romanised(part[at:]) for at in range(len(part))]
        return [
            ([word[:LONGEST]], []) if at < len(part) - 1 or not at else ([], [word])
            for at, word in enumerate(every)
        ]
    if kind == "han" and pinyin.is_chinese(language):
        sounds = pinyin.syllables(part)
        if len(sounds) == 1:
            return [([sounds[0]], [])]
        rest = ["".join(sounds[at:])[:LONGEST] for at in range(len(sounds) - 1)]
        return [([rest[at]] if at < len(rest) else [], [sound]) for at, sound in enumerate(sounds)]
    return []


def lexemes(text: str) -> list[str]:
    """All words of a text of which nothing else is known, in order."""
    return [word for spot in spots(text) for word in spot.words]


def quoted(word: str) -> str:
    """A lexeme as PostgreSQL writes it."""
    return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'"
