"""What was typed as a question to the index: words, phrases, exclusions; every word in the forms it is stored in. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from collection.search.words import LONGEST, WHOLE, fold, hangul, kana, latin, pairs, pinyin, quoted, runs
from collection.search.words.cutting import SHORTEST_KANA, SHORTEST_SPELLING, kind_of, latin_spellings

MOST_WORDS = 32
SHORTEST_PREFIX = 2
_PART = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_UMLAUT = re.compile(r"([aou])e")
# Words that say nothing where others stand beside them.
_EMPTY = frozenset(
    "a an the of and or with from by in into inside at on for to that which who whose "  # noqa: SIM905  a table to read
    "de du des d la le les l et en dans avec pour par un une aux der die das den dem und von vom mit aus im ein eine "
    "el los las con del y e il lo gli di da della dei delle het een van op met uit os as o do dos em na no".split()
)
Stems = Mapping[str, list[str]]
_NO_STEMS: Stems = {}


class Part(NamedTuple):
    """A word or a phrase, and whether works that have it are left out."""

    text: str
    is_phrase: bool
    is_excluded: bool


def is_empty(word: str) -> bool:
    """True for a folded word such as “the”, which says nothing beside others."""
    return word in _EMPTY


def all_parts_of(words: str) -> list[Part]:
    """What was typed, in order: the first MOST_WORDS."""
    return [
        Part(m["word"] if m["phrase"] is None else m["phrase"], m["phrase"] is not None, bool(m["minus"]))
        for m in list(_PART.finditer(words))[:MOST_WORDS]
    ]


def parts_of(words: str) -> list[Part]:
    """The same, without empty words where others say something."""
    found = all_parts_of(words)
    telling = [part for part in found if part.is_phrase or fold(part.text) not in _EMPTY]
    return telling if any(not part.is_excluded for part in telling) else found


def words_asked(words: str) -> list[str]:
    """The folded words of the question that are written in letters, once each."""
    found = (run for part in parts_of(words) for run, grams in runs(fold(part.text)) if not grams)
    return list(dict.fromkeys(found))


class Clause(NamedTuple):
    """One word or phrase in all the forms it is asked for, as the text of a tsquery."""

    query: str
    is_excluded: bool


def clauses_of(words: str, *, prefix: bool = True, stems: Stems = _NO_STEMS) -> list[Clause]:
    """What a document must have, and must not have, clause by clause; empty if there is no word to be had."""
    found = [clause_of(part, prefix=prefix, stems=stems) for part in parts_of(words)]
    found = [clause for clause in found if clause.query]
    return [] if all(clause.is_excluded for clause in found) else found  # “without” alone asks for nothing


def clause_of(part: Part, *, prefix: bool = True, stems: Stems = _NO_STEMS) -> Clause:
    """A word or phrase in all its forms; its query is empty if there is no word in it."""
    query = _phrase(part.text) if part.is_phrase else _word(part.text, prefix, stems)
    return Clause(query, part.is_excluded)


def query_of(words: str, *, prefix: bool = True, stems: Stems = _NO_STEMS) -> str:
    """The text form of the tsquery for what was typed; empty if there is no word in it."""
    clauses = clauses_of(words, prefix=prefix, stems=stems)
    return " & ".join(
        f"!({clause.query})" if clause.is_excluded else f"({clause.query})" for clause in clauses
    )


def whole_of(words: str) -> str:
    """The tsquery for names that are just these words and no others; empty for phrases, exclusions and no words."""
    found = "".join(run for run, _grams in runs(fold(words)))
    is_plain = not any(part.is_phrase or part.is_excluded for part in parts_of(words))
    return quoted(WHOLE + found) if found and is_plain and len(found) < LONGEST else ""


def _phrase(text: str) -> str:
    return _side_by_side([(run, grams, _plain(run, grams)) for run, grams in runs(fold(text))])


def _word(text: str, prefix: bool, stems: Stems) -> str:
    """One word: all its runs side by side; `Tōdai-ji` is also found written as one."""
    found = runs(fold(text))
    sides = [(run, grams, _forms(run, grams, prefix, stems)) for run, grams in found]
    letters = [run for run, grams in found if not grams]
    if 1 < len(letters) == len(found):
        apart = " & ".join(side for _run, _grams, side in sides)
        return f"({apart}) | {_any_of([_lexeme(''.join(letters), prefix), *_spellings(''.join(letters), stems)])}"
    return _side_by_side(sides)


def _side_by_side(sides: list[tuple[str, bool, str]]) -> str:
    """Neighbours. A run of n signs that are cut has n places, of which the last pair begins at the last but one."""
    clause = ""
    for at, (_run, _grams, side) in enumerate(sides):
        before = sides[at - 1]
        distance = "<2>" if at and before[1] and len(before[0]) > 1 else "<->"
        clause += f" {distance} {side}" if clause else side
    return clause


def _plain(run: str, grams: bool) -> str:
    if not grams:
        return _lexeme(run, False)
    if len(run) == 1:
        return _lexeme(run, True)
    return " <-> ".join(_lexeme(pair, False) for pair in pairs(run)[:-1])


def _forms(run: str, grams: bool, prefix: bool, stems: Stems) -> str:
    """All that a word is stored as: itself or its beginning, its other spellings, its name in Latin letters, its stems."""
    if not grams:
        begins = prefix and len(run) >= SHORTEST_PREFIX
        plain = dict.fromkeys([run, pinyin.without_tones(run)])
        return _any_of([*(_lexeme(form, begins) for form in plain), *_spellings(run, stems)])
    said = spoken_form(run)
    spoken = [_lexeme(said, prefix)] if said else []
    clause = _plain(run, grams)
    return _any_of([f"({clause})" if " " in clause and spoken else clause, *spoken])


def spoken_form(run: str) -> str:
    """Signs that say sounds, in Latin letters: kana and hangul; empty for others."""
    kinds = {kind_of(sign) for sign in run}
    if kinds == {"kana"} and len(run) >= SHORTEST_KANA:
        return kana.romaji(run)
    return hangul.romanised(run) if kinds == {"hangul"} and len(run) > 1 else ""


def _spellings(word: str, stems: Stems) -> list[str]:
    return [_lexeme(form, False) for form in other_forms(word, stems)]


def other_forms(word: str, stems: Stems = _NO_STEMS) -> list[str]:
    """As what else a folded word in letters is stored: other spellings, its name in Latin letters, its stems."""
    found: list[str] = []
    if word.isascii():
        found += (spelt for spelt in _latin_spellings(word) if len(spelt) >= SHORTEST_SPELLING)
    else:
        found += latin.latin_of(word)
        found.append(latin.without_article(word) if latin.is_abjad(word) else "")
    if word.isascii() or latin.is_abjad(word):
        found.append(latin.skeleton(word))
    found += stems.get(word, [])
    return [form for form in dict.fromkeys(found) if form and form != word]


def _latin_spellings(word: str) -> Iterable[str]:
    yield from latin_spellings(word)
    yield _UMLAUT.sub(r"\1", word)


def _any_of(forms: list[str]) -> str:
    return forms[0] if len(forms) == 1 else f"({' | '.join(forms)})"


def _lexeme(word: str, prefix: bool) -> str:
    return quoted(word[:LONGEST]) + (":*" if prefix else "")
