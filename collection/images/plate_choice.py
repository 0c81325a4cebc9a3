"""Which silhouette fits a record: that of its object type, made narrower by plain words of what the museum calls it."""

from __future__ import annotations

import re
from collections.abc import Iterable

USUAL = "vase"  # where nothing is known

# A word of the object type as written, or of the title, and the silhouette that it asks for; the first that fits is taken.
Words = tuple[tuple[str, str], ...]
_SCULPTED: Words = (
    ("elephant elephant-shaped", "elephant"), ("camel", "camel"), ("griffin gryphon", "griffin"), ("horse chariot", "horse"),
    ("lion lioness tiger leopard", "lion"), ("ram goat sheep", "ram"), ("bird phoenix rooster huma eagle", "bird"),
    ("dragon serpent", "dragon"), ("wheel", "wheel"), ("mask", "mask"), ("head bust", "head"), ("idol post pole totem", "idol"),
    ("reclining sleeping", "reclining-figure"), ("nataraja dancing dancer", "dancing-figure"),
    ("standing warrior soldier archer prince", "standing-figure"),
    (
        "buddha bodhisattva luohan arhat seated enthroned pensive fasting meditating guanyin kannon tara prajnaparamita ganesha",
        "seated-figure",
    ),
    ("venus mother goddess", "venus"), ("goggle-eyed dogu", "goggles"), ("figurine figure", "figurine"),
)  # fmt: skip
_JEWELS: Words = (
    ("armlet bracelet torque torc anklet", "armlet"), ("fibula brooch disc mount clasp buckle", "brooch"), ("comb", "comb"),
    ("crown diadem tiara", "crown"), ("pendant amulet", "pendant"), ("dragon", "dragon"), ("throne", "throne"),
)  # fmt: skip
_WORDS: dict[str, Words] = {
    **dict.fromkeys(("standing-figure", "figurine", "seated-figure"), _SCULPTED),
    **dict.fromkeys(("necklace", "brooch"), _JEWELS),
    "ritual-vessel": (("elephant elephant-shaped", "elephant"), ("ram", "ram")),
    "architectural-element": (("fountain spout gargoyle", "beast-head"), ("arch gate gateway", "architecture")),
    "architecture": (("chariot", "horse"), ("stupa pagoda", "stupa")),
    "clock": (("tiger", "lion"), ("armillary astronomical", "armillary"), ("sundial astrolabe quadrant", "instrument")),
    "furniture": (("bird", "bird"), ("throne", "throne"), ("ivory ivories", "relief"), ("chest", "chest")),
    "arms": (
        ("cannon gun", "cannon"), ("helmet", "helmet"), ("armour armor cuirass", "armour"), ("dagger kris knife", "dagger"),
    ),
    "casket": (("tombstone gravestone", "stele"), ("chest trunk", "chest")),
    "stele": (("cylinder tablet prism", "tablet"), ("post pole", "idol")),
    "ritual-object": (("cord chain", "necklace"), ("bell", "bell")),
    "manuscript": (("palm-leaf lontar", "palm-leaf"), ("leaf folio page", "leaf"), ("letter edict firman charter", "letter")),
    "letter": (("tablet", "tablet"), ("codex book", "manuscript")),
    "painting": (("portrait self-portrait tronie", "portrait"),),
    "garment": (("sash cloth belt shawl", "textile"),),
    "textile": (("robe coat kaftan kimono caftan", "garment"), ("carpet rug", "carpet")),
    "dish": (("tea teapot", "teapot"), ("tureen bowl", "bowl"), ("pot jar", "jar")),
    "vase": (("bowl", "bowl"), ("bottle flask water-pipe", "bottle"), ("jar amphora urn", "jar"), ("dish plate", "dish")),
}  # fmt: skip


def silhouette_for(silhouettes: Iterable[str], *words: str) -> str:
    """The first silhouette that the object types name, or what the words (object type as written, title) make of it."""
    first = next((name for name in silhouettes if name), USUAL)
    found = set()
    for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", " ".join(words).casefold()):
        found |= {word, word.removesuffix("s")}
    for asked, narrower in _WORDS.get(first, ()):
        if found & set(asked.split()):
            return narrower
    return first
