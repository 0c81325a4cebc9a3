"""The sets of the most frequent words, made when the index is built: who asks for one of those never waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from pyroaring import BitMap

from collection.models import WordSet
from collection.search.asking import clauses_of, words_asked
from collection.search.index.word_sets import ALL, FACTS, LONGEST_CLAUSE, NAMES, documents_with
from collection.search.stems import learn_asked, stems_asked
from collection.search.words import WHOLE, fold, quoted, runs

SHARE = 0.01  # of the documents that have a word; what fewer have is found fast enough
MOST = 1000
SAMPLE = 20_000  # titles in which signs are looked for
LONGEST_PART = 8  # signs
_BATCH = 200


def write_frequent(cursor: Any) -> None:
    """Write the sets anew, in the transaction of who builds the index."""
    WordSet.objects.all().delete()
    words = list(dict.fromkeys([*_frequent_words(cursor), *_parts(_names(cursor))]))
    learn_asked(word for word in words if not word.startswith(WHOLE))
    rows: list[WordSet] = []
    for part, clause in dict.fromkeys(key for word in words for key in _asked_with(word)):
        rows.append(_row(part, clause, documents_with(part, clause)))
        if len(rows) == _BATCH:
            WordSet.objects.bulk_create(rows)
            rows = []
    WordSet.objects.bulk_create(rows)


def _row(part: str, clause: str, works: BitMap) -> WordSet:
    works.run_optimize()
    return WordSet(part=part, clause=clause, works=works.serialize())


def _frequent_words(cursor: Any) -> list[str]:
    """By PostgreSQL's own statistics, the most frequent first."""
    cursor.execute("ANALYZE collection_searchdocument (words)")
    cursor.execute(
        "SELECT e.word FROM pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) e (word, share) "
        "WHERE s.tablename = 'collection_searchdocument' AND s.attname = 'words' AND s.schemaname = current_schema() "
        "AND e.share >= %s AND e.word IS NOT NULL ORDER BY e.share DESC LIMIT %s",
        [SHARE, MOST],
    )
    return [word for (word,) in cursor.fetchall()]


def _parts(names: list[str]) -> Iterator[str]:
    """Signs and rows of signs, of scripts that are cut into pairs, that many names have. Of those the index of words has no
    list of its own: to find them, the documents with all their pairs are opened."""
    found = Counter(part for name in names for part in set(_parts_of(name)))
    longer = {(part[at:][:-1] if at else part[:-1], count) for part, count in found.items() for at in (0, 1)}
    for part, count in found.most_common():
        if count >= SHARE * SAMPLE and (part, count) not in longer:
            yield part


def _parts_of(name: str) -> Iterator[str]:
    for run in (run for run, grams in runs(name) if grams):
        for size in (1, *range(3, LONGEST_PART + 1)):
            yield from (run[at : at + size] for at in range(len(run) - size + 1))


def _names(cursor: Any) -> list[str]:
    """Some titles, folded, of those that are not in Latin letters."""
    cursor.execute("SELECT greatest(1, reltuples) FROM pg_class WHERE oid = 'collection_title'::regclass")
    share = min(100.0, 100 * SAMPLE / cursor.fetchone()[0])
    cursor.execute(
        "SELECT text FROM collection_title TABLESAMPLE SYSTEM (%s) WHERE text ~ %s",
        [share, r"[^\u0001-\u02ff]"],
    )
    return [fold(text) for (text,) in cursor.fetchall()]


def _asked_with(word: str) -> list[tuple[str, str]]:
    """What a page asks for who types the word: (part of the document, clause)."""
    if word.startswith(WHOLE):
        found = [(part, quoted(word)) for part in (NAMES, FACTS)]
    else:
        stems = stems_asked(words_asked(word))
        loose, exact = (clauses_of(word, prefix=prefix, stems=stems) for prefix in (True, False))
        found = [(ALL, clause.query) for clause in loose]
        found += [(part, clause.query) for part in (NAMES, FACTS) for clause in exact]
    return [(part, clause) for part, clause in found if len(clause) <= LONGEST_CLAUSE]
