"""The ornament of a plate: a pattern of the culture, else of its region. Tiles of SVG, one colour, thin lines."""

from typing import NamedTuple


class Ornament(NamedTuple):
    """A tile of `size` × `size` units: paths to stroke and paths to fill."""

    size: int
    stroke: str = ""
    fill: str = ""


ORNAMENTS: dict[str, Ornament] = {
    # China: the thunder pattern (leiwen) of bronzes and the scroll on porcelain.
    "leiwen": Ornament(24, "M2 22V4h18v14H6V8h10v6h-6M0 24h24"),
    "lotus-scroll": Ornament(
        40,
        "M0 20c10-16 30-16 40 0M0 20c10 16 30 16 40 0M20 8c-5-7-12-5-12 0M20 32c5 7 12 5 12 0",
        "M20 14c3 2 5 4 5 7-3 2-7 2-10 0 0-3 2-5 5-7zM12 17c-1 4 0 7 3 8-4 1-6-1-7-4 1-2 2-3 4-4zM28 17c1 4 0 7-3 8 4 1 6-1 7-4-1-2-2-3-4-4z",
    ),
    # Japan: waves of the blue sea (seigaiha), hemp leaf (asanoha).
    "seigaiha": Ornament(
        32,
        "M0 16a16 16 0 0 1 32 0M5 16a11 11 0 0 1 22 0M10 16a6 6 0 0 1 12 0M-16 32a16 16 0 0 1 32 0M-11 32a11 11 0 0 1 22 0"
        "M-6 32a6 6 0 0 1 12 0M16 32a16 16 0 0 1 32 0M21 32a11 11 0 0 1 22 0M26 32a6 6 0 0 1 12 0",
    ),
    "asanoha": Ornament(
        36,
        "M0 0l18 9L36 0M0 36l18-9 18 9M18 9v18M0 0v36M36 0v36M0 0l6 18-6 18M36 0l-6 18 6 18M6 18h24M18 9L6 18l12 9 12-9z",
    ),
    # Korea: inlaid roundels with cranes' clouds.
    "sanggam": Ornament(
        40,
        "M20 8a12 12 0 1 1 0 24a12 12 0 1 1 0-24M0-4v8M-4 0h8M40-4v8M36 0h8M0 36v8M40 36v8M-4 40h8M36 40h8",
        "M14 20c2-5 4-5 6-2 2-3 4-3 6 2-3-1-4 1-6 4-2-3-3-5-6-4z",
    ),
    # Java and the islands: kawung, four seeds about a point.
    "kawung": Ornament(
        32,
        "M16 16C8 14 4 10 2 2c8 2 12 6 14 14zM16 16c8-2 12-6 14-14-8 2-12 6-14 14zM16 16c-8 2-12 6-14 14 8-2 12-6 14-14zM16 16c8 2 12 6 14 14-8-2-12-6-14-14z",
        "M15 15h2v2h-2zM-1-1h2v2h-2zM31-1h2v2h-2zM-1 31h2v2h-2zM31 31h2v2h-2z",
    ),
    # Khmer, Thai, Lao, Burmese: flames (kranok) one above the other.
    "kranok": Ornament(
        36,
        "M18 36c-9-7-11-15-4-22 0 5 4 6 4 10 0-4 4-5 4-10 7 7 5 15-4 22zM18 14c-4-5-3-10 0-14 3 4 4 9 0 14M0 18c-4-5-3-10 0-14M36 18c4-5 3-10 0-14M0 18v18M36 18v18",
    ),
    # Vietnam and the drums of Dong Son: rays, circles joined by tangents.
    "dong-son": Ornament(
        28, "M14 7a7 7 0 1 1 0 14a7 7 0 1 1 0-14M20 9l8-7M20 19l8 7M8 9L0 2M8 19l-8 7", "M12 12h4v4h-4z"
    ),
    # India: pierced screens (jali), and the lotus seen from above.
    "jali": Ornament(30, "M15 0l15 15-15 15L0 15zM15 6l9 9-9 9-9-9zM0 0l6 6M30 0l-6 6M0 30l6-6M30 30l-6-6"),
    "padma": Ornament(
        40,
        "M20 6c4 5 4 9 0 14-4-5-4-9 0-14zM20 34c4-5 4-9 0-14-4 5-4 9 0 14zM6 20c5-4 9-4 14 0-5 4-9 4-14 0zM34 20c-5-4-9-4-14 0 5 4 9 4 14 0z"
        "M10 10c6 0 9 3 10 10-7-1-10-4-10-10zM30 10c-6 0-9 3-10 10 7-1 10-4 10-10zM10 30c6 0 9-3 10-10-7 1-10 4-10 10zM30 30c-6 0-9-3-10-10 7 1 10 4 10 10z",
    ),
    # Iran and the lands of Islam: stars and crosses.
    "khatam": Ornament(
        40,
        "M20 4l4.7 11.3L36 20l-11.3 4.7L20 36l-4.7-11.3L4 20l11.3-4.7zM8.7 8.7h22.6v22.6H8.7zM0 20h4M36 20h4M20 0v4M20 36v4",
    ),
    # Ottoman lands: three balls and a tiger's stripe (chintamani).
    "chintamani": Ornament(
        40,
        "M4 34c6-5 10 3 16-1s8 2 14-1M4 38c6-5 10 3 16-1s8 2 14-1",
        "M20 5a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM13 17a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM27 17a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
    ),
    # Steppe and oasis: the ram's horn; Tibet: clouds.
    "ram-horn": Ornament(
        36, "M18 32V18c0-8-4-12-9-12-4 0-6 3-6 6s3 5 5 4M18 18c0-8 4-12 9-12 4 0 6 3 6 6s-3 5-5 4M6 32h24"
    ),
    "cloud": Ornament(
        44, "M4 26c0-6 6-8 9-4 1-7 12-8 14-1 6-3 11 1 9 6M8 30h28M26 8c0-4 4-5 6-3 1-4 7-4 8 0"
    ),
    # Mesopotamia and Achaemenid Persia: the rosette.
    "rosette": Ornament(
        36,
        "M18 6a12 12 0 1 1 0 24a12 12 0 1 1 0-24M18 6v24M6 18h24M9.5 9.5l17 17M26.5 9.5l-17 17",
        "M18 14a4 4 0 1 1 0 8a4 4 0 1 1 0-8z",
    ),
    # Greece and Rome: meander; later Europe: quatrefoil, acanthus scroll; the north: interlace.
    "meander": Ornament(28, "M0 26h24V4H6v14h12v-8h-6M0 0h28"),
    "quatrefoil": Ornament(
        36,
        "M18 4a7 7 0 0 1 7 7a7 7 0 1 1 0 14a7 7 0 1 1-14 0a7 7 0 1 1 0-14a7 7 0 0 1 7-7zM0 0l7 7M36 0l-7 7M0 36l7-7M36 36l-7-7",
    ),
    "acanthus": Ornament(
        44,
        "M0 22c8-14 18-14 22 0 4 14 14 14 22 0M22 22c-2-8-9-9-11-3-1 4 3 6 5 3M22 22c2 8 9 9 11 3 1-4-3-6-5-3",
    ),
    "interlace": Ornament(
        32,
        "M0 8c8 0 8 16 16 16S24 8 32 8M0 24c8 0 8-16 16-16s8 16 16 16M0 12c6 0 8 16 16 16M32 12c-6 0-8 16-16 16",
    ),
    # Africa: woven squares; Americas: the stepped fret.
    "weave": Ornament(
        24, "M0 6h12M0 12h12M12 0v12M18 0v12M24 0v12M12 18h12M12 24h12M0 12v12M6 12v12M12 12v12"
    ),
    "stepped-fret": Ornament(32, "M0 32h8v-8h8v-8h8V8h8M4 0h16v12h-8V6"),
    "hatching": Ornament(14, "M0 14L14 0M-3 3l6-6M11 17l6-6"),
}

