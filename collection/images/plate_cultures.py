"""Which ornament a culture gives to its plates, else its region; and which family of forms goes with it."""

from __future__ import annotations

_BY_WORD = {
    "china": "lotus-scroll", "yuan": "cloud-collar", "liao": "cloud", "liang": "cloud", "shang": "leiwen", "zhou": "leiwen",
    "han": "leiwen", "qin": "leiwen", "sanxingdui": "leiwen", "straits": "kraak", "japan": "seigaiha", "edo": "seigaiha",
    "ryukyu": "asanoha", "meiji": "asanoha", "heian": "asanoha", "nara": "asanoha", "kamakura": "asanoha",
    "jomon": "hatching", "korea": "sanggam", "goryeo": "sanggam", "joseon": "sanggam", "goguryeo": "cloud", "silla": "sanggam",
    "baekje": "cloud", "java": "kawung", "indonesia": "kawung", "malay": "kawung", "sumatra": "kawung", "srivijaya": "kawung",
    "bali": "kawung", "sulawesi": "kawung", "borneo": "kawung", "philippine": "weave", "lesser": "dong-son",
    "khmer": "kranok", "cambodia": "kranok", "angkor": "kranok", "thai": "kranok", "siam": "kranok", "ayutthaya": "kranok",
    "burm": "kranok", "myanmar": "kranok", "lao": "kranok", "mon": "kranok", "dvaravati": "kranok", "funan": "kranok",
    "viet": "dong-son", "dong": "dong-son", "champa": "kranok", "mughal": "buta", "kashmir": "buta", "rajput": "jali",
    "deccan": "jali", "mysore": "buta", "delhi": "jali", "goa": "jali", "india": "padma", "mathura": "padma", "maurya": "padma",
    "gandhara": "vine-scroll", "kushan": "vine-scroll", "bactria": "vine-scroll", "nepal": "padma", "sri": "padma",
    "kandy": "padma", "chola": "padma", "indus": "hatching", "ottoman": "chintamani", "turkey": "chintamani", "tibet": "cloud",
    "mongol": "cloud", "himalaya": "cloud", "xiongnu": "ram-horn", "achaemenid": "rosette", "assyria": "rosette",
    "babylon": "rosette", "sumer": "rosette", "mesopotamia": "rosette", "parthia": "rosette", "sasanian": "rosette",
    "elam": "rosette", "phoenicia": "palmette", "sogdiana": "rosette", "near": "rosette", "khotan": "vine-scroll",
    "kucha": "vine-scroll", "turfan": "cloud", "safavid": "arabesque", "timurid": "arabesque", "iran": "arabesque",
    "persia": "arabesque", "abbasid": "arabesque", "umayyad": "vine-scroll", "mamluk": "girih", "ayyubid": "girih",
    "seljuq": "girih", "ilkhanid": "girih", "andalus": "girih", "islamic": "girih", "aleppo": "arabesque", "mosul": "arabesque",
    "greece": "meander", "greek": "meander", "hellenistic": "palmette", "aegean": "seigaiha", "rome": "acanthus",
    "roman": "vine-scroll", "etrur": "palmette", "etrusc": "palmette", "scythia": "ram-horn", "saka": "ram-horn",
    "altai": "ram-horn", "byzant": "quatrefoil", "sicily": "quatrefoil", "gothic": "tracery", "medieval": "tracery",
    "venice": "quatrefoil", "portugal": "tracery", "france": "acanthus", "germany": "tracery", "flanders": "tracery",
    "bohemia": "tracery", "hungary": "tracery", "transylvania": "quatrefoil", "poland": "quatrefoil", "spain": "girih",
    "celt": "interlace", "viking": "interlace", "norse": "interlace", "scandinavia": "interlace", "norway": "interlace",
    "sweden": "interlace", "ireland": "interlace", "anglo": "interlace", "carpathian": "interlace", "russia": "quatrefoil",
    "urals": "hatching", "egypt": "palmette",
}  # fmt: skip

_BY_REGION = {
    "east-asia": "lotus-scroll", "southeast-asia": "kranok", "south-asia": "padma", "central-asia": "ram-horn",
    "west-asia": "girih", "europe": "acanthus", "africa": "weave", "americas": "stepped-fret",
}  # fmt: skip

# Words that say nothing of the culture where another word of the slug does.
_WEAK = ("near", "south", "roman")

_FAMILIES = {
    "east": ("leiwen", "lotus-scroll", "cloud-collar", "kraak", "cloud", "seigaiha", "asanoha", "sanggam"),
    "south": ("padma", "jali", "buta"),
    "southeast": ("kranok", "kawung", "dong-son"),
    "islamic": ("girih", "arabesque", "chintamani"),
    "near-east": ("rosette",),
    "classical": ("meander", "palmette", "vine-scroll"),
    "europe": ("acanthus", "interlace", "tracery", "quatrefoil"),
    "steppe": ("ram-horn",),
}
_FAMILY = {ornament: family for family, ornaments in _FAMILIES.items() for ornament in ornaments}


def ornament_of(culture: str, region: str) -> str:
    """The name of the ornament for a culture's slug, found word by word, else for its region."""
    words = sorted(culture.lower().split("-"), key=lambda word: word in _WEAK)
    for word in words:
        for start, name in _BY_WORD.items():
            if word == start or (len(start) > 3 and word.startswith(start)):
                return name
    return _BY_REGION.get(region, "hatching")


def family_of(ornament: str) -> str:
    """The family of forms that an ornament belongs to; an empty text for those of no place."""
    return _FAMILY.get(ornament, "")
