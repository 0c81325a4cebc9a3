"""100,000 invented date texts (hypothesis): no exception, bounds in order, and time in proportion to length."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collection.dates.clauses import read_clauses
from collection.dates.conventions import DEFAULT
from collection.dates.edtf import parse
from collection.dates.lexicon import index
from collection.dates.tokens import Tokens, tokens_of
from collection.dates.words import read

COLUMNS = ("texts or signs", "figure")
EXAMPLES = int(os.environ.get("EXAMPLES", "100000"))
_SIGNS = [
    "-",
    "–",
    "—",
    "/",
    ",",
    ";",
    ":",
    "(",
    ")",
    "[",
    "]",
    "?",
    ".",
    "~",
    "’",
    "&",
    "+",
    "年",
    "世紀",
    "元",
    "十",
    "七",
    "〇",
    "1",
    "17",
    "1600",
    "99999",
    "th",
    "s",
    "XVII",
    "00",
    "\xa0",
    "\u200b",
]
HOSTILE = {
    "about": "c. ", "figures": "1", "one dash one": "1-", "brackets": "(", "period": "period ", "or": "or ",
    "early to": "early to ", "17th": "17th-", "reign": "Kangxi ", "numerals": "十", "comma figures": "1,111,",
    "apostrophes": "a'", "labels": "x: 1600; ", "months": "May 9-", "slashes": "1041/", "unknown": "zq ", "before": "before after ",
}  # fmt: skip


def measure() -> Iterator[tuple[str, ...]]:
    words = st.sampled_from(
        sorted({word for phrases in index().values() for phrase in phrases for word in phrase.words})
    )
    pieces = st.one_of(words, st.sampled_from(_SIGNS), st.integers(0, 3000).map(str))
    dates = st.lists(st.tuples(pieces, st.sampled_from(["", " ", " "])).map("".join), max_size=24).map(
        "".join
    )
    texts = st.one_of(dates, dates, st.text(max_size=220))
    read("1600")  # the lexicon is loaded at the first text
    slowest, count = _fuzzed(texts)
    yield "invented texts without an exception", f"{count:,}", "all"
    yield "slowest of them, of one core's time", "1", f"{slowest * 1000:.1f} ms"
    for name, piece in HOSTILE.items():
        short, long = (_seconds(piece * (signs // len(piece))) for signs in (20_000, 80_000))
        yield f"four times as long: {name}", "20,000 → 80,000", f"{long / short:.1f} times the time"


def _took(text: str) -> float:
    started = time.process_time()
    read(text, convention=DEFAULT)
    return time.process_time() - started


def _fuzzed(texts: st.SearchStrategy[str]) -> tuple[float, int]:
    slowest, count = 0.0, 0

    @settings(max_examples=EXAMPLES, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(texts)
    def holds(text: str) -> None:
        nonlocal slowest, count
        count += 1
        reading = read(text, convention=DEFAULT)
        if (took := _took(text)) > slowest:
            slowest = max(slowest, min(took, _took(text)))  # the collector of garbage runs in some
        plain = read(text)
        outer = (plain.span.earliest_begin, plain.span.latest_end)
        expected = parse(plain.edtf) if plain.edtf else None
        if outer != ((expected.earliest_begin, expected.latest_end) if expected else (None, None)):
            raise ValueError(f"{text!r} and its EDTF {plain.edtf!r} are not of the same years")
        if reading.understood and reading.rest:
            raise ValueError(f"{text!r} is said to be understood, and {reading.rest!r} to be unread")

    holds()
    return slowest, count


def _whole(text: str) -> None:
    """The reader without its limit of two hundred signs."""
    tokens = [token for token in tokens_of(text) if token.kind != "of"]
    read_clauses(Tokens(tokens), DEFAULT, "")


def _seconds(text: str) -> float:
    best = float("inf")
    for _turn in range(5):
        started = time.process_time()
        _whole(text)
        best = min(best, time.process_time() - started)
    return best
