"""What we are measured against: plain SQL on the same server, DuckDB, tantivy and Datasette, each on the same data.

Each is asked the same question in its own way: how many works, and how many under every value of every facet, where
a facet that is chosen from does not narrow its own counts (Datasette cannot say that: its counts are of the result).
"""

from __future__ import annotations

import csv
import itertools
import json
import sqlite3
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

from benchmarks.rigs.questions import Question
from benchmarks.rigs.site import free_port, wait_until_it_answers
from collection.search.counts import sql_counts
from collection.search.facets import FACETS

Counts = dict[str, dict[str, int]]
Ask = Callable[[Question], tuple[int, Counts]]


class Answer(NamedTuple):
    """How long it took, how many works, and how many under each value of each facet."""

    milliseconds: float
    count: int
    counts: Counts


def is_asked_alike(name: str, question: Question) -> bool:
    """Whether the rival was asked just what we were: words are cut and spelt differently by each, but for SQL, which is ours."""
    if name == "plain SQL":
        return True
    is_one_each = all(len(values) == 1 for values in question.chosen.values())
    return not question.words and (name != "Datasette" or is_one_each)


def is_same(name: str, ours: Answer, theirs: Answer) -> bool:
    """The count and every count of every facet; of Datasette the count alone."""
    if name == "Datasette":
        return ours.count == theirs.count
    known = {facet: counts for facet, counts in theirs.counts.items() if counts}
    return ours.count == theirs.count and {f: c for f, c in ours.counts.items() if c} == known


_BATCH = 20_000


@contextmanager
def plain_sql(works: Path, pairs: Path) -> Iterator[Ask]:
    """GROUP BY over the tables: what our page does where it has no index."""

    def ask(question: Question) -> tuple[int, Counts]:
        browse = question.asked()
        browse.__dict__["_index"] = browse.__dict__["found"] = None
        return browse.works().count(), sql_counts(browse)

    yield ask


@contextmanager
def duckdb(works: Path, pairs: Path) -> Iterator[Ask]:
    """Columns in memory-mapped files, all cores."""
    import duckdb as engine

    path = works.with_name("works.duckdb")
    is_new = not path.exists()
    database = engine.connect(str(path))
    if is_new:
        database.execute(
            f"CREATE TABLE works AS SELECT * FROM read_csv('{works}', header=false, "  # noqa: S608
            "columns={'id': 'INTEGER', 'earliest': 'INTEGER', 'latest': 'INTEGER', 'words': 'VARCHAR'})"
        )
        database.execute(
            f"CREATE TABLE pairs AS SELECT * FROM read_csv('{pairs}', header=false, "  # noqa: S608
            "columns={'work': 'INTEGER', 'facet': 'VARCHAR', 'value': 'VARCHAR'})"
        )

    def ask(question: Question) -> tuple[int, Counts]:
        sql, params = _sql_of(question)
        counts: Counts = {name: {} for name in FACETS}
        for facet, value, count in database.execute(sql, params).fetchall():
            counts.setdefault(facet, {})[value] = count
        return counts.pop("").get("", 0), counts

    try:
        yield ask
    finally:
        database.close()


def _sql_of(question: Question) -> tuple[str, list[Any]]:
    results, params = [], []
    for number, without in enumerate(["", *question.chosen]):
        wheres = ["true"]
        for word in question.words.split():
            wheres.append("contains(' ' || words, ?)")
            params.append(f" {word}")
        if question.first is not None:
            wheres.append("latest >= ?")
            params.append(question.first)
        if question.last is not None:
            wheres.append("earliest <= ?")
            params.append(question.last)
        for name, values in question.chosen.items():
            if name != without:
                wheres.append("id IN (SELECT work FROM pairs WHERE facet = ? AND list_contains(?, value))")
                params += [name, values]
        results.append(f"r{number} AS MATERIALIZED (SELECT id FROM works WHERE {' AND '.join(wheres)})")  # noqa: S608
    chosen = ", ".join(f"'{name}'" for name in ("", *question.chosen))
    parts = [
        "SELECT '', '', count(*) FROM r0",
        f"SELECT facet, value, count(*) FROM pairs WHERE facet NOT IN ({chosen}) AND work IN (SELECT id FROM r0) GROUP BY ALL",  # noqa: S608
    ]
    for number, name in enumerate(question.chosen, start=1):
        parts.append(
            f"SELECT facet, value, count(*) FROM pairs WHERE facet = '{name}' AND work IN (SELECT id FROM r{number}) GROUP BY ALL"  # noqa: S608
        )
    return f"WITH {', '.join(results)} {' UNION ALL '.join(parts)}", params


