"""The beginnings by which names and titles are suggested, and how they are kept in step with what they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from collection.models import Agent, Artwork, Culture, Epoch, NameStart, TitleStart
from collection.models.search_names import LONGEST_START
from collection.search.asking import is_empty
from collection.search.vocabulary import museum_names, term_texts
from collection.search.words import fold, is_gram, runs, spots
from members.models import Museum

KINDS = {Agent: "maker", Culture: "culture", Epoch: "epoch", Museum: "museum"}
MOST_STARTS = 6  # of one name
MOST_TITLES = 6  # of one work
_LETTERS = re.compile(r"[a-z0-9]+")
_BATCH = 5000


def typed(words: str) -> str:
    """What was typed as beginnings are stored."""
    return apart(words)[:LONGEST_START]


def apart(words: str) -> str:
    """Folded, words apart by one space."""
    found = ""
    before = False
    for run, grams in runs(fold(words)):
        found += run if not found or (grams and before) else f" {run}"
        before = grams
    return found


@lru_cache(maxsize=20_000)
def starts_of(name: str, language: str) -> tuple[str, ...]:
    """A name from each of its words on, and what it is called in Latin letters: “wave off kanagawa”, “kanagawa”."""
    whole = apart(name)
    plain = set(whole.split())
    words = [match for match in re.finditer(r"\S+", whole) if not is_empty(match[0])]
    found = [whole[word.start() :] for word in words[:MOST_STARTS]]
    for part in fold(name).split()[:MOST_STARTS]:
        said = spots(part, language, is_name=True)
        found += (
            word for word in (said[0].words if said else ()) if word not in plain and _LETTERS.fullmatch(word)
        )
        letters = [run for run, grams in runs(part) if not grams]
        found += ["".join(letters)] if len(letters) > 1 else []
    first = words[0][0] if words else ""
    if first and is_gram(first[0]):  # from each of its signs on
        found += (whole[at:] for at in range(1, min(len(first), MOST_STARTS)))
    return tuple(dict.fromkeys(start[:LONGEST_START] for start in found))[: 2 * MOST_STARTS]


def write_names(things: Iterable[Any]) -> None:
    """Write anew the beginnings of the names of makers, cultures, epochs or museums; of others none."""
    by_kind: dict[str, list[Any]] = {}
    for thing in things:
        if kind := KINDS.get(type(thing)):
            by_kind.setdefault(kind, []).append(thing)
    for kind, found in by_kind.items():
        NameStart.objects.filter(kind=kind, thing_id__in=[thing.pk for thing in found]).delete()
        NameStart.objects.bulk_create(
            (row for thing in found for row in _rows(kind, thing)), batch_size=_BATCH
        )


def _rows(kind: str, thing: Any) -> Iterator[NameStart]:
    texts = museum_names(thing) if kind == "museum" else term_texts(thing)
    seen: set[str] = set()
    for text in texts:
        for start in starts_of(text.words, text.language):
            if start not in seen:
                seen.add(start)
                yield NameStart(
                    kind=kind,
                    thing_id=thing.pk,
                    start=start,
                    text=text.words[:200],
                    language=text.language[:35],
                )


def write_titles(works: Sequence[Artwork], gone: Iterable[int]) -> None:
    """Write anew the beginnings of the titles of published works (with their titles), and remove those of others."""
    keys = [work.pk for work in works]
    TitleStart.objects.filter(artwork_id__in=[*keys, *gone]).delete()
    rows = (
        TitleStart(artwork_id=work.pk, title_id=title.pk, start=start)
        for work in works
        for title in list(work.titles.all())[:MOST_TITLES]
        for start in starts_of(title.text, title.language)[:MOST_STARTS]
    )
    TitleStart.objects.bulk_create(rows, batch_size=_BATCH)


def write_all_names() -> None:
    """Write anew the beginnings of all names."""
    NameStart.objects.all().delete()
    for model in KINDS:
        write_names(model.objects.all())  # type: ignore[attr-defined]
