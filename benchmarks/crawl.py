"""A random walk of 100,000 addresses of the browse page: memory of the workers and the home page, before and after.

`CRAWL=5000 python -m benchmarks crawl` walks less. Crawlers come from many addresses here, so that no budget stops them; the
last rows are one crawler alone, whom his budget stops, and what a visitor has of the home page meanwhile.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks.rigs.client import Answered, ask
from benchmarks.rigs.demonstration import HEADERS, demonstration
from benchmarks.rigs.site import memory_of, running_site
from benchmarks.rigs.visitors import Questions

COLUMNS = ("addresses", "pages/s", "MB a worker", "home p99 ms", "failed")
_ADDRESSES = int(os.environ.get("CRAWL", "100000"))
_CLIENTS = 16
_STEP_SECONDS = 20
_FIRST = 2000  # addresses, until every cache of a fixed size has been used


def measure() -> Iterator[tuple[str, ...]]:
    """Memory is read when the walk rests; the home page is asked for by one visitor at a time."""
    with (
        tempfile.TemporaryDirectory() as name,
        demonstration() as database,
        running_site(database, Path(name), is_production=True) as (server, pid),
    ):
        paths = Questions(server).paths(_ADDRESSES)
        yield _rest("after the start", server, pid, 0, None)
        walked, marks = 0, [min(_FIRST, len(paths)), len(paths) // 4, len(paths) // 2, len(paths)]
        for mark in sorted(set(marks)):
            found = None
            while walked < mark:
                found = _walk(server, paths[walked:])
                walked += found.count
            yield _rest("after", server, pid, walked, found)
        yield from _alone(server, pid, paths)


def _walk(server: str, paths: list[str]) -> Answered:
    return ask(server, paths, seconds=_STEP_SECONDS, clients=_CLIENTS, headers=HEADERS, visitors=50_000)


def _rest(words: str, server: str, pid: int, walked: int, found: Answered | None) -> tuple[str, ...]:
    home = ask(server, ["/"], seconds=4, clients=1, headers=HEADERS)
    memory = " ".join(str(each) for each in memory_of(pid))
    pages, failed = (f"{found.per_second:,.0f}", str(found.failed)) if found else ("", "")
    return words, f"{walked:,}", pages, memory, f"{home.p99:.1f}", failed


def _alone(server: str, pid: int, paths: list[str]) -> Iterator[tuple[str, ...]]:
    """One address asks for as much as it can get, for a minute."""
    crawler = HEADERS | {"X-Forwarded-For": "203.0.113.66"}
    with ThreadPoolExecutor(1) as pool:
        busy = pool.submit(ask, server, paths, seconds=60, clients=4, headers=crawler)
        home = ask(server, ["/", "/about/"], seconds=50, clients=1, headers=HEADERS)
        found = busy.result()
    answered = found.count - found.failed
    memory = " ".join(str(each) for each in memory_of(pid))
    yield "one crawler, answered", f"{answered:,}", f"{answered / 60:,.0f}", memory, f"{home.p99:.1f}", ""
    yield "one crawler, refused (429)", f"{found.failed:,}", f"{found.failed / 60:,.0f}", "", "", ""
