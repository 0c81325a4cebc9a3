"""A catalogue of any size: skewed, multi-valued, dated, with titles in ten scripts; written by COPY in bounded memory.

Vocabularies are as large as a network's are (country 60, museum 150, epoch 120, material 400, technique 200, culture 150,
object type 180); their use follows Zipf's law. The same seed gives the same catalogue. No trigger runs: it is no record of
anybody's, and the index is built from the tables afterwards.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg import sql

from benchmarks.rigs.catalogue_words import COUNTRIES, KINDS, TITLE_WORDS, document_of
from collection.enums import ConceptKind, Region, Status, TermStatus
from collection.models import Concept, Culture, Epoch, Influence
from collection.rights import Rights
from members.models import Museum

BATCH = 20_000
SIZES = {"museum": 150, "epoch": 120, "culture": 150, "material": 400, "technique": 200, "object_type": 180}
_STATEMENTS = 500
_PUBLISHED_SHARE = 0.97
_TABLES = ("artwork", "title", "artworkconcept", "artworkepoch", "influencewitness", "searchdocument")


@dataclass(frozen=True)
class Vocabulary:
    """Primary keys and labels of the terms, the most used first."""

    museums: list[int]
    cultures: list[tuple[int, str]]
    epochs: list[tuple[int, str]]
    concepts: dict[str, list[tuple[int, str]]]
    influences: list[int]


def make(works: int, *, seed: int = 1) -> Vocabulary:
    """Fill the empty database that the connection stands in; returns its vocabulary."""
    chance = random.Random(seed)  # noqa: S311
    vocabulary = _vocabulary(chance)
    with connection.cursor() as cursor:
        cursor.execute(
            "SET session_replication_role = replica"
        )  # no triggers, no checks of keys that we made
        numbers = iter(range(1, works + 1))
        titles, links = itertools.count(1), itertools.count(1)
        while batch := list(itertools.islice(numbers, BATCH)):
            rows = _rows(batch, vocabulary, chance, titles, links)
            for table in _TABLES:
                _copy(cursor, table, rows[table])
        cursor.execute("SET session_replication_role = origin")
        for table in (*_TABLES[:-1],):
            cursor.execute(
                sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT max(id) FROM {}))").format(
                    sql.Literal(f"collection_{table}"), sql.Identifier(f"collection_{table}")
                )
            )
        cursor.execute("ANALYZE")
    return vocabulary


_COLUMNS = {
    "artwork": (
        "id, public_id, display_date, edtf, earliest_begin, latest_begin, earliest_end, latest_end, date_basis, date_note, "
        "museum_id, status, accession_number, accession_missing_reason, source_id, display_object_type, display_materials, "
        "display_techniques, display_dimensions, display_creator, culture_id, display_culture, production_country, description, "
        "masterpiece_statement, statement_by, credit_line, rights, provenance_text, display_notice_kind, display_notice, "
        "is_demonstration, source_note, curator_note, revision, first_published_at, published_at, changed_at, withdrawal_reason"
    ),
    "title": 'id, artwork_id, text, language, kind, is_original, "order"',
    "artworkconcept": 'id, artwork_id, concept_id, "order"',
    "artworkepoch": 'id, artwork_id, epoch_id, "order"',
    "influencewitness": 'id, influence_id, artwork_id, "order", note',
    "searchdocument": "artwork_id, words",
}


def _copy(cursor: Any, table: str, rows: list[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY collection_{table} ({_COLUMNS[table]}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _rows(
    batch: list[int],
    vocabulary: Vocabulary,
    chance: random.Random,
    titles: Iterator[int],
    links: Iterator[int],
) -> dict[str, list[tuple[Any, ...]]]:
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    count = len(batch)
    picks = {
        "museum": _zipf(chance, vocabulary.museums, count),
        "culture": _zipf(chance, vocabulary.cultures, count),
        "epoch": _zipf(chance, vocabulary.epochs, count),
        "country": _zipf(chance, COUNTRIES, count),
        "type": _zipf(chance, vocabulary.concepts["object_type"], count),
        "material": _zipf(chance, vocabulary.concepts["material"], count * 2),
        "technique": _zipf(chance, vocabulary.concepts["technique"], count * 2),
        "influence": _zipf(chance, vocabulary.influences, count),
    }
    for at, number in enumerate(batch):
        first, last = _years(chance)
        status = Status.PUBLISHED if chance.random() < _PUBLISHED_SHARE else Status.DRAFT
        culture = picks["culture"][at]
        rows["artwork"].append(_artwork(number, first, last, status, picks, at, chance))
        named = _titles(number, chance)
        rows["title"] += [
            (next(titles), number, text, tag, "preferred", tag != "en", n)
            for n, (tag, text) in enumerate(named)
        ]
        terms = {picks["type"][at], *picks["material"][2 * at : 2 * at + 1 + number % 2]}
        terms |= set(picks["technique"][2 * at : 2 * at + number % 3])
        rows["artworkconcept"] += [
            (next(links), number, key, n) for n, (key, _label) in enumerate(sorted(terms))
        ]
        rows["artworkepoch"].append((number, number, picks["epoch"][at][0], 0))
        if number % 4 == 0:
            rows["influencewitness"].append((number, picks["influence"][at], number, 0, "{}"))
        if status == Status.PUBLISHED:
            words = [label for _key, label in (*sorted(terms), culture, picks["epoch"][at])]
            rows["searchdocument"].append((number, document_of([text for _tag, text in named], words)))
    return rows


def _artwork(
    number: int,
    first: int,
    last: int,
    status: str,
    picks: dict[str, list[Any]],
    at: int,
    chance: random.Random,
) -> tuple[Any, ...]:
    now = f"2026-{1 + number % 12:02d}-{1 + number % 28:02d}T{number % 24:02d}:00Z"
    published = now if status == Status.PUBLISHED else None
    rights = chance.choice([Rights.CC0.value, Rights.PDM.value, Rights.BY_NC.value, Rights.IN_C.value, ""])
    return (
        number, f"0g{number:x}", f"{first}–{last}", "", first, first, last, last, "museum", "", picks["museum"][at], status,
        f"{number}", "", "", "", "", "", "", "", picks["culture"][at][0], "", picks["country"][at], "{}", "{}", "", "{}", rights,
        "{}", "", "{}", False, "", "", 1, published, published, now, "",
    )  # fmt: skip


def _years(chance: random.Random) -> tuple[int, int]:
    """Most works are of the last thousand years; a third are of known decade, some of no better than a millennium."""
    middle = int(2000 - chance.expovariate(1 / 700)) if chance.random() < 0.85 else chance.randint(-3000, 900)
    width = chance.choice([0, 5, 10, 25, 50, 100, 100, 200, 500])
    return middle - width // 2, min(2026, middle + width - width // 2)


def _titles(number: int, chance: random.Random) -> list[tuple[str, str]]:
    """An English title, and for two of three works one in another script."""
    english = " ".join(chance.choices(TITLE_WORDS["en"], k=chance.randint(2, 4))) + f" {number % 9973}"
    if number % 3 == 0:
        return [("en", english)]
    tag = KINDS[number % len(KINDS)]
    joiner = "" if tag in ("zh-Hant", "zh-Hans", "ja", "th") else " "
    return [("en", english), (tag, joiner.join(chance.choices(TITLE_WORDS[tag], k=3)))]


def _zipf(chance: random.Random, things: list[Any], count: int) -> list[Any]:
    weights = [1 / rank for rank in range(1, len(things) + 1)]
    return chance.choices(things, cum_weights=list(itertools.accumulate(weights)), k=count)


def _vocabulary(chance: random.Random) -> Vocabulary:
    museums = Museum.objects.bulk_create(
        Museum(public_id=f"0m{n}", slug=f"museum-{n}", names={"en": f"Museum {n}"}, sort_name=f"Museum {n:03d}",
               country=COUNTRIES[n % len(COUNTRIES)], city="", network_status="member")
        for n in range(SIZES["museum"])
    )  # fmt: skip
    regions = list(Region.values)
    cultures = Culture.objects.bulk_create(
        Culture(
            public_id=f"0c{n}", slug=f"culture-{n}", region=regions[n % len(regions)], **_named("Culture", n)
        )
        for n in range(SIZES["culture"])
    )
    epochs = Epoch.objects.bulk_create(
        Epoch(public_id=f"0e{n}", slug=f"epoch-{n}", **_named("Epoch", n)) for n in range(SIZES["epoch"])
    )
    _under(Culture, cultures, "broader")
    _under(Epoch, epochs, "parent")
    concepts: dict[str, list[tuple[int, str]]] = {}
    for kind in (ConceptKind.OBJECT_TYPE, ConceptKind.MATERIAL, ConceptKind.TECHNIQUE):
        made = Concept.objects.bulk_create(
            Concept(public_id=f"0{kind[0]}{n}", kind=kind, slug=f"{kind.replace('_', '-')}-{n}",
                    **_named(kind.label.__str__().split(" ")[-1], n))
            for n in range(SIZES[kind])
        )  # fmt: skip
        _under(Concept, made, "broader")
        concepts[kind.value] = [(one.pk, one.sort_name) for one in made]
    influences = Influence.objects.bulk_create(
        Influence(public_id=f"0i{n}", source_culture=cultures[n % 40], target_culture=cultures[40 + n % 80],
                  kinds=[["motif"], ["technique"], ["form", "trade"]][n % 3], certainty="probable",
                  status=Status.PUBLISHED, statement={"en": f"Statement {n}"}, asserted_by_museum=museums[n % 30])
        for n in range(_STATEMENTS)
    )  # fmt: skip
    chance.shuffle(influences)
    return Vocabulary(
        [one.pk for one in museums],
        [(one.pk, one.sort_name) for one in cultures],
        [(one.pk, one.sort_name) for one in epochs],
        concepts,
        [one.pk for one in influences],
    )


def _named(word: str, number: int) -> dict[str, Any]:
    label = f"{word} {number}"
    return {"labels": {"en": label}, "sort_name": label, "term_status": TermStatus.ACCEPTED}


def _under(model: Any, terms: list[Any], column: str) -> None:
    """Every term but the first ten stands under one of those."""
    for number, term in enumerate(terms[10:]):
        setattr(term, column, terms[number % 10])
    model.objects.bulk_update(terms[10:], [column])
