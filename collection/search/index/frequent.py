"""The sets of the most frequent words, made when the index is built: who asks for one of those never waits for it."""

from __future__ import annotations

from typing import Any

from pyroaring import BitMap

from collection.models import WordSet
from collection.search.asking import clauses_of, words_asked
from collection.search.index.word_sets import ALL, FACTS, LONGEST_CLAUSE, NAMES, documents_with
from collection.search.stems import learn_asked, stems_asked
from collection.search.words import WHOLE, quoted

SHARE = 0.01  # of the documents that have a word; what fewer have is found fast enough
MOST = 1000
_BATCH = 200


def write_frequent(cursor: Any) -> None:
    """Write the sets anew, in the transaction of who builds the index."""
    WordSet.objects.all().delete()
    words = _frequent_words(cursor)
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
