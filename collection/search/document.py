"""The search document of a published work: its words by weight, written whenever the work changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from django.contrib.postgres.search import SearchVectorField
from django.db.models import Func, Value

from collection.models import Artwork, SearchDocument
from collection.search import spelling, starts, stems
from collection.search.texts import Texts, texts_of, with_words
from collection.search.vocabulary import Text, Vocabulary
from collection.search.words import Spot, quoted, spots

BATCH = 500
LAST_POSITION = 16000  # PostgreSQL keeps positions up to 16383
MOST_POSITIONS = 200  # of one word; PostgreSQL keeps 255
BETWEEN_TEXTS = 3  # positions, so that no phrase runs from one text into the next
FAINT = "D"  # the weight of a syllable, wherever it stands


class AsVector(Func):
    """A tsvector from its text form."""

    template = "%(expressions)s::tsvector"
    output_field = SearchVectorField()


def refresh(artworks: Iterable[Artwork]) -> int:
    """Write the documents of the published among `artworks`, remove those of the others; how many stand now.

    Call it in the transaction of the deed that changed them.
    """
    keys = (artwork.pk for artwork in artworks)
    known = Vocabulary()
    written = 0
    while batch := list(islice(keys, BATCH)):
        works = with_words(Artwork.objects.filter(pk__in=batch))
        texts = texts_of(works, known)
        SearchDocument.objects.filter(artwork_id__in=set(batch) - {work.pk for work in works}).delete()
        SearchDocument.objects.bulk_create(
            documents(texts),
            update_conflicts=True,
            unique_fields=["artwork"],
            update_fields=["words"],
        )
        spelling.learn(words_of_names(texts.values()))
        starts.write_titles(works, set(batch) - texts.keys())
        written += len(works)
    return written


def documents(texts: dict[int, Texts]) -> list[SearchDocument]:
    """The documents of works by their texts, unsaved."""
    stems.learn(_words_with_stems(texts.values()))
    return [SearchDocument(artwork_id=key, words=AsVector(Value(vector(of)))) for key, of in texts.items()]


def words_of_names(works: Iterable[Texts]) -> set[str]:
    """All words of titles, makers and terms, for `spelling.learn`."""
    every = {text for texts in works for weight in "AB" for text in texts[weight] if text.is_name}
    return {spot.words[0] for text in every for spot in _spots(text)}


@lru_cache(maxsize=50_000)
def _name_spots(words: str, language: str) -> list[Spot]:
    """Names of terms come back with every work."""
    return spots(words, language, is_name=True)


def _spots(text: Text) -> list[Spot]:
    if text.is_name:
        return _name_spots(text.words, text.language)
    return spots(text.words, text.language)


def _words_with_stems(works: Iterable[Texts]) -> Iterator[tuple[str, str]]:
    every = dict.fromkeys(text for texts in works for of in texts.values() for text in of)
    for text in every:
        if stems.is_stemmed(text.language):
            yield from ((text.language, spot.words[0]) for spot in _spots(text))


def vector(texts: Texts) -> str:
    """The text form of a tsvector, after `stems.learn`. Every text begins some positions later."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, parts in sorted(texts.items()):
        for text in parts:
            has_stems = stems.is_stemmed(text.language)
            for spot in _spots(text):
                position = min(position + 1, LAST_POSITION)
                for word in spot.words:
                    places.setdefault(word, []).append(f"{position}{weight}")
                for word in spot.faint:
                    places.setdefault(word, []).append(f"{position}{FAINT}")
                found = stems.stem(text.language, spot.words[0]) if has_stems else ""
                if found and found not in spot.words:
                    places.setdefault(found, []).append(f"{position}{weight}")
            position += BETWEEN_TEXTS
    return " ".join(f"{quoted(word)}:{','.join(at[:MOST_POSITIONS])}" for word, at in places.items())