_BY_CULTURE = {
    "china": "lotus-scroll", "shang": "leiwen", "zhou": "leiwen", "han": "leiwen", "qin": "leiwen", "sanxingdui": "leiwen",
    "japan": "seigaiha", "edo": "seigaiha", "meiji": "asanoha", "heian": "asanoha", "nara": "asanoha", "kamakura": "asanoha",
    "jomon": "hatching", "korea": "sanggam", "goryeo": "sanggam", "joseon": "sanggam", "silla": "sanggam", "baekje": "sanggam",
    "java": "kawung", "indonesia": "kawung", "malay": "kawung", "srivijaya": "kawung", "philippine": "kawung", "bali": "kawung",
    "khmer": "kranok", "cambodia": "kranok", "angkor": "kranok", "thai": "kranok", "siam": "kranok", "burm": "kranok",
    "myanmar": "kranok", "lao": "kranok", "mon": "kranok", "dvaravati": "kranok", "viet": "dong-son", "dong": "dong-son",
    "champa": "dong-son", "mughal": "jali", "rajput": "jali", "deccan": "jali", "delhi": "jali", "india": "padma",
    "gandhara": "acanthus", "nepal": "padma", "sri": "padma", "chola": "padma", "ottoman": "chintamani", "turkey": "chintamani",
    "tibet": "cloud", "mongol": "cloud", "himalaya": "cloud", "achaemenid": "rosette", "assyria": "rosette", "babylon": "rosette",
    "sumer": "rosette", "mesopotamia": "rosette", "parthia": "rosette", "sasanian": "rosette", "elam": "rosette",
    "greece": "meander", "greek": "meander", "hellenistic": "meander", "rome": "meander", "roman": "meander", "etrusc": "meander",
    "aegean": "meander", "byzant": "quatrefoil", "gothic": "quatrefoil", "medieval": "quatrefoil", "venice": "quatrefoil",
    "portugal": "quatrefoil", "spain": "khatam", "celt": "interlace", "viking": "interlace", "norse": "interlace",
    "scandinavia": "interlace", "ireland": "interlace", "egypt": "rosette",
}  # fmt: skip

_BY_REGION = {
    "east-asia": "lotus-scroll", "southeast-asia": "kranok", "south-asia": "padma", "central-asia": "ram-horn",
    "west-asia": "khatam", "europe": "acanthus", "africa": "weave", "americas": "stepped-fret",
}  # fmt: skip


def ornament_of(culture: str, region: str) -> str:
    """The name of the ornament for a culture's slug, found word by word, else for its region."""
    for word in culture.lower().split("-"):
        for start, name in _BY_CULTURE.items():
            if word == start or (len(start) > 3 and word.startswith(start)):
                return name
    return _BY_REGION.get(region, "hatching")


_FAMILIES = {
    "south": ("padma", "jali", "kranok", "kawung", "dong-son", "cloud"),
    "west": (
        "khatam",
        "rosette",
        "meander",
        "acanthus",
        "quatrefoil",
        "interlace",
        "chintamani",
        "weave",
        "stepped-fret",
    ),
}


def family_of(ornament: str) -> str:
    """“south” or “west” where figures are drawn as those regions carve them; otherwise an empty text."""
    return next((family for family, names in _FAMILIES.items() if ornament in names), "")
