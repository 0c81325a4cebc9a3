"""Why a work was found: the part of its record and the words that answer what was typed. Pure but for reading the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.search.asking import Part, Stems, other_forms, parts_of, spoken_form
from collection.search.texts import Texts, add_words, texts_of
from collection.search.vocabulary import Text
from collection.search.words import fold, runs, spots
from members.kept import Kept

FIELDS = {
    "title": _("title"), "maker": _("maker"), "number": _("number"), "object_type": _("type"), "material": _("material"),
    "technique": _("technique"), "subject": _("subject"), "motif": _("motif"), "epoch": _("epoch"), "culture": _("culture"), "place": _("place"),
    "country": _("country"), "museum": _("museum"), "city": _("city of the museum"), "keeper_country": _("country of the museum"),
    "date": _("date"), "description": _("description"), "statement": _("why it is a masterpiece"), "note": _("note"),
    "inscription": _("inscription"), "provenance": _("provenance"), "influence": _("influence"),
}  # fmt: skip
MOST_TEXTS = 10_000  # cut into words and kept: names of terms are met again and again
_texts: Kept[Texts] = Kept(1000)  # of works, by primary key
_BEFORE, _AFTER = 30, 60  # letters shown around what matched in a long text
_LONGEST_ENDING = 4  # letters that a word may have beyond a stem
_SHORTEST_STEM = 4
_EDGE = "\0"  # stands in no word


class Stored(NamedTuple):
    """The words of a text, and the same in one line with an edge before each, in which a beginning is found at once."""

    words: frozenset[str]
    line: str


class Matched(NamedTuple):
    """A part of the record (a key of FIELDS), its words, their language, and the term's name where the words are another."""

    field: str
    text: str
    lang: str
    label: str = ""


def reasons(words: str, works: Sequence[Artwork], stems: Stems) -> dict[int, Matched]:
    """Primary key → why it was found, for works whose titles do not say it. A bounded number of queries, none if all do.

    `works` have their titles prefetched.
    """
    unsaid = [
        work for work in works if not _is_said(words, (title.text for title in work.titles.all()), stems)
    ]
    if not unsaid or not words.strip():
        return {}
    found = {key: reason(words, texts, stems) for key, texts in _texts_of(unsaid).items()}
    return {key: matched for key, matched in found.items() if matched is not None}


def _texts_of(works: Sequence[Artwork]) -> dict[int, Texts]:
    """Primary key → texts: from memory, the others read."""
    found = {work.pk: texts for work in works if (texts := _texts.seek(work.pk)) is not None}
    if missing := [work for work in works if work.pk not in found]:
        add_words(missing)
        for key, texts in texts_of(missing).items():
            _texts.put(key, texts)
            found[key] = texts
    return found


def _is_said(words: str, titles: Iterable[str], stems: Stems) -> bool:
    said = [Text(title, "und", "title") for title in titles]
    return all(any(answers(part, text, stems) for text in said) for part in _asked(words))


def _asked(words: str) -> list[Part]:
    return [part for part in parts_of(words) if not part.is_excluded and runs(fold(part.text))]


def reason(words: str, texts: Texts, stems: Stems) -> Matched | None:
    """The heaviest text that answers the whole question; else one that answers a word that no title has."""
    parts = _asked(words)
    if not parts:
        return None
    every = [text for weight in sorted(texts) for text in texts[weight]]
    titles = [text for text in every if text.field == "title"]
    open_parts = [part for part in parts if not any(answers(part, text, stems) for text in titles)] or parts
    for asked in (open_parts, *([part] for part in open_parts)):
        if found := [text for text in every if all(answers(part, text, stems) for part in asked)]:
            return _said(_best(found, words), asked[0], stems)
    return None


def _best(found: list[Text], words: str) -> Text:
    """Of the texts of the heaviest part: the one that is just what was asked, else the first."""
    same = [text for text in found if text.field == found[0].field]
    asked = fold(words).strip()
    return next((text for text in same if fold(text.words) == asked), same[0])


def _said(text: Text, part: Part, stems: Stems) -> Matched:
    label = text.label if fold(text.label) != fold(text.words) else ""
    return Matched(text.field, _around(text.words, part, stems), text.language, label)


def _around(words: str, part: Part, stems: Stems) -> str:
    """A long text cut down to what stands around the first word that answers."""
    if len(words) <= _BEFORE + _AFTER:
        return words
    parts = words.split()
    at = next((n for n, word in enumerate(parts) if answers(part, Text(word, "und", ""), stems)), 0)
    first = at
    while first > 0 and len(" ".join(parts[first - 1 : at])) <= _BEFORE:
        first -= 1
    last = at + 1
    while last < len(parts) and len(" ".join(parts[at : last + 1])) <= _AFTER:
        last += 1
    shown = " ".join(parts[first:last])[: 2 * (_BEFORE + _AFTER)]
    return f"{'… ' if first else ''}{shown}{' …' if last < len(parts) else ''}"


def answers(part: Part, text: Text, stems: Mapping[str, list[str]]) -> bool:
    """Whether a text has a word or phrase, in any of the forms it is asked for."""
    folded, stored = _words_in(text.words, text.language, text.is_name)
    if part.is_phrase:
        return fold(part.text).strip() in folded
    asked = _runs_in(part.text)
    if all(run in folded if grams else False for run, grams in asked):
        return True
    together = "".join(run for run, _grams in asked)
    return all(_has(run, grams, folded, stored, stems) for run, grams in asked) or (
        len(asked) > 1 and _has(together, False, folded, stored, stems)
    )


@lru_cache(maxsize=1000)
def _runs_in(asked: str) -> tuple[tuple[str, bool], ...]:
    return tuple(runs(fold(asked)))


@lru_cache(maxsize=1000)
def _forms_of(run: str, stems: tuple[str, ...]) -> list[str]:
    return other_forms(run, {run: list(stems)})


@lru_cache(maxsize=MOST_TEXTS)
def _words_in(words: str, language: str, is_name: bool) -> tuple[str, Stored]:
    """A text folded, and all words that are stored of it."""
    found = spots(words, language, is_name=is_name)
    every = frozenset(word for spot in found for word in (*spot.words, *spot.faint))
    return fold(words), Stored(every, _EDGE + _EDGE.join(every))


def _has(run: str, grams: bool, folded: str, stored: Stored, stems: Stems) -> bool:
    if grams:
        said = spoken_form(run)
        return run in folded or bool(said and _begins(said, stored))
    if _begins(run, stored):
        return True
    forms = _forms_of(run, tuple(stems.get(run, ())))
    return not stored.words.isdisjoint(forms) or any(
        word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING
        for stem in stems.get(run, [])
        if len(stem) >= _SHORTEST_STEM
        if _begins(stem, stored)
        for word in stored.words
    )


def _begins(word: str, stored: Stored) -> bool:
    return _EDGE + word in stored.line
