"""Which letters come from which face: the facts that `fonts` cuts and writes a style sheet from."""

from typing import NamedTuple


class Range(NamedTuple):
    """A part of the text face: its name in file names and the letters it holds."""

    name: str
    unicodes: str


# The text face is cut at these places; a browser fetches a part when a page holds one of its letters.
SERIF_RANGES = (
    Range(
        "latin",
        "U+20-7E,U+A0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2010-2015,U+2018-201E,U+2020-2022,"
        "U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2190-2193,U+2212,U+2215",
    ),
    Range(
        "latin-ext",
        "U+100-130,U+132-151,U+154-2BA,U+2BD-2C5,U+2C7-2CC,U+2CE-2D7,U+2DD-2FF,U+300-304,U+306-30C,U+323-328,"
        "U+331,U+1E00-1EFF,U+20AB,U+2C60-2C7F",
    ),
    Range("cyrillic", "U+400-52F,U+2116"),
    Range("greek", "U+370-3FF,U+1F00-1FFF"),
)

SERIF_FEATURES = (
    "kern",
    "liga",
    "mark",
    "mkmk",
    "ccmp",
    "locl",
    "smcp",
    "c2sc",
    "onum",
    "lnum",
    "pnum",
    "tnum",
    "case",
)

# Packages whose faces are taken as they are; one `@font-face` for each part that a script needs.
SANS_PACKAGE = "@fontsource-variable/source-sans-3"
SANS_PARTS = ("latin", "latin-ext", "vietnamese", "cyrillic", "cyrillic-ext", "greek", "greek-ext")


class Script(NamedTuple):
    """A writing system that neither text face holds, and the package that draws it."""

    package: str
    part: str
    weight: str = "wght"  # "wght": one variable file; a number: one file of that weight
    style: str = "normal"


SCRIPTS = (
    Script("@fontsource-variable/noto-naskh-arabic", "arabic"),
    Script("@fontsource-variable/noto-serif-hebrew", "hebrew"),
    Script("@fontsource-variable/noto-serif-devanagari", "devanagari"),
    Script("@fontsource-variable/noto-serif-bengali", "bengali"),
    Script("@fontsource-variable/noto-serif-tamil", "tamil"),
    Script("@fontsource-variable/noto-serif-telugu", "telugu"),
    Script("@fontsource-variable/noto-serif-sinhala", "sinhala"),
    Script("@fontsource-variable/noto-serif-thai", "thai"),
    Script("@fontsource-variable/noto-serif-lao", "lao"),
    Script("@fontsource-variable/noto-serif-khmer", "khmer"),
    Script("@fontsource/noto-serif-myanmar", "myanmar", "400"),
    Script("@fontsource/noto-sans-mongolian", "mongolian", "400"),
    Script("@fontsource-variable/noto-serif-tibetan", "tibetan"),
    Script("@fontsource-variable/noto-serif-georgian", "georgian"),
    Script("@fontsource-variable/noto-serif-armenian", "armenian"),
)
# Urdu is read in Nastaliq; a family of its own, asked for by `:lang(ur)` alone.
NASTALIQ = Script("@fontsource/noto-nastaliq-urdu", "arabic", "400")

# Signs that join letters of any script: a face that claimed them would be fetched for every other.
SHARED_SIGNS = {"U+200C-200D", "U+200C", "U+200D", "U+25CC", "U+200B", "U+2212", "U+20B9", "U+204F", "U+2E41"}

# Average width of a letter in running English, in 1000ths of the em, and vertical metrics of the
# faces that stand in until ours has come (measured from the faces themselves).
STAND_INS = {
    "Georgia": (913 / 2048, ("Georgia", "Gelasio")),
    "Arial": (904 / 2048, ("Arial", "Liberation Sans", "Helvetica")),
    "Times": (819 / 2048, ("Times New Roman", "Liberation Serif", "Times")),
}
