"""Reading 7,699 real date texts of four museums, beside the years that they gave themselves, and beside PyPI edtf.

exact: both years are the museum's. within: neither is farther off than that museum's “about”. agree: no end says what
the other denies (one of the two lies in the other, but for that width). contradict: no year in common.
ceiling: “within” of a reader who knows the answers and may give each text one of them: a museum often gives one text
several pairs of years.
"""

from __future__ import annotations

import gzip
import os
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from edtf import parse_edtf, text_to_edtf

from collection.dates.conventions import DEFAULT, KNOWN
from collection.dates.words import read

COLUMNS = (
    "texts",
    "understood",
    "with years",
    "exact",
    "within",
    "ceiling",
    "agree",
    "contradict",
    "texts/s",
)
FILE = Path(__file__).parents[2] / "shared" / "data" / "dates" / "date_texts.tsv.gz"
Years = tuple[int | None, int | None]
_RIVAL_TEXTS = 1500  # it reads a few hundred a second


@dataclass(frozen=True, slots=True)
class Row:
    """A text and the museum's own years, astronomical, or None where it gives none."""

    museum: str
    text: str
    years: tuple[int, int] | None


def measure() -> Iterator[tuple[str, ...]]:
    """A line for each museum, one for all, and one for the rival on a sample."""
    rows = list(texts())
    yield from _lines(rows, _ours)
    sample = random.Random(1).sample(rows, _RIVAL_TEXTS)  # noqa: S311
    yield ("ours, a sample", *_figures(sample, _ours))
    yield ("PyPI edtf, the sample", *_figures(sample, _theirs))


def texts() -> Iterator[Row]:
    """All rows of the file."""
    return (row for row, _count in records())


def records() -> Iterator[tuple[Row, int]]:
    """All rows of the file, each with the number of the museum's records; DATE_TEXTS names another file."""
    path = Path(os.environ.get("DATE_TEXTS", FILE))
    if not path.is_file():
        raise SystemExit(
            f"There is no {path.name}: lay it into ../shared/data/dates, or say DATE_TEXTS=file."
        )
    with gzip.open(path, "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            museum, text, begin, end, count = line.rstrip("\n").split("\t")
            years = (_astronomical(int(begin)), _astronomical(int(end))) if begin and end else None
            yield Row(museum, text, years), int(count)


def _astronomical(year: int) -> int:
    return year + 1 if year < 0 else year


def _ours(row: Row) -> Years | None:
    reading = read(row.text, convention=KNOWN.get(row.museum, DEFAULT))
    return (reading.span.earliest_begin, reading.span.latest_end) if reading.understood else None


def _theirs(row: Row) -> Years | None:
    try:
        found = parse_edtf(text_to_edtf(row.text))
        return found.lower_fuzzy().tm_year, found.upper_fuzzy().tm_year
    except Exception:
        return None


def _lines(rows: list[Row], reader: Callable[[Row], Years | None]) -> Iterator[tuple[str, ...]]:
    by_museum: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_museum[row.museum].append(row)
    for museum, theirs in sorted(by_museum.items()):
        yield (museum, *_figures(theirs, reader))
    yield ("all", *_figures(rows, reader))


def _figures(rows: list[Row], reader: Callable[[Row], Years | None]) -> tuple[str, ...]:
    started = time.process_time()
    answers = [reader(row) for row in rows]
    speed = len(rows) / (time.process_time() - started)
    understood = [(row, years) for row, years in zip(rows, answers, strict=True) if years is not None]
    compared = [(row, years) for row, years in understood if row.years and years != (None, None)]
    counts = Counter(verdict for row, years in compared for verdict in verdicts(row, years))
    shares = [_share(counts[name], len(compared)) for name in ("exact", "within")]
    rest = [_share(counts[name], len(compared)) for name in ("agree", "contradict")]
    ceiling = _share(*_ceiling([row for row, _years in compared]))
    return (
        str(len(rows)),
        _share(len(understood), len(rows)),
        str(len(compared)),
        *shares,
        ceiling,
        *rest,
        f"{speed:,.0f}",
    )


def verdicts(row: Row, ours: Years) -> set[str]:
    """How our years stand to the museum's; an end that the text leaves open is compared with nothing."""
    begin, end = row.years or (0, 0)
    low, high = ours[0] if ours[0] is not None else begin, ours[1] if ours[1] is not None else end
    width = width_of(row.museum, low)
    if low > end + width or high < begin - width:
        return {"contradict"}
    found = set()
    if (low, high) == (begin, end):
        found.add("exact")
    if abs(low - begin) <= width and abs(high - end) <= width:
        found.add("within")
    is_inside = begin - width <= low and high <= end + width
    if is_inside or (low - width <= begin and end <= high + width):
        found.add("agree")
    return found


def width_of(museum: str, year: int) -> int:
    return KNOWN.get(museum, DEFAULT).width(year)


def _ceiling(rows: Iterable[Row]) -> tuple[int, int]:
    by_text: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for row in rows:
        if row.years:
            by_text[row.museum, row.text].append(row.years)
    best = sum(
        max(sum("within" in verdicts(Row(museum, text, years), one) for years in several) for one in several)
        for (museum, text), several in by_text.items()
    )
    return best, sum(len(several) for several in by_text.values())


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} %" if whole else "–"


def main(kind: str) -> None:
    """`python -m benchmarks.dates contradict|unread`: the texts themselves, a line each."""
    for row in texts():
        reading = read(row.text, convention=KNOWN.get(row.museum, DEFAULT))
        years = (reading.span.earliest_begin, reading.span.latest_end)
        if kind == "unread" and not reading.understood:
            print(row.museum, row.text, reading.rest, sep="\t")
        is_compared = row.years and reading.understood and years != (None, None)
        if kind == "contradict" and is_compared and "contradict" in verdicts(row, years):
            print(row.museum, row.text, *(row.years or ()), *years, sep="\t")


if __name__ == "__main__":
    main(sys.argv[1])
