"""Search over N made-up works (N=20000, or as many as `make bench-search N=…` says): 200 questions to us and to every rival.

The catalogue and the rivals' files stay under the benchmark's folder and are used again for the same N. Milliseconds.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse

from benchmarks.rigs.catalogue import VERSION, make
from benchmarks.rigs.database import kept_database
from benchmarks.rigs.export import export
from benchmarks.rigs.index_memory import megabytes
from benchmarks.rigs.publishing import seconds_until_seen
from benchmarks.rigs.questions import Question, beginnings, questions
from benchmarks.rigs.rivals import RIVALS, Answer, Ask, is_asked_alike, is_same
from benchmarks.rigs.site import running_site
from collection.search.counts import facet_counts
from collection.search.index import current
from collection.search.index.build import rebuild
from collection.search.index.memory import Index
from collection.search.suggestions import suggestions
from members.kept import at_version
from members.models import Deed

COLUMNS = ("median", "p95", "goal or ratio", "asked", "counts", "own CPU, median and p95")
BUDGET = float(os.environ.get("SECONDS", "120"))  # for each rival; a slow one answers fewer questions
Row = tuple[str, ...]
_began = time.perf_counter()


def measure() -> Iterator[Row]:
    works = int(os.environ.get("N", "20000"))
    folder = settings.VAR_DIR / "bench" / f"{works}-{VERSION}"
    folder.mkdir(parents=True, exist_ok=True)
    mark = f"catalogue {VERSION} of {works} works"
    with kept_database(f"asemus_bench_{works}", mark, lambda: make(works, say=_say)) as address:
        _say(f"the catalogue of {works:,} works stands")
        if os.environ.get("REBUILD", "1") == "1" or current.current_index() is None:
            yield _rebuilt()
        current.forget()
        index = current.current_index()
        if index is None:
            raise RuntimeError("There is no index.")
        asked = questions(index)
        yield from _ours(asked, index)
        yield from _of_the_site(address, folder, asked)
        yield from _against_rivals(folder, asked)


def _say(words: str) -> None:
    print(f"{time.perf_counter() - _began:7.0f} s  {words}", file=sys.stderr, flush=True)


def _rebuilt() -> Row:
    began = time.perf_counter()
    count = rebuild()
    seconds = time.perf_counter() - began
    _say(f"the index of {count:,} works is built")
    return f"index built anew, {count:,} works (seconds)", f"{seconds:.1f}", "", "≤ 120", "", "", ""


class Took(NamedTuple):
    """Milliseconds by the clock, and of this process's own work: what waited for others is not in that."""

    by_clock: float
    of_cpu: float


def _timed(deeds: Iterable[Callable[[], object]]) -> list[Took]:
    found = []
    for deed in deeds:
        began, cpu = time.perf_counter(), time.process_time()
        deed()
        found.append(Took((time.perf_counter() - began) * 1000, (time.process_time() - cpu) * 1000))
    return found


def _row(words: str, took: list[Took], goal: str = "") -> Row:
    cpu = " ".join(_middle_and_high([each.of_cpu for each in took]))
    return words, *_middle_and_high([each.by_clock for each in took]), goal, str(len(took)), "", cpu


def _middle_and_high(times: list[float]) -> tuple[str, str]:
    p95 = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    return f"{statistics.median(times):.1f}", f"{p95:.1f}"


def _all_counts(question: Question) -> tuple[int, dict[str, dict[str, int]]]:
    """As a request does: is the index as of now, the works, the counts."""
    found = question.asked().found
    if found is None:
        raise RuntimeError("The index was left.")
    return found.count, found.counts()


def _page(question: Question) -> None:
    """What a page of words asks for: count, all facets with labels, the first works with their cards; labels and cards
    are kept for as long as the catalogue is the same, as in a request."""
    with at_version(Deed.objects.catalogue_version()):
        browse = question.asked()
        facet_counts(browse, "en")
        if browse.count:
            browse.listed(0, settings.RESULTS_PER_PAGE)


def _ours(asked: list[Question], index: Index) -> Iterator[Row]:
    plain = [question for question in asked if not question.words]
    worded = [question for question in asked if question.words]
    yield _row("all facet counts", _timed(lambda q=q: _all_counts(q) for q in plain), "p95 ≤ 20")
    index.word_sets.__init__()  # type: ignore[misc]  nothing asked for yet
    yield _row(
        "words: ranked page, facets (first time)", _timed(lambda q=q: _page(q) for q in worded), "p95 ≤ 80"
    )
    yield _row("words: ranked page, facets (again)", _timed(lambda q=q: _page(q) for q in worded), "p95 ≤ 80")
    reverse("artworks")  # all views are loaded, as in a worker
    yield _row("suggestions", _timed(lambda w=w: suggestions(w) for w in beginnings()), "p95 ≤ 30")
    _say("our own questions are answered")


def _of_the_site(address: str, folder: Path, asked: list[Question]) -> Iterator[Row]:
    """One worker behind HTTP: whole pages, memory, and what another process publishes."""
    with running_site(address, folder, workers=1) as (site, _pid):
        urllib.request.urlopen(f"{site}/artworks/").close()  # noqa: S310  an address of our own

        def get(question: Question) -> None:
            urllib.request.urlopen(f"{site}/artworks/?{question.query}").close()  # noqa: S310

        yield _row("whole page, HTML", _timed(lambda q=q: get(q) for q in asked), "p95 ≤ 120")
        seconds = seconds_until_seen(site)
        yield "published here, seen there (seconds)", f"{seconds:.2f}", "", "≤ 1", "", "", ""
    yield (
        "memory of the index, a worker (MB)",
        str(megabytes(address, [question.query for question in asked])),
        "",
        "≤ 150",
        "",
        "",
    )
    _say("the site has answered")


def _against_rivals(folder: Path, asked: list[Question]) -> Iterator[Row]:
    works, pairs = export(folder)
    _say("the catalogue is exported")
    ours = _answers(_all_counts, asked, float("inf"))
    own = [each.milliseconds for each in ours.values()]
    yield "ours: count and all facets", *_middle_and_high(own), "1 ×", str(len(own)), "", ""
    for name, rival in RIVALS.items():
        try:
            with rival(works, pairs) as ask:
                _say(f"{name} stands")
                theirs = _answers(ask, asked, BUDGET)
        except ImportError:
            yield f"{name}: not installed (make bench-search installs it)", "", "", "", "", "", ""
            continue
        _say(f"{name} has answered {len(theirs)}")
        yield _compared(name, ours, theirs)


def _answers(ask: Ask, asked: list[Question], budget: float) -> dict[Question, Answer]:
    """The answers to as many questions as there is time for; of all kinds, since those are mixed."""
    found = {}
    until = time.perf_counter() + budget
    for question in asked:
        if time.perf_counter() > until:
            break
        began = time.perf_counter()
        count, counts = ask(question)
        found[question] = Answer((time.perf_counter() - began) * 1000, count, counts)
    return found


def _compared(name: str, ours: dict[Question, Answer], theirs: dict[Question, Answer]) -> Row:
    """Times, how many times ours, and how many answers are the same where both were asked the same."""
    ratios = [answer.milliseconds / ours[question].milliseconds for question, answer in theirs.items()]
    judged = [question for question in theirs if is_asked_alike(name, question)]
    same = [q for q in judged if is_same(name, ours[q], theirs[q])]
    times = [answer.milliseconds for answer in theirs.values()]
    ratio, alike = f"{statistics.median(ratios):.1f} ×", f"{len(same)} of {len(judged)} alike"
    return name, *_middle_and_high(times), ratio, str(len(times)), alike, ""
