"""Provenance texts of three museums (15,561, CC0): how much is understood, how well, how fast; and fuzzing."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from collection.provenance.chain import Chain, Event, Party
from collection.provenance.document import document
from collection.provenance.parse import parse
from collection.provenance.render import render

COLUMNS = ("value", "of")
_TEXTS = settings.BASE_DIR.parent / "shared" / "data" / "provenance" / "provenance_texts.jsonl.gz"
_LABELS = Path(__file__).parent / "labels" / "provenance.jsonl"
_FUZZED = 100_000
_SIGNS = "aA1 .,;:()[]?\n'\"-–/&#°§中\x00"


def measure() -> Iterator[tuple[str, ...]]:
    """Rows of the table; without the texts, which are no part of the project, only fuzzing is measured."""
    if _TEXTS.exists():
        with gzip.open(_TEXTS, "rt", encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        texts = Counter(record["provenance"] for record in records)
        yield from _reading(texts)
        sources = {record["provenance"]: record["source"] for record in records}
        yield from _museums(texts, sources)
        yield from _labelled(texts)
    else:
        yield "the texts are not at hand", "–", "–"
    yield from _fuzzing(random.Random(7))  # noqa: S311


def _reading(texts: Counter[str]) -> Iterator[tuple[str, ...]]:
    started = time.process_time()
    chains = [parse(text) for text in texts]
    seconds = time.process_time() - started
    understood = [chain for chain in chains if chain.is_understood]
    records = sum(texts[chain.text] for chain in understood)
    letters = sum(map(len, texts))
    yield "distinct texts fully understood", share(len(understood), len(chains)), str(len(chains))
    yield "records fully understood", share(records, texts.total()), str(texts.total())
    yield "letters accounted for", share(sum(map(_covered, chains)), letters), str(letters)
    same = sum(parse(render(chain)) == chain for chain in chains)
    yield "written and read back the same", share(same, len(chains)), str(len(chains))
    pieces = sum(len(chain.pieces) for chain in chains)
    yield "pieces read as events", share(sum(len(chain.events) for chain in chains), pieces), str(pieces)
    yield "texts a second, one core", f"{len(chains) / seconds:,.0f}", f"{seconds:.1f} s"


def _museums(texts: Counter[str], sources: dict[str, str]) -> Iterator[tuple[str, ...]]:
    for source in sorted(set(sources.values())):
        own = [text for text in texts if sources[text] == source]
        yield (
            f"distinct texts of {source}",
            share(sum(parse(text).is_understood for text in own), len(own)),
            str(len(own)),
        )


def _covered(chain: Chain) -> int:
    """Letters in an event or in a flagged remainder."""
    letters = bytearray(len(chain.text))
    for begin, end in [event.source_span for event in chain.events] + chain.flagged:
        letters[begin:end] = b"\x01" * (end - begin)
    return sum(letters)


def _labelled(texts: Counter[str]) -> Iterator[tuple[str, ...]]:
    by_hash = {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}
    labels = [json.loads(line) for line in _LABELS.read_text(encoding="utf-8").splitlines()]
    for part in ("development", "held-out"):
        own = [label for label in labels if label["part"] == part]
        found: Counter[tuple[str, str]] = Counter()
        for label in own:
            _compare(by_hash[label["sha256"]], label["events"], found)
        for what in ("party", "date", "place", "method"):
            right = found[what, "right"]
            yield (
                f"{what}, {part} ({len(own)} texts)",
                f"precision {share(right, found[what, 'read'])}, recall {share(right, found[what, 'labelled'])}",
                str(found[what, "labelled"]),
            )


def _compare(text: str, labelled: list[dict[str, Any]], found: Counter[tuple[str, str]]) -> None:
    """Count what is right: the very words of the text, no more and no fewer; a method with the right party."""
    want, have = _wanted(text, labelled), _read(text)
    for (what, _words), count in want.items():
        found[what, "labelled"] += count
    for (what, _words), count in have.items():
        found[what, "read"] += count
    for (what, _words), count in (want & have).items():
        found[what, "right"] += count


def _wanted(text: str, labelled: list[dict[str, Any]]) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for event in labelled:
        words = {name: _bare(text[slice(*span)]) for name, span in event.items() if name != "kind"}
        found.update(("party", words[side]) for side in ("to", "from") if side in words)
        found.update((what, words[what]) for what in ("place", "date") if what in words)
        if event["kind"] != "unknown":
            found["method", f"{event['kind']} {words.get('to') or words.get('from', '')}"] += 1
    return found


def _read(text: str) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for event in parse(text).events:
        to, origin = _party(text, event, "to", event.to), _party(text, event, "origin", event.origin)
        found.update(("party", party) for party in (to, origin) if party)
        found.update(
            (what, _bare(text[slice(*event.spans[what])]))
            for what in ("place", "date")
            if what in event.spans
        )
        if event.kind != "unknown":
            found["method", f"{event.kind} {to or origin}"] += 1
    return found


def _party(text: str, event: Event, name: str, party: Party | None) -> str:
    if party is None:
        return ""
    return _bare(text[slice(*event.spans[name])] if name in event.spans else party.name)


def _bare(words: str) -> str:
    return words.strip(" .,?")


def _fuzzing(chance: random.Random) -> Iterator[tuple[str, ...]]:
    """Inputs made of pieces of real forms and of signs; then the same sign ten thousand and a hundred thousand times."""
    started, raised = time.process_time(), 0
    for _input in range(_FUZZED):
        try:
            document(_made(chance))
        except Exception:  # any of them is what is counted
            raised += 1
    yield "fuzzed inputs that raised", str(raised), f"{_FUZZED} in {time.process_time() - started:.0f} s"
    worst, sign = max(
        (_growth(sign), sign)
        for sign in ("[", "(]", "[1]", ". A", "; ", "1902, ", "from X ", "a", "Sale, ", ",\n")
    )
    yield "time for ten times the length, at worst", f"× {worst:.0f}", repr(sign)


_PARTS = [
    *(
        "Henry Walters",
        "Baltimore",
        "Sale",
        "by purchase",
        "gift to",
        "Gift of",
        "from",
        "through",
        "1902",
        "until",
    ),
    *(
        "[1882-1980]",
        "[1].",
        "\n\nNotes:\n",
        "lot 12",
        "(?)",
        "Possibly",
        "Inc.",
        "PA",
        "; ",
        ". ",
        ", ",
        "(",
        ")",
    ),
    *(
        "[",
        "]",
        "Mr. ",
        "and",
        "the artist",
        "as agent",
        "ca. 1950",
        "19th century",
        "excavated in",
        "for $900",
    ),
]


def _made(chance: random.Random) -> str:
    parts = [
        chance.choice(_PARTS)
        if chance.random() < 0.7
        else "".join(chance.choices(_SIGNS, k=chance.randrange(5)))
        for _part in range(chance.randrange(16))
    ]
    return chance.choice(["", " ", " "]).join(parts)


def _growth(sign: str) -> float:
    def seconds(length: int) -> float:
        started = time.process_time()
        parse(sign * (length // len(sign)))
        return time.process_time() - started

    return min(seconds(100_000) for _time in range(3)) / min(seconds(10_000) for _time in range(3))


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "–"
