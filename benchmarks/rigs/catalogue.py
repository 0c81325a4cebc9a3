"""A catalogue of any size: skewed, multi-valued, dated, with titles in ten scripts; written by COPY in bounded memory.

Vocabularies are as large as a network's are (country 60, museum 150, epoch 120, material 400, technique 200, culture 150,
object type 180), with a maker for twenty works and 300,000 proper names; their use follows Zipf's law. The same seed gives
the same catalogue. No trigger runs: it is no record of anybody's, and the index is built from the tables afterwards.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection
from psycopg import sql

from benchmarks.rigs.catalogue_names import (
    PROPER_NAMES,
    beginnings,
    make_makers,
    proper,
    rare,
    words_of,
    write_words,
)
from benchmarks.rigs.catalogue_words import COUNTRIES, KINDS, TITLE_WORDS, document_of
from collection.enums import ConceptKind, Region, Status, TermStatus
from collection.models import Concept, Culture, Epoch, Influence
from collection.rights import Rights
from members.models import Museum

VERSION = 1  # another makes every kept catalogue anew
BATCH = 20_000
SIZES = {"museum": 150, "epoch": 120, "culture": 150, "material": 400, "technique": 200, "object_type": 180}
_STATEMENTS = 500
_PUBLISHED_SHARE = 0.97
_TABLES = (
    "artwork",
    "title",
    "artworkconcept",
    "artworkepoch",
    "artworkagent",
    "influencewitness",
    "searchdocument",
    "titlestart",
)
# Made when all rows stand: so they take a fifth of the time.
_INDEXES = (
    "searchdocument_words",
    "searchdocument_names",
    "searchdocument_facts",
    "titlestart_begins",
    "searchword_alike",
)


@dataclass(frozen=True)
class Vocabulary:
    """Primary keys and labels of the terms, the most used first."""

    museums: list[int]
    cultures: list[tuple[int, str]]
    epochs: list[tuple[int, str]]
    concepts: dict[str, list[tuple[int, str]]]
    influences: list[int]
    makers: list[tuple[int, str]]


def make(works: int, *, seed: int = 1, say: Callable[[str], None] = print) -> None:
    """Fill the empty database that the connection stands in."""
    chance = random.Random(seed)  # noqa: S311
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")  # no triggers, no checks of our own keys
        cursor.execute("SET maintenance_work_mem = '512MB'")
        vocabulary = _vocabulary(chance, works)
        indexes = _without_indexes(cursor)
        numbers = iter(range(1, works + 1))
        counts = {name: itertools.count(1) for name in ("title", "link", "start")}
        words: set[str] = set()
        while batch := list(itertools.islice(numbers, BATCH)):
            rows = _rows(batch, vocabulary, chance, counts, words)
            for table in _TABLES:
                _copy(cursor, table, rows[table])
            if batch[-1] % (5 * BATCH) == 0:
                say(f"{batch[-1]:,} works")
        write_words(words | {word for _key, name in vocabulary.makers for word in words_of(name)})
        say("words and names")
        for index in indexes:
            cursor.execute(index)
        say("indexes")
        cursor.execute("SET session_replication_role = origin")
        for table in (each for each in _TABLES if each != "searchdocument"):
            cursor.execute(
                sql.SQL("SELECT setval(pg_get_serial_sequence({}, 'id'), (SELECT max(id) FROM {}))").format(
                    sql.Literal(f"collection_{table}"), sql.Identifier(f"collection_{table}")
                )
            )
        cursor.execute("VACUUM ANALYZE")


def _without_indexes(cursor: Any) -> list[str]:
    """Drop the indexes that are made at the end; gives how."""
    cursor.execute("SELECT indexname, indexdef FROM pg_indexes WHERE indexname = ANY(%s)", [list(_INDEXES)])
    found = cursor.fetchall()
    for name, _how in found:
        cursor.execute(sql.SQL("DROP INDEX {}").format(sql.Identifier(name)))
    return [how for _name, how in found]


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
    "artworkagent": 'id, artwork_id, agent_id, role, attribution, "order"',
    "influencewitness": 'id, influence_id, artwork_id, "order", note',
    "searchdocument": "artwork_id, words",
    "titlestart": "id, artwork_id, title_id, start",
}


def _copy(cursor: Any, table: str, rows: list[tuple[Any, ...]]) -> None:
    with cursor.copy(f"COPY collection_{table} ({_COLUMNS[table]}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _rows(
    batch: list[int],
    vocabulary: Vocabulary,
    chance: random.Random,
    counts: dict[str, Iterator[int]],
    words: set[str],
) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of a batch by table; `words` grows by those of its names."""
    rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in _TABLES}
    picks = _picks(chance, vocabulary, len(batch))
    for at, number in enumerate(batch):
        status = Status.PUBLISHED if chance.random() < _PUBLISHED_SHARE else Status.DRAFT
        told = " ".join(chance.choices(TITLE_WORDS["en"], k=6))
        rows["artwork"].append(_artwork(number, status, told, picks, at, chance))
        named = _titles(number, chance)
        keys = [next(counts["title"]) for _title in named]
        rows["title"] += [
            (key, number, text, tag, "preferred", tag != "en", n)
            for n, (key, (tag, text)) in enumerate(zip(keys, named, strict=True))
        ]
        maker = picks["maker"][at] if number % 5 < 3 else None
        if maker:
            rows["artworkagent"].append((number, number, maker[0], "maker", "", 0))
        terms = _terms(number, at, picks)
        rows["artworkconcept"] += [
            (next(counts["link"]), number, key, n) for n, (key, _label) in enumerate(terms)
        ]
        rows["artworkepoch"].append((number, number, picks["epoch"][at][0], 0))
        if number % 4 == 0:
            rows["influencewitness"].append((number, picks["influence"][at], number, 0, "{}"))
        if status == Status.PUBLISHED:
            names = [*(text for _tag, text in named), *([maker[1]] if maker else [])]
            labels = [label for _key, label in (*terms, picks["culture"][at], picks["epoch"][at])]
            rows["searchdocument"].append((number, document_of(names, labels, [told])))
            rows["titlestart"] += [
                (next(counts["start"]), number, key, start[:40])
                for key, (tag, text) in zip(keys, named, strict=True)
                for start in beginnings(text, tag)
            ]
            words.update(named[0][1].split())
    return rows


