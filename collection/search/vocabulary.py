"""The words that works take from terms and museums: all names of each in all languages, and of everything above it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from collection.countries import country_name
from collection.models import Agent, Concept, Culture, Epoch, Place
from members.models import Museum

# A country is found in these beside the names that cultures and places bring along.
COUNTRY_LANGUAGES = (
    "en", "fr", "de", "es", "it", "nl", "pt", "ru", "el", "tr", "ar", "fa", "hi", "th", "vi", "id", "km", "lo", "my", "zh", "ja", "ko",
)  # fmt: skip
_PEOPLES = Path(__file__).with_name("peoples.csv")
_ABOVE = {Concept: "broader_id", Culture: "broader_id", Epoch: "parent_id", Place: "broader_id"}
_HIGHEST = 12  # levels; a vocabulary that turns in a circle ends here


class Text(NamedTuple):
    """Words of a record: in which language, which part of it they are (a key of `matched.FIELDS`), and the name by which
    a reader knows the term whose other name they are."""

    words: str
    language: str
    field: str
    is_name: bool = True
    label: str = ""


class Vocabulary:
    """Terms as they were first read; for one deed, in which they do not change."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, int], tuple[tuple[Text, ...], int | None]] = {}

    def read(self, model: Any, keys: Iterable[int | None]) -> None:
        """Read terms and all that stand above them: one query a level, none for what is known."""
        wanted = {key for key in keys if key and (model, key) not in self._known}
        for _level in range(_HIGHEST):
            if not wanted:
                return
            found = model.objects.in_bulk(wanted)
            for key in wanted:
                self._keep(model, key, found.get(key))
            above = (
                {getattr(term, _ABOVE[model], None) for term in found.values()} if model in _ABOVE else set()
            )
            wanted = {key for key in above if key and (model, key) not in self._known}

    def _keep(self, model: Any, key: int, term: Any) -> None:
        above = getattr(term, _ABOVE.get(model, ""), None) if term is not None else None
        texts = () if term is None else tuple(museum_texts(term) if model is Museum else term_texts(term))
        self._known[model, key] = (texts, above)

    def texts(self, model: Any, key: int | None) -> Iterator[Text]:
        """The names of a term and of those above it, the nearest first."""
        for _level in range(_HIGHEST):
            if key is None or (model, key) not in self._known:
                return
            texts, key = self._known[model, key]
            yield from texts


def field_of(term: Any) -> str:
    """Which part of a work a term is: `material`, `epoch`, …"""
    if isinstance(term, Concept):
        return str(term.kind)
    return {Agent: "maker"}.get(type(term), term._meta.model_name)


def term_texts(term: Any) -> Iterator[Text]:
    """All names of a term."""
    field, label = field_of(term), term.label
    for language, words in term.labels.items():
        yield Text(words, language, field, label=label)
    yield from other_names(term.alt_labels, field, label)


def other_names(names: Any, field: str, label: str) -> Iterator[Text]:
    """From the JSON of alternative names, whatever a person wrote into it."""
    for name in names if isinstance(names, list) else []:
        if isinstance(name, dict) and name.get("text"):
            yield Text(str(name["text"]), str(name.get("lang") or "und"), field, label=label)


def museum_names(museum: Museum) -> Iterator[Text]:
    """All names of a museum."""
    for language, words in museum.names.items():
        yield Text(words, language, "museum", label=museum.name)
    yield from other_names(museum.alt_labels, "museum", museum.name)


def museum_texts(museum: Museum) -> Iterator[Text]:
    """All names of a museum, its city and its country."""
    yield from museum_names(museum)
    yield Text(museum.city, "en", "city")
    yield from country_texts(museum.country, "keeper_country")


def country_texts(code: str, field: str) -> Iterator[Text]:
    """The names of a country of today."""
    for language in COUNTRY_LANGUAGES if code else ():
        yield Text(country_name(code, language), language, field, is_name=False, label=country_name(code))
    for language, words in _peoples().get(code, ()):
        yield Text(words, language, field, is_name=False, label=country_name(code))


@cache
def _peoples() -> dict[str, list[tuple[str, str]]]:
    """Country → (language, its adjectives): Turkish, turc, türkisch."""
    found: dict[str, list[tuple[str, str]]] = {}
    with _PEOPLES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["country"], []).append((row["lang"], row["words"]))
    return found
