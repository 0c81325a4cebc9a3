"""From the words in the search box to works, best first; what was misspelt is understood, and said."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import F, Value

from collection.models import Artwork, SearchDocument
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search import spelling
from collection.search.asked import Asked
from collection.search.asking import all_parts_of, parts_of, query_of, words_asked
from collection.search.glossary import translated
from collection.search.index.memory import Index
from collection.search.most_words import EVERY, FEWEST, STRICT_SHARE, MostWords
from collection.search.other_scripts import in_latin
from collection.search.ranking import Answers, AsQuery, with_relevance
from collection.search.stems import stems_asked
from collection.search.taken_apart import taken_apart
from collection.search.words import fold, runs
from collection.search.words.wade_giles import pinyin_of

MOST_JOINED = 6  # words that are tried written together
FEW = 6  # works with all words, after which such with most of them are shown
_WORD = re.compile(r"[^\s\"]+")


@dataclass(frozen=True)
class Answer:
    """The works, annotated with `relevance`, and the words that they have: other ones than were typed if those were
    misspelt. `meant` are the words that may have been meant where works were wanted for what was typed. `asked` are
    the works as sets, where there is an index. `most` tells which words each lacks, where not all works have all;
    `complete` is how many have all."""

    works: ArtworkQuerySet
    words: str
    is_corrected: bool = False
    meant: str = ""
    asked: Asked | MostWords | None = None
    most: MostWords | None = None
    complete: int = 0

    @property
    def stems(self) -> dict[str, list[str]]:
        """The stems of the words, which were asked for already."""
        return stems_asked(words_asked(self.words))


def works_matching(words: str) -> ArtworkQuerySet:
    """Published works for what was typed; see `answer_to`."""
    return answer_to(words).works


def answer_to(words: str, *, as_typed: bool = False, index: Index | None = None) -> Answer:
    """Published works with all the words (the beginning of a word is enough), annotated with `relevance`.

    `-word` leaves out, `"two words"` stand together. Where nothing has them all: words written together, then the
    nearest words that there are, unless they are wanted `as_typed`. One query to decide, up to ten if words are
    misspelt, none if there are no words: then it is all works.
    """
    if not query_of(words):
        works = Artwork.objects.published()
        return Answer(_nothing(works) if words.strip() else works, words)
    if found := _found(words, words, index):
        return found if as_typed else _with_more(found, words, index)
    for other in filter(None, (_joined(words), _in_pinyin(words), apart := taken_apart(words))):
        if found := _found(other, words, index):
            return found
    corrected = [*filter(None, [translated(words)]), *in_latin(words), *_corrected(words, index)]
    meant = next(filter(None, (_found(other, other, index) for other in corrected)), None)
    if meant and not as_typed:
        return replace(meant, is_corrected=True)
    if not as_typed and (most := MostWords((*corrected, apart, words)[0] or words, index)).works:
        return Answer(most.queryset(), words, asked=most if index else None, most=most)
    return Answer(_nothing(Artwork.objects.published()), words, meant=meant.words if meant else "")


def _with_more(found: Answer, words: str, index: Index | None) -> Answer:
    """Where few works have all words, those come after that have them in English, or lack the least of several."""
    is_english = not translated(words)
    if is_english and len(parts_of(words)) < FEWEST:
        return found
    complete = len(found.asked.works) if found.asked else found.works[:FEW].count()
    if complete >= FEW:
        return found
    if not is_english:
        either = MostWords(words, index, share=EVERY)
        return replace(found, works=either.queryset(), asked=either if index else None)
    most = MostWords(words, index, share=STRICT_SHARE)
    if not most.can_lack or len(most.works) <= complete:
        return found
    return Answer(most.queryset(), words, asked=most if index else None, most=most, complete=complete)


def _found(asked: str, words: str, index: Index | None) -> Answer | None:
    """The works with all that is asked, as an answer to `words`; None if there are none."""
    query = query_of(asked, stems=stems_asked(words_asked(asked)))
    answers = Answers(F("search_document__words"), AsQuery(Value(query)))
    works = Artwork.objects.published().filter(answers)
    sets = Asked(asked, index) if index else None
    is_found = (
        bool(sets.works)
        if sets
        else SearchDocument.objects.filter(Answers(F("words"), AsQuery(Value(query)))).exists()
    )
    return Answer(with_relevance(works, asked), words, asked=sets) if is_found else None


def _joined(words: str) -> str:
    """The words with those written together that are one known word; empty if none are."""
    parts = all_parts_of(words)
    asked = [fold(part.text) for part in parts if not part.is_phrase and not part.is_excluded]
    if not 1 < len(asked) <= MOST_JOINED or len(asked) < len(parts):
        return ""
    known = spelling.written_together(asked)
    found: list[str] = []
    at = 0
    while at < len(asked):
        length = next((n for n in (3, 2) if "".join(asked[at : at + n]) in known), 1)
        found.append("".join(asked[at : at + length]))
        at += length
    return " ".join(found) if len(found) < len(asked) else ""


def _in_pinyin(words: str) -> str:
    """The words with those in pinyin that may be in the older spelling of Chinese; empty if none are."""
    parts = parts_of(words)
    found = [pinyin_of(part.text) for part in parts if not part.is_phrase and not part.is_excluded]
    if len(found) < len(parts) or not any(found):
        return ""
    return " ".join(other or part.text for other, part in zip(found, parts, strict=True))


def _corrected(words: str, index: Index | None) -> list[str]:
    """What may have been meant: each word that nothing has in place of which the nearest are tried."""
    wanted = [part.text for part in parts_of(words) if not part.is_excluded]
    asked = list(dict.fromkeys(run for text in wanted for run, grams in runs(fold(text)) if not grams))
    known = spelling.known(asked)
    strange = [word for word in asked if word not in known and not _found(word, word, index)]
    return [_rewritten(words, way) for way in spelling.corrections(strange)]


def _rewritten(words: str, way: dict[str, str]) -> str:
    """What was typed with other words in place of the misspelt ones."""

    def other(match: re.Match[str]) -> str:
        folded = fold(match[0])
        for word, instead in way.items():
            folded = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", instead, folded)
        return folded if folded != fold(match[0]) else match[0]

    return _WORD.sub(other, words)


def _nothing(works: Any) -> Any:
    """No work, in SQL: a queryset of none() has none that counting could use."""
    return works.annotate(relevance=Value(0.0)).filter(pk__lt=0)
