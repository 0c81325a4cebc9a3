"""Writes japan.tsv, the eras of Japan from Taika on, out of npm `cldr-core` and `cldr-cal-japanese-full`.

`python -m collection.dates.tables.japan node_modules` after `npm install`. The data are CLDR's, under the Unicode
License v3 (cldr-core 48, start dates) and the Unicode DFS license (cldr-cal-japanese-full 39, names and last years).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

FILE = Path(__file__).with_name("japan.tsv")
HEAD = "name\tnative\tbegin\tend\tof\tsource\n"
_NAME = re.compile(r"(?P<name>[^(]+?) ?(?:\((?P<begin>\d+)[–-](?P<end>\d+)\))?")


def table(node_modules: Path) -> str:
    """The file's text. An era of which CLDR's name tells no last year ends where the next one begins."""
    starts = _starts(node_modules)
    english, native = _names(node_modules, "en"), _names(node_modules, "ja")
    rows = []
    for number, begin in enumerate(starts):
        found = _NAME.fullmatch(english[number])
        if not found:
            raise ValueError(f"{english[number]!r} is not a name of an era")
        following = starts[number + 1] if number + 1 < len(starts) else None
        end = found["end"] or ("" if following is None else following)
        rows.append(f"{found['name']}\t{native[number]}\t{begin}\t{end}\tJapan\tcldr-core\n")
    return HEAD + "".join(rows)


def _starts(node_modules: Path) -> list[int]:
    path = node_modules / "cldr-core" / "supplemental" / "calendarData.json"
    eras = json.loads(path.read_text(encoding="utf-8"))["supplemental"]["calendarData"]["japanese"]["eras"]
    return [int(eras[str(number)]["_start"].split("-")[0]) for number in range(len(eras))]


def _names(node_modules: Path, language: str) -> list[str]:
    path = node_modules / "cldr-cal-japanese-full" / "main" / language / "ca-japanese.json"
    calendars = json.loads(path.read_text(encoding="utf-8"))["main"][language]["dates"]["calendars"]
    names = calendars["japanese"]["eras"]["eraAbbr"]
    return [names[str(number)] for number in range(len(names))]


if __name__ == "__main__":
    FILE.write_text(table(Path(sys.argv[1])), encoding="utf-8")
