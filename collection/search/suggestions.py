"""Suggestions while somebody types: public works, makers, cultures, epochs, museums and countries. Bounded queries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from babel import Locale
from django.db import connection
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.http import urlencode

from collection.countries import country_name
from collection.models import Agent, Artwork, ArtworkAgent, Culture, Epoch, Title
from collection.search.starts import starts_of, typed
from collection.search.vocabulary import COUNTRY_LANGUAGES
from collection.search.words import is_gram
from collection.search.words.cutting import SHORTEST_SPELLING
from collection.search.words.kana import one_spelling
from collection.titles import titles_of
from members.languages import best_language
from members.models import Museum

MOST = 8
MOST_OF_A_KIND = 3
MOST_CULTURES = 5  # where an end of a path is looked for
_ROWS = 40  # beginnings read of each table
_SHORTEST = 2  # letters; one sign of Chinese says enough

# The index's own order, so that no more than the first rows are read however many there are.
_NAMES = """
SELECT kind, thing_id, text, language, start FROM collection_namestart WHERE start LIKE %s ORDER BY start USING ~<~ LIMIT %s
"""
_TITLES = "SELECT artwork_id, title_id FROM collection_titlestart WHERE start LIKE %s ORDER BY start USING ~<~ LIMIT %s"


class Suggestion(NamedTuple):
    """A thing by its name for the reader, and the other name that was typed, if it was another."""

    kind: str
    text: str
    lang: str
    url: str
    also: str = ""
    also_lang: str = ""
    name: str = ""  # slug of a term, public id of a work


class _Hit(NamedTuple):
    thing: int
    text: str
    lang: str


def suggestions(words: str) -> list[Suggestion]:
    """At most MOST, in the active language, the kinds in their order; none for less than two letters."""
    return next(filter(None, map(_begun, _tried(words))), [])


def end_suggestions(words: str, is_known: Callable[[str], bool]) -> list[Suggestion]:
    """Cultures, then works: those of which `is_known` says, by slug or public id, that a claim knows them."""
    return next(filter(None, (_ends(asked, is_known) for asked in _tried(words))), [])


def _ends(asked: str, is_known: Callable[[str], bool]) -> list[Suggestion]:
    cultures = [
        one for one in _terms("culture", _names(asked).get("culture", []), _ROWS) if is_known(one.name)
    ]
    works = [one for one in _works(asked, _ROWS) if is_known(one.name)]
    return [*cultures[: max(MOST_CULTURES, MOST - len(works))], *works][:MOST]


def _tried(words: str) -> list[str]:
    """The ways to read what was typed, best first."""
    asked = typed(words)
    if not asked or (len(asked) < _SHORTEST and not is_gram(asked[0])):
        return []
    together = asked.replace(" ", "")
    forms = [asked, together, *(one_spelling(form) for form in (asked, together))]
    return [form for form in dict.fromkeys(forms) if form == asked or len(form) >= SHORTEST_SPELLING]


def _begun(asked: str) -> list[Suggestion]:
    names = _names(asked)
    return _fair([_works(asked), *(_terms(kind, names.get(kind, [])) for kind in _TERMS), _countries(asked)])


def _fair(kinds: list[list[Suggestion]]) -> list[Suggestion]:
    """The first of each kind, then the second … until there are MOST; together again by kind."""
    chosen = [
        (rank, place, one) for place, of in enumerate(kinds) for rank, one in enumerate(of[:MOST_OF_A_KIND])
    ]
    first = sorted(chosen, key=lambda entry: entry[:2])[:MOST]
    return [one for _rank, _place, one in sorted(first, key=lambda entry: (entry[1], entry[0]))]


def _pattern(start: str) -> str:
    return start.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _names(asked: str) -> dict[str, list[_Hit]]:
    """kind → things whose names begin so, names that are just that first."""
    with connection.cursor() as cursor:
        cursor.execute(_NAMES, [_pattern(asked), _ROWS])
        rows = cursor.fetchall()
    found: dict[str, dict[int, _Hit]] = {}
    for kind, thing, text, lang, _start in sorted(rows, key=lambda row: len(row[4])):
        found.setdefault(kind, {}).setdefault(thing, _Hit(thing, text, lang))
    return {kind: list(hits.values()) for kind, hits in found.items()}


def _shown_makers(keys: Iterable[int]) -> Any:
    made = ArtworkAgent.objects.filter(agent=OuterRef("pk"), artwork__status="published")
    return Agent.objects.usable().filter(Exists(made), pk__in=keys)


def _works_named(agent: Agent) -> str:
    words = f'"{agent.label}"'
    return f"{reverse('artworks')}?{urlencode({'q': words})}"


_TERMS: dict[str, tuple[Callable[[Iterable[int]], Any], Callable[[Any], str]]] = {
    "maker": (_shown_makers, _works_named),
    "culture": (
        lambda keys: Culture.objects.public().filter(pk__in=keys),
        lambda term: term.get_absolute_url(),
    ),
    "epoch": (lambda keys: Epoch.objects.public().filter(pk__in=keys), lambda term: term.get_absolute_url()),
    "museum": (lambda keys: Museum.objects.filter(pk__in=keys), lambda museum: museum.get_absolute_url()),
}


def _terms(kind: str, hits: list[_Hit], most: int = MOST_OF_A_KIND) -> list[Suggestion]:
    if not hits:
        return []
    public, address = _TERMS[kind]
    things = {thing.pk: thing for thing in public([hit.thing for hit in hits])}
    shown = [hit for hit in hits if hit.thing in things][:most]
    return [_of_term(kind, things[hit.thing], hit, address) for hit in shown]


def _of_term(kind: str, thing: Any, hit: _Hit, address: Callable[[Any], str]) -> Suggestion:
    labels = thing.names if kind == "museum" else thing.labels
    tag = best_language(labels) or "und"
    also = hit if typed(hit.text) != typed(labels[tag]) else _Hit(0, "", "")
    slug = getattr(thing, "slug", "")  # makers have none
    return Suggestion(kind, labels[tag], tag, address(thing), also.text, also.lang, slug)


def _works(asked: str, most: int = MOST_OF_A_KIND) -> list[Suggestion]:
    hits: dict[int, int] = {}
    with connection.cursor() as cursor:
        cursor.execute(_TITLES, [_pattern(asked), _ROWS])
        for artwork, title in cursor.fetchall():
            hits.setdefault(artwork, title)
    if not hits:
        return []
    works = Artwork.objects.published().prefetch_related("titles").only("public_id").in_bulk(list(hits))
    shown = [key for key in hits if key in works][:most]
    return [one for key in shown if (one := _of_work(works[key], hits[key]))]


def _of_work(work: Artwork, title_id: int) -> Suggestion | None:
    title, _others = titles_of(work)
    typed_one: Title | None = next((other for other in work.titles.all() if other.pk == title_id), None)
    if title is None:
        return None
    also = typed_one if typed_one is not None and typed_one.text != title.text else None
    url = reverse("artwork", args=[work.public_id])
    name, lang = (also.text, also.language) if also else ("", "")
    return Suggestion("work", title.text, title.language, url, name, lang, work.public_id)


@lru_cache(maxsize=1)
def _country_starts() -> list[tuple[str, str, str, str]]:
    """(start, code, name, language) of all countries, sorted."""
    codes = [code for code in Locale("en").territories if len(code) == 2 and code.isalpha()]
    return sorted(
        (start, code, name, language)
        for language in COUNTRY_LANGUAGES
        for code in codes
        if (name := country_name(code, language)) != code
        for start in starts_of(name, language)
    )


def _countries(asked: str) -> list[Suggestion]:
    """Countries where a public work was made."""
    starts = _country_starts()
    at = bisect_left(starts, (asked,))
    hits: dict[str, tuple[str, str]] = {}
    while at < len(starts) and starts[at][0].startswith(asked) and len(hits) < _ROWS:
        _start, code, name, language = starts[at]
        hits.setdefault(code, (name, language))
        at += 1
    if not hits:
        return []
    shown = _with_works(list(hits))
    found = []
    for code, (name, language) in hits.items():
        if code in shown and len(found) < MOST_OF_A_KIND:
            own = country_name(code)
            also = (name, language) if typed(name) != typed(own) else ("", "")
            found.append(Suggestion("country", own, "", reverse("country", args=[code]), *also))
    return found


def _with_works(codes: list[str]) -> set[str]:
    """The countries where a public work was made: one look into the index for each."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.code FROM unnest(%s::text[]) c (code) WHERE EXISTS (SELECT 1 FROM collection_artwork a "
            "WHERE a.status = 'published' AND a.production_country = c.code)",
            [codes],
        )
        return {code for (code,) in cursor.fetchall()}
