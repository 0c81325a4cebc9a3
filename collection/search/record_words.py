"""The words of one record in two long lines, in which all its texts that answer a word are found at once. Pure.

A record has hundreds of texts: each name of each of its terms in each language. Asking them one by one took most of the
time of a page of words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from collection.search.asking import Part, Stems, other_forms, spoken_form
from collection.search.vocabulary import Text
from collection.search.words import fold, runs, spots

MOST_TEXTS = 10_000  # cut into words and kept: names of terms are met again and again
_LONGEST_ENDING = 4  # letters that a word may have beyond a stem
_SHORTEST_STEM = 4
_EDGE, _END = "\0", "\n"  # beside each word, after each text; they stand in no word


class RecordWords:
    """Texts as they are searched; they are answered by their places among `texts`."""

    def __init__(self, texts: list[Text]) -> None:
        self.texts = texts
        folded, stored = [], []
        for text in texts:
            words = _words_in(text.words, text.language, text.is_name)
            folded.append(words[0])
            stored.append(words[1])
        self._folded, self._stored = _Line(folded), _Line(stored)

    def answering(self, part: Part, stems: Stems) -> set[int]:
        """The texts that have a word or phrase, in any of the forms it is asked for."""
        if part.is_phrase:
            return self._folded.having(re.escape(fold(part.text).strip()))
        asked = _runs_in(part.text)
        found = [self._having(run, grams, stems) for run, grams in asked]
        every = set.intersection(*found) if found else set()
        if len(asked) > 1:
            every |= self._having("".join(run for run, _grams in asked), False, stems)
        return every

    def _having(self, run: str, grams: bool, stems: Stems) -> set[int]:
        if not grams:
            return self._stored.having(_forms_of(run, tuple(stems.get(run, ()))))
        said = spoken_form(run)
        found = self._folded.having(re.escape(run))
        return found | self._stored.having(_EDGE + re.escape(said)) if said else found


class _Line:
    """Texts one after another."""

    def __init__(self, parts: list[str]) -> None:
        self._text = _END.join([*parts, ""])
        self._ends = list(accumulate(len(part) + 1 for part in parts))

    def having(self, pattern: str) -> set[int]:
        """The places of the texts in which the pattern is found."""
        return set(self._hits(_compiled(pattern)))

    def _hits(self, pattern: re.Pattern[str]) -> Iterator[int]:
        at = 0
        while hit := pattern.search(self._text, at):
            place = bisect_right(self._ends, hit.start())
            if place == len(self._ends):
                return
            yield place
            at = self._ends[place]


@lru_cache(maxsize=1000)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=1000)
def _runs_in(asked: str) -> tuple[tuple[str, bool], ...]:
    return tuple(runs(fold(asked)))


@lru_cache(maxsize=1000)
def _forms_of(run: str, stems: tuple[str, ...]) -> str:
    """Words that begin so; that are another form; that are a stem with a short ending."""
    whole = [re.escape(form) + _EDGE for form in other_forms(run, {run: list(stems)})]
    ended = [
        f"{re.escape(stem)}[^{_EDGE}]{{0,{_LONGEST_ENDING}}}{_EDGE}"
        for stem in stems
        if len(stem) >= _SHORTEST_STEM
    ]
    return f"{_EDGE}(?:{'|'.join([re.escape(run), *whole, *ended])})"


@lru_cache(maxsize=MOST_TEXTS)
def _words_in(words: str, language: str, is_name: bool) -> tuple[str, str]:
    """A text folded, and all words that are stored of it, with an edge before and after each."""
    found = spots(words, language, is_name=is_name)
    every = dict.fromkeys(word for spot in found for word in (*spot.words, *spot.faint))
    return fold(words).replace(_END, " "), _EDGE + _EDGE.join(every) + _EDGE
