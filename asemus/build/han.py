"""A small face for Chinese, Japanese and Korean: only the characters that the demonstration collection needs.

It stands last in the stacks of tokens.css, so that it is fetched only where the reader's system has none.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# The first tag of a text decides; what is in no known language goes to the first package.
PACKAGES = {
    "zh-Hant": "noto-serif-tc",
    "ja": "noto-serif-jp",
    "ko": "noto-serif-kr",
    "zh-Hans": "noto-serif-sc",
}
FAMILIES = {"zh-Hant": "Portal Han", "ja": "Portal Han JA", "ko": "Portal Han KO", "zh-Hans": "Portal Han SC"}

_BESIDE = {"native_name": "native_lang", "label": "lang"}  # column of a name → column of its language


def is_han(sign: str) -> bool:
    """True for ideographs, kana, hangul and their punctuation."""
    code = ord(sign)
    return (
        0x3000 <= code < 0xA000
        or 0xAC00 <= code < 0xD7B0
        or 0xF900 <= code < 0xFB00
        or 0xFF00 <= code < 0xFFF0
        or code >= 0x20000
    )


def characters(fixtures: Path) -> dict[str, set[str]]:
    """Which characters are needed, by language: read from the columns `…@ja` and from names beside their languages."""
    needed: dict[str, set[str]] = defaultdict(set)
    for path in sorted(fixtures.rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column, text in row.items():
                    tag = _BESIDE.get(column or "")
                    language = row.get(tag, "") if tag else (column or "").partition("@")[2]
                    needed[language if language in PACKAGES else "zh-Hant"] |= set(
                        filter(is_han, text if isinstance(text, str) else "")
                    )
    for path in sorted(fixtures.rglob("*.md")):
        needed["zh-Hant"] |= set(filter(is_han, path.read_text(encoding="utf-8")))
    return needed


def build_han(packages: Path, language: str, signs: set[str], target: Path) -> list[tuple[str, str, str]]:
    """Write the file of one language under `target`; return [(family, file name, unicode-range)], or nothing."""
    stem, name = PACKAGES[language], f"han-{language}.woff2"
    folder = packages / "@fontsource-variable" / stem
    found = _merge(folder, stem, {ord(sign) for sign in signs}, target / name)
    return [(FAMILIES[language], name, ",".join(f"U+{code:X}" for code in sorted(found)))] if found else []


def _merge(folder: Path, stem: str, wanted: set[int], target: Path) -> set[int]:
    """Take the wanted letters out of the package's many parts and put them into one file."""
    ranges = json.loads((folder / "unicode.json").read_text())
    found: set[int] = set()
    with TemporaryDirectory() as place:
        pieces: list[str] = []
        for part, unicodes in ranges.items():
            letters = set(subset.parse_unicodes(unicodes.upper().replace("U+", ""))) & (wanted - found)
            if letters:
                found |= letters
                piece = Path(place) / f"{len(pieces)}.ttf"
                _cut(folder / "files" / f"{stem}-{part.strip('[]')}-wght-normal.woff2", letters, piece)
                pieces.append(str(piece))
        if not pieces:
            return set()
        whole = Merger().merge(pieces) if len(pieces) > 1 else TTFont(pieces[0])
        whole.flavor = "woff2"
        whole.save(target)
    return found


def _cut(source: Path, letters: set[int], target: Path) -> None:
    font = TTFont(BytesIO(source.read_bytes()))
    cutter = subset.Subsetter(subset.Options(layout_features=[], hinting=False, notdef_outline=True))
    cutter.populate(unicodes=letters)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": 400})
    for table in ("GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT", "MVAR", "HVAR"):
        if table in font:
            del font[table]
    font.flavor = None
    font.save(target)