def _picks(chance: random.Random, vocabulary: Vocabulary, count: int) -> dict[str, list[Any]]:
    return {
        "museum": _zipf(chance, vocabulary.museums, count),
        "culture": _zipf(chance, vocabulary.cultures, count),
        "epoch": _zipf(chance, vocabulary.epochs, count),
        "country": _zipf(chance, COUNTRIES, count),
        "type": _zipf(chance, vocabulary.concepts["object_type"], count),
        "material": _zipf(chance, vocabulary.concepts["material"], count * 2),
        "technique": _zipf(chance, vocabulary.concepts["technique"], count * 2),
        "influence": _zipf(chance, vocabulary.influences, count),
        "maker": _zipf(chance, vocabulary.makers, count),
    }


def _terms(number: int, at: int, picks: dict[str, list[Any]]) -> list[tuple[int, str]]:
    terms = {picks["type"][at], *picks["material"][2 * at : 2 * at + 1 + number % 2]}
    return sorted(terms | set(picks["technique"][2 * at : 2 * at + number % 3]))


def _artwork(
    number: int,
    status: str,
    told: str,
    picks: dict[str, list[Any]],
    at: int,
    chance: random.Random,
) -> tuple[Any, ...]:
    now = f"2026-{1 + number % 12:02d}-{1 + number % 28:02d}T{number % 24:02d}:00Z"
    first, last = _years(chance)
    published = now if status == Status.PUBLISHED else None
    rights = chance.choice([Rights.CC0.value, Rights.PDM.value, Rights.BY_NC.value, Rights.IN_C.value, ""])
    return (
        number, f"0g{number:x}", f"{first}–{last}", "", first, first, last, last, "museum", "", picks["museum"][at], status,
        f"{number}", "", "", "", "", "", "", "", picks["culture"][at][0], "", picks["country"][at], f'{{"en": "With {told}."}}', "{}", "", "{}", rights,
        "{}", "", "{}", False, "", "", 1, published, published, now, "",
    )  # fmt: skip


def _years(chance: random.Random) -> tuple[int, int]:
    """Most works are of the last thousand years; a third are of known decade, some of no better than a millennium."""
    middle = int(2000 - chance.expovariate(1 / 700)) if chance.random() < 0.85 else chance.randint(-3000, 900)
    width = chance.choice([0, 5, 10, 25, 50, 100, 100, 200, 500])
    return middle - width // 2, min(2026, middle + width - width // 2)


def _titles(number: int, chance: random.Random) -> list[tuple[str, str]]:
    """An English title, and for two of three works one in another script."""
    english = " ".join(chance.choices(TITLE_WORDS["en"], k=chance.randint(2, 4)))
    english += f" {proper(rare(chance, PROPER_NAMES))}" if number % 2 else f" {number % 9973}"
    if number % 3 == 0:
        return [("en", english)]
    tag = KINDS[number % len(KINDS)]
    joiner = "" if tag in ("zh-Hant", "zh-Hans", "ja", "th") else " "
    return [("en", english), (tag, joiner.join(chance.choices(TITLE_WORDS[tag], k=3)))]


def _zipf(chance: random.Random, things: list[Any], count: int) -> list[Any]:
    weights = [1 / rank for rank in range(1, len(things) + 1)]
    return chance.choices(things, cum_weights=list(itertools.accumulate(weights)), k=count)


def _vocabulary(chance: random.Random, works: int) -> Vocabulary:
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
        make_makers(works),
    )


def _named(word: str, number: int) -> dict[str, Any]:
    label = f"{word} {number}"
    return {"labels": {"en": label}, "sort_name": label, "term_status": TermStatus.ACCEPTED}


def _under(model: Any, terms: list[Any], column: str) -> None:
    """Every term but the first ten stands under one of those."""
    for number, term in enumerate(terms[10:]):
        setattr(term, column, terms[number % 10])
    model.objects.bulk_update(terms[10:], [column])
