"""Browse pages a second, of random questions to the demonstration collection; wrk, 16 connections, 2 workers, 2 cores for all.

Beside ours in the same run: a page of the same size that is nothing but its template, by Django's engine and by Jinja2.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.rigs.client import Answered, ask
from benchmarks.rigs.demonstration import HEADERS, demonstration, page_of
from benchmarks.rigs.site import processor_seconds, running_bare, running_site
from benchmarks.rigs.visitors import Questions

COLUMNS = ("pages/s", "median ms", "p99 ms", "failed", "server CPU ms a page", "kB a page")
CLIENTS = 16
_SECONDS = 12
_WARM = 2000  # questions asked before the first that counts: works and labels are in memory then
_DIFFERENT = 4000  # addresses; more than are asked for in the time
_OFTEN = (
    150  # addresses asked again and again; six times before it counts, so that both workers have made them
)
_STEP_SECONDS, _STEPS = 5, 24


def measure() -> Iterator[tuple[str, ...]]:
    """The median, the 99th percentile and what failed as wrk says; processor time of the site's workers alone."""
    with tempfile.TemporaryDirectory() as name, demonstration() as database:
        folder = Path(name)
        more = {"PAGES_KEPT_BYTES": "0"}
        with running_site(database, folder, is_production=True, more=more) as (server, pid):
            questions = Questions(server)
            paths = questions.paths(_DIFFERENT)
            sizes = [len(page_of(server, path)) for path in paths[:100]]
            size = sum(sizes) // len(sizes)
            _warm(server, paths[::-1], _WARM, HEADERS)
            ours = _row("ours, each page made", server, pid, paths, size)
            zipped = HEADERS | {"Accept-Encoding": "gzip"}
            compressed = _row("ours, each page made and compressed", server, pid, paths, size, headers=zipped)
        props = folder / "props.json"
        for engine in ("django", "jinja2"):
            props.write_text(json.dumps(_props(questions.first, size)))
            with running_bare(engine, props) as (server, pid):
                words = f"a bare template of this size, {engine.title()}"
                yield _row(words, server, pid, ["/"], len(page_of(server, "/")))
        yield ours
        yield compressed
        yield from _kept(database, folder, questions, size)


def _kept(database: str, folder: Path, questions: Questions, size: int) -> Iterator[tuple[str, ...]]:
    """Pages that were made since the catalogue changed, and the same for who has them."""
    paths = questions.paths(_OFTEN)
    with running_site(database, folder, is_production=True) as (server, pid):
        _warm(server, paths, 6 * _OFTEN, HEADERS)
        yield _row("ours, made since the catalogue changed", server, pid, paths, size)
        zipped = HEADERS | {"Accept-Encoding": "gzip"}
        _warm(server, paths, 6 * _OFTEN, zipped)
        yield _row("the same, compressed", server, pid, paths, size, headers=zipped)


def _warm(server: str, paths: list[str], count: int, headers: dict[str, str]) -> None:
    """Ask for so many pages before it counts, or for two minutes."""
    asked = 0
    for _step in range(_STEPS):
        found = ask(server, paths, seconds=_STEP_SECONDS, clients=CLIENTS, headers=headers, visitors=5000)
        asked += found.count
        if asked >= count:
            return
        paths = paths[found.count % len(paths) :] + paths[: found.count % len(paths)]


def _row(
    words: str, server: str, pid: int, paths: list[str], size: int, headers: dict[str, str] = HEADERS
) -> tuple[str, ...]:
    before = processor_seconds(pid)
    found: Answered = ask(server, paths, seconds=_SECONDS, clients=CLIENTS, headers=headers, visitors=5000)
    busy = (processor_seconds(pid) - before) / max(found.count, 1) * 1000
    return (
        words,
        f"{found.per_second:,.0f}",
        f"{found.median:.1f}",
        f"{found.p99:.1f}",
        str(found.failed),
        f"{busy:.2f}",
        f"{size / 1000:.0f}",
    )


def _props(first: dict[str, Any], size: int) -> dict[str, Any]:
    """24 cards, and as many rows of facets as make the page as large as ours."""
    card_bytes, row_bytes = 24 * 550, 340
    rows = max(1, (size - card_bytes) // row_bytes)
    facets = []
    for name, values in first["facets"].items():
        shown = [value | {"share": 12.5} for value in values[:rows]]
        rows -= len(shown)
        facets.append({"name": name, "values_shown": shown})
    while rows > 0:  # facets of fewer values than the page has rows
        shown = [value | {"share": 12.5} for value in next(iter(first["facets"].values()))[:rows]]
        rows -= len(shown)
        facets.append({"name": "more", "values_shown": shown})
    return {"cards": first["results"], "facets": facets}
