"""The colours of a plate: those of the material that the work is made of, and of the ground it lies on."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

GROUND = "#ebe6dc"  # --ground of static/css/tokens.css, in the light
RIM = "#fdf9ef"  # the pale edge by which a dark thing stands off a dark page


class Palette(NamedTuple):
    """`body` and `shade` model the form, `line` draws it, `mark` is the ornament, `light` the lit edge.

    `gloss`: it takes a streak of light; `is_carved`: its ornament is cut or cast, not painted or woven.
    """

    body: str
    shade: str
    line: str
    mark: str
    light: str
    gloss: bool = False
    is_carved: bool = False


PALETTES: dict[str, Palette] = {
    "porcelain": Palette("#f3f1ea", "#c9cfd6", "#2b4775", "#2f569c", "#ffffff", gloss=True),
    "celadon": Palette("#a9bfa8", "#7d9a83", "#43594a", "#6c8a74", "#cfdccb", gloss=True, is_carved=True),
    "stoneware": Palette("#a58d6e", "#7b654b", "#43331f", "#5c472e", "#c6b294", is_carved=True),
    "earthenware": Palette("#c98257", "#9c5a36", "#54290f", "#6e3514", "#e4ab86"),
    "stonepaste": Palette("#e6ece6", "#b4c9cc", "#1f5667", "#1d7f8c", "#ffffff", gloss=True),
    "gold": Palette("#d2a544", "#a0741f", "#5b3d08", "#8a6112", "#f2d688", gloss=True, is_carved=True),
    "silver": Palette("#c3c7c9", "#8f979c", "#41494e", "#69737a", "#eef0f1", gloss=True, is_carved=True),
    "bronze": Palette("#6f7f63", "#48573f", "#232c1d", "#3a4832", "#98a888", is_carved=True),
    "gilt-bronze": Palette("#bb9147", "#87632a", "#44300f", "#6a4c1a", "#e0bd7c", gloss=True, is_carved=True),
    "copper": Palette("#b5714b", "#83492a", "#452110", "#6b3519", "#d79b78", gloss=True, is_carved=True),
    "brass": Palette("#c0a052", "#8d7130", "#493812", "#6f5820", "#e2c984", gloss=True, is_carved=True),
    "iron": Palette("#6b6d72", "#46484d", "#202226", "#2f3136", "#95979c", is_carved=True),
    "jade": Palette("#b4cbb0", "#84a585", "#3f5a43", "#5f8466", "#dbe7d6", gloss=True, is_carved=True),
    "stone": Palette("#b1a898", "#857b6a", "#443d31", "#665d4e", "#d2cbbe", is_carved=True),
    "sandstone": Palette("#c19a74", "#936d4a", "#4d341e", "#75512f", "#dcbd9d", is_carved=True),
    "marble": Palette("#e5e0d7", "#bcb4a7", "#5d564b", "#958c7e", "#fbf9f5", is_carved=True),
    "schist": Palette("#7d8487", "#565d61", "#282d30", "#3d4447", "#a4abad", is_carved=True),
    "basalt": Palette("#66625d", "#423f3b", "#1f1d1b", "#302d2a", "#8d8984", is_carved=True),
    "glass": Palette("#9fc4c4", "#6b9a9e", "#2c565b", "#437d83", "#d5e8e6", gloss=True, is_carved=True),
    "gemstone": Palette("#7a9bb8", "#4b6f90", "#203a53", "#30587a", "#b5cbdd", gloss=True, is_carved=True),
    "textile": Palette("#a8483f", "#7c2d27", "#3f110e", "#e0b869", "#cf7d72"),
    "silk": Palette("#d9c7a0", "#b09a6b", "#5c4a22", "#9a3d34", "#efe4c9"),
    "cotton": Palette("#e7dcc6", "#c2b292", "#5f4f31", "#9b3b33", "#f7f1e4"),
    "wool": Palette("#8f3a34", "#66231f", "#350d0b", "#d9b15f", "#bb6b62"),
    "paper": Palette("#ebe0c8", "#cbbb98", "#4c4027", "#6e5f3f", "#f8f2e3"),
    "parchment": Palette("#e6d7b6", "#c2ae84", "#513f1e", "#8a2f22", "#f5ebd4"),
    "wood": Palette("#9b6f49", "#6e4a2b", "#38220f", "#54351a", "#bf9672", is_carved=True),
    "lacquer": Palette("#2c2321", "#171110", "#0b0807", "#c2923c", "#57423c", gloss=True),
    "ivory": Palette("#ece2cb", "#c8b891", "#65552f", "#a0895a", "#fbf6e9", is_carved=True),
    "shell": Palette("#e8e2dd", "#bdb6bd", "#5b525e", "#8b7f96", "#fbf8f6"),
    "leather": Palette("#8a5a3a", "#5f3b23", "#2f1a0c", "#c79a4c", "#b0805f"),
    "pigment": Palette("#b98e63", "#8a6440", "#46301a", "#2f5d63", "#dcbc98"),
}

# Materials of the vocabulary that look like another one.
_ALIKE = {
    "ceramic": "earthenware", "tin-glazed-earthenware": "porcelain", "terracotta": "earthenware", "clay": "earthenware",
    "brick": "earthenware", "earth-and-plaster": "sandstone", "stucco": "marble", "limestone": "marble",
    "granite": "stone", "andesite": "basalt", "ruby": "textile", "garnet": "textile", "lapis-lazuli": "gemstone",
    "enamel": "gemstone", "metal": "iron", "gold-leaf": "gold", "gilded-silver": "gilt-bronze", "copper-alloy": "bronze",
    "base-metal": "iron", "metal-thread": "gold", "gilding": "gold", "fibre": "textile", "canvas": "cotton",
    "writing-support": "paper", "papyrus": "parchment", "animal-material": "ivory", "bone": "ivory", "pearl": "shell",
    "colouring-material": "pigment", "ink": "paper", "dye": "textile", "oil-paint": "pigment", "watercolour": "paper",
    "resin-and-bitumen": "lacquer", "plant-material": "wood", "mixed-materials": "stone", "electronic-equipment": "iron",
    "bamboo": "wood", "rattan": "wood", "linen": "cotton", "hemp": "cotton", "coral": "earthenware", "horn": "leather",
    "mother-of-pearl": "shell", "amber": "brass", "agate": "copper", "rock-crystal": "glass", "turquoise": "gemstone",
    "soapstone": "celadon", "steel": "iron", "shakudo": "basalt", "shibuichi": "silver", "lead": "iron",
}  # fmt: skip

_BY_SILHOUETTE = {
    "textile": "textile", "garment": "silk", "carpet": "wool", "print": "paper", "painting": "pigment", "portrait": "pigment",
    "manuscript": "paper", "leaf": "paper", "letter": "paper", "map": "paper", "folding-screen": "paper", "handscroll": "silk",
    "hanging-scroll": "silk", "palm-leaf": "paper", "furniture": "wood", "throne": "wood", "vase": "earthenware",
}  # fmt: skip

# The same material in other colours: dyes, glazes, inks. The seed chooses; the first is the usual one and counts twice.
_OTHERS: dict[str, tuple[Palette, ...]] = {
    "silk": (
        Palette("#38507a", "#27395a", "#131d33", "#dcb765", "#6d84ab"), Palette("#a5493c", "#7a3129", "#40130f", "#e6c67e", "#cb7d6d"),
        Palette("#4d705a", "#35503f", "#17281e", "#e0c47a", "#83a38d"), Palette("#c79a3f", "#97702a", "#4b340f", "#7a2a2a", "#e6c884"),
    ),
    "textile": (Palette("#33496d", "#22334f", "#101a2c", "#d8c08a", "#6a80a4"), Palette("#56704f", "#3c5238", "#1a2917", "#e0c78b", "#8ba583")),
    "wool": (Palette("#2f4566", "#8c352f", "#16130f", "#d9b873", "#6d83a2"), Palette("#b98d4a", "#7f3a2c", "#3c1a0d", "#f1dfb4", "#dfc08c")),
    "cotton": (Palette("#ece4d3", "#c5ba9f", "#3c3d4a", "#2f4a79", "#f9f5ec"), Palette("#d9b98c", "#ad8a5b", "#4f331a", "#5d2f22", "#ecd8b7")),
    "pigment": (
        Palette("#a9ad95", "#757c66", "#2c3127", "#8a4a38", "#d6d7c4"), Palette("#8e9aa6", "#5c6a78", "#222b35", "#a4683c", "#c9d1d6"),
        Palette("#c4a487", "#8e5f45", "#3a2015", "#4a5a3e", "#e4cdb5"),
    ),
    "paper": (Palette("#efe6d2", "#cdbf9f", "#3f3a35", "#35527f", "#faf5e8"), Palette("#e8dcc0", "#c4b48c", "#46341f", "#96402f", "#f6eeda")),
    "stonepaste": (Palette("#eef0ec", "#bcc6d0", "#22345f", "#2a4d94", "#ffffff", gloss=True),),
    "glass": (Palette("#a9c7a2", "#77987a", "#31503a", "#4b7a55", "#dcebd6", gloss=True), Palette("#c9a66b", "#95743f", "#4c3612", "#73531e", "#ecd5a8", gloss=True)),
    "lacquer": (Palette("#8d2a22", "#641a15", "#2c0906", "#d9a94f", "#bd6153", gloss=True),),
    "wood": (Palette("#7c573a", "#573a25", "#2a190d", "#3c2716", "#a37c5a", is_carved=True),),
}  # fmt: skip


def palette_of(material: str, silhouette: str = "", seed: str = "") -> Palette:
    """The palette of a material's slug; of the silhouette's usual material where that is not known."""
    name = _ALIKE.get(material, material)
    if name not in PALETTES:
        name = _BY_SILHOUETTE.get(silhouette, "stone")
    choices = (PALETTES[name], PALETTES[name], *_OTHERS.get(name, ()))
    return choices[hashlib.sha256(f"{seed}/dye".encode()).digest()[0] * len(choices) // 256]
