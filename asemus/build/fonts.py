"""Cuts the text face, copies the others and writes the style sheet that names them (var/build/fonts/)."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from .han import build_han, characters
from .typefaces import (
    NASTALIQ,
    SANS_PACKAGE,
    SANS_PARTS,
    SCRIPTS,
    SERIF_FEATURES,
    SERIF_RANGES,
    SHARED_SIGNS,
    STAND_INS,
    Range,
    Script,
)

SERIF = "Portal Serif"
SANS = "Portal Sans"
SCRIPTS_FAMILY = "Portal Scripts"
# How often a letter stands in English text, per thousand; weighs the average width.
_FREQUENCY = dict(
    zip(
        " etaoinshrdlcumwfgypbvk",
        (180, 102, 74, 66, 62, 58, 57, 52, 50, 48, 35, 33, 23, 23, 20, 19, 18, 16, 16, 15, 12, 8, 6),
        strict=True,
    )
)


def build_fonts(packages: Path, fixtures: Path, target: Path) -> list[Path]:
    """Write every face and `fonts.css` under `target`; return the files written."""
    target.mkdir(parents=True, exist_ok=True)
    faces: list[str] = []
    with ProcessPoolExecutor() as workers:
        cuts = []
        for style, letters in (("normal", "Roman"), ("italic", "Italic")):
            source = packages / "source-serif" / "VAR" / f"SourceSerif4Variable-{letters}.ttf"
            for part in SERIF_RANGES:
                name = f"serif-{part.name}-{style}.woff2"
                cuts.append(workers.submit(cut_serif, source, part, target / name))
                faces.append(face(SERIF, name, part.unicodes, style, "400 700"))
        han = [
            workers.submit(build_han, packages, language, signs, target)
            for language, signs in sorted(characters(fixtures).items())
        ]
        for cut in cuts:
            cut.result()
        for made in han:
            faces += [
                face(family, name, letters, "normal", "400 700") for family, name, letters in made.result()
            ]
    faces += _sans(packages, target)
    for script in SCRIPTS:
        faces.append(_script(packages, target, script, SCRIPTS_FAMILY))
    faces.append(_script(packages, target, NASTALIQ, "Portal Nastaliq"))
    faces += stand_ins(target / "serif-latin-normal.woff2", SERIF, ("Georgia", "Times"))
    faces += stand_ins(target / "sans-latin-normal.woff2", SANS, ("Arial",))
    (target / "fonts.css").write_text("\n".join(faces) + "\n")
    return sorted(target.iterdir())


def cut_serif(source: Path, part: Range, target: Path) -> None:
    """Fix the optical size at 14 points, keep weights 400 to 700, the letters of `part` and the features."""
    font = TTFont(source, lazy=True)
    options = subset.Options(flavor="woff2", layout_features=list(SERIF_FEATURES), hinting=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(part.unicodes.replace("U+", "")))
    cutter.subset(font)  # first: instancing costs by the letter
    font = instancer.instantiateVariableFont(font, {"opsz": 14, "wght": (400, 700)})
    subset.save_font(font, str(target), options)


def _sans(packages: Path, target: Path) -> list[str]:
    faces = []
    folder = packages / SANS_PACKAGE
    ranges = json.loads((folder / "unicode.json").read_text())
    for style in ("normal", "italic"):
        for part in SANS_PARTS:
            name = f"sans-{part}-{style}.woff2"
            shutil.copyfile(folder / "files" / f"source-sans-3-{part}-wght-{style}.woff2", target / name)
            faces.append(face(SANS, name, ranges[part], style, "200 900"))
    return faces


def _script(packages: Path, target: Path, script: Script, family: str) -> str:
    folder = packages / script.package
    stem = script.package.rsplit("/", 1)[1]
    ranges = json.loads((folder / "unicode.json").read_text())
    letters = ",".join(part for part in ranges[script.part].split(",") if belongs(part))
    name = f"{stem}-{script.part}.woff2"
    shutil.copyfile(
        folder / "files" / f"{stem}-{script.part}-{script.weight}-{script.style}.woff2", target / name
    )
    # One range of weights for all: a browser looks for a letter only among the faces of one weight.
    return face(family, name, letters, script.style, "400 700")


def belongs(part: str) -> bool:
    """False for Latin letters, punctuation and signs that several scripts share: those come from the text faces."""
    first = int(part.removeprefix("U+").split("-")[0], 16)
    shared = first < 0x500 or 0x2000 <= first < 0x2500 or 0x3000 <= first < 0x3100 or 0xFE30 <= first < 0xFE50
    return part not in SHARED_SIGNS and not shared and first not in (0xFEFF, 0xFFFD)


def face(family: str, name: str, unicodes: str, style: str, weight: str) -> str:
    """One `@font-face` rule, on one line."""
    return (
        f'@font-face{{font-family:"{family}";font-style:{style};font-weight:{weight};font-display:swap;'
        f'src:url("{name}") format("woff2");unicode-range:{unicodes}}}'
    )


def stand_ins(path: Path, family: str, names: tuple[str, ...]) -> list[str]:
    """Faces of the reader's own machine, sized like ours, so that nothing moves when ours arrives."""
    font = TTFont(path)
    scale = font["head"].unitsPerEm
    letters, widths = font.getBestCmap(), font["hmtx"]
    ours = (
        sum(widths[letters[ord(sign)]][0] * n for sign, n in _FREQUENCY.items())
        / sum(_FREQUENCY.values())
        / scale
    )
    line = font["hhea"]
    rules = []
    for name in names:
        width, local = STAND_INS[name]
        size = ours / width
        sources = ",".join(f'local("{face_name}")' for face_name in local)
        rules.append(
            f'@font-face{{font-family:"{family} {name}";src:{sources};size-adjust:{size:.2%};'
            f"ascent-override:{line.ascent / scale / size:.2%};descent-override:{-line.descent / scale / size:.2%};"
            f"line-gap-override:{line.lineGap / scale / size:.2%}}}"
        )
    return rules