@contextmanager
def tantivy(works: Path, pairs: Path) -> Iterator[Ask]:
    """A full-text engine with columns for its aggregations."""
    import tantivy as engine

    folder = works.with_name("tantivy")
    builder = engine.SchemaBuilder()
    builder.add_text_field("words")
    for name in ("earliest", "latest"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in FACETS:
        builder.add_text_field(name, fast=True, tokenizer_name="raw", index_option="basic")
    schema = builder.build()
    is_new = not (folder / "whole").exists()
    folder.mkdir(exist_ok=True)
    index = engine.Index(schema, path=str(folder), reuse=not is_new)
    if is_new:
        writer = index.writer(512 << 20, 1)
        for row, values in _documents(works, pairs):
            facts = {"words": row[3], "earliest": int(row[1]), "latest": int(row[2])}
            writer.add_document(engine.Document.from_dict(facts | values, schema))
        writer.commit()
        writer.wait_merging_threads()
        (folder / "whole").touch()
    index.reload()
    searcher = index.searcher()
    every = {name: {"terms": {"field": name, "size": 65_000}} for name in FACETS}

    def ask(question: Question) -> tuple[int, Counts]:
        result = _tantivy_query(schema, question)
        rest = {name: how for name, how in every.items() if name not in question.chosen}
        found = searcher.aggregate(result, rest)
        for name in question.chosen:
            found |= searcher.aggregate(_tantivy_query(schema, question, name), {name: every[name]})
        counts = {
            name: {each["key"]: each["doc_count"] for each in of["buckets"]} for name, of in found.items()
        }
        return searcher.search(result, 1, count=True).count, counts

    yield ask


def _tantivy_query(schema: Any, question: Question, without: str = "") -> Any:
    import tantivy as engine

    kind, must = engine.Query, []
    for word in question.words.split():
        must.append(kind.regex_query(schema, "words", f"{word}.*"))
    for name, values in question.chosen.items():
        if name != without:
            must.append(kind.term_set_query(schema, name, values))
    for name, low, high in (("latest", question.first, None), ("earliest", None, question.last)):
        if low is not None or high is not None:
            must.append(kind.range_query(schema, name, engine.FieldType.Integer, low, high))
    return kind.boolean_query([(engine.Occur.Must, each) for each in must]) if must else kind.all_query()


def _documents(works: Path, pairs: Path) -> Iterator[tuple[list[str], dict[str, list[str]]]]:
    """Each row of works with its values by facet."""
    with works.open(newline="", encoding="utf-8") as one, pairs.open(newline="", encoding="utf-8") as other:
        grouped = itertools.groupby(csv.reader(other), key=lambda row: row[0])
        for row in csv.reader(one):
            key, of = next(grouped)
            if key != row[0]:
                raise ValueError(f"{works} and {pairs} are not of one catalogue")
            values: dict[str, list[str]] = {}
            for _work, facet, value in of:
                values.setdefault(facet, []).append(value)
            yield row, values


@contextmanager
def datasette(works: Path, pairs: Path) -> Iterator[Ask]:
    """SQLite with full text behind HTTP; a facet of several values is a JSON array, as its documentation says."""
    path = works.with_name("works.sqlite")
    if not path.exists():
        _fill_sqlite(path, works, pairs)
    port = free_port()
    command = [sys.executable, "-m", "datasette", "serve", str(path), "--port", str(port)]
    limits = {
        "sql_time_limit_ms": 600_000,
        "facet_time_limit_ms": 600_000,
        "suggest_facets": "off",
        "default_page_size": 24,
    }
    for name, value in {**limits, "default_facet_size": 1000, "max_returned_rows": 1000}.items():
        command += ["--setting", name, str(value)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    several = _of_several(path)

    def ask(question: Question) -> tuple[int, Counts]:
        asked: list[tuple[str, str]] = [
            ("_facet_array" if name in several else "_facet", name) for name in FACETS
        ]
        if question.words:
            asked.append(("_search", " ".join(f"{word}*" for word in question.words.split())))
            asked.append(("_searchmode", "raw"))
        for name, values in question.chosen.items():
            # One value: “any of” several is not among its operators for arrays.
            asked.append((f"{name}__arraycontains" if name in several else name, values[0]))
        years = (("latest__gte", question.first), ("earliest__lte", question.last))
        asked += [(name, str(year)) for name, year in years if year is not None]
        address = f"http://127.0.0.1:{port}/works/works.json?{urlencode(asked)}"
        with urllib.request.urlopen(address, timeout=600) as answer:
            found = json.load(answer)
        counts = {
            name: {str(each["value"]): each["count"] for each in of["results"]}
            for name, of in found["facet_results"].items()
        }
        return found["filtered_table_rows_count"], counts

    try:
        wait_until_it_answers(f"http://127.0.0.1:{port}/-/versions.json")
        yield ask
    finally:
        server.terminate()
        server.wait(timeout=20)


def _fill_sqlite(path: Path, works: Path, pairs: Path) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    database = sqlite3.connect(part)
    columns = ", ".join(f'"{name}" TEXT' for name in FACETS)
    database.execute(
        f"CREATE TABLE works (id INTEGER PRIMARY KEY, earliest INTEGER, latest INTEGER, words TEXT, {columns})"
    )
    marks = ", ".join("?" * (4 + len(FACETS)))
    several: set[str] = set()
    rows = _documents(works, pairs)
    while batch := list(itertools.islice(rows, _BATCH)):
        several |= {name for _row, values in batch for name, of in values.items() if len(of) > 1}
        database.executemany(
            f"INSERT INTO works VALUES ({marks})",  # noqa: S608
            ([*row, *(json.dumps(values.get(name, [])) for name in FACETS)] for row, values in batch),
        )
    for name in FACETS:
        if name not in several:
            database.execute(f"""UPDATE works SET "{name}" = json_extract("{name}", '$[0]')""")  # noqa: S608
            database.execute(f'CREATE INDEX "works_{name}" ON works ("{name}")')
    database.execute('CREATE VIRTUAL TABLE works_fts USING fts5 (words, content="works", content_rowid="id")')
    database.execute("INSERT INTO works_fts (works_fts) VALUES ('rebuild')")
    database.execute("ANALYZE")
    database.commit()
    database.close()
    part.rename(path)


def _of_several(path: Path) -> set[str]:
    """The facets of which a work may have several values."""
    with sqlite3.connect(path) as database:
        indexed = {
            name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'index'")
        }
    return {name for name in FACETS if f"works_{name}" not in indexed}


RIVALS = {"plain SQL": plain_sql, "DuckDB": duckdb, "tantivy": tantivy, "Datasette": datasette}
