"""The colours of a plate: those of the material that the work is made of."""

from typing import NamedTuple


class Palette(NamedTuple):
    """`body` and `shade` model the form, `line` draws it, `mark` is the ornament, `light` the lit edge."""

    body: str
    shade: str
    line: str
    mark: str
    light: str


PALETTES: dict[str, Palette] = {
    "porcelain": Palette("#f3f1ea", "#c9cfd6", "#2b4775", "#2f569c", "#ffffff"),
    "celadon": Palette("#a9bfa8", "#7d9a83", "#43594a", "#6c8a74", "#cfdccb"),
    "stoneware": Palette("#a58d6e", "#7b654b", "#43331f", "#5c472e", "#c6b294"),
    "earthenware": Palette("#c98257", "#9c5a36", "#54290f", "#6e3514", "#e4ab86"),
    "stonepaste": Palette("#e6ece6", "#b4c9cc", "#1f5667", "#1d7f8c", "#ffffff"),
    "gold": Palette("#d2a544", "#a0741f", "#5b3d08", "#8a6112", "#f2d688"),
    "silver": Palette("#c3c7c9", "#8f979c", "#41494e", "#69737a", "#eef0f1"),
    "bronze": Palette("#6f7f63", "#48573f", "#232c1d", "#3a4832", "#98a888"),
    "gilt-bronze": Palette("#bb9147", "#87632a", "#44300f", "#6a4c1a", "#e0bd7c"),
    "copper": Palette("#b5714b", "#83492a", "#452110", "#6b3519", "#d79b78"),
    "brass": Palette("#c0a052", "#8d7130", "#493812", "#6f5820", "#e2c984"),
    "iron": Palette("#6b6d72", "#46484d", "#202226", "#2f3136", "#95979c"),
    "jade": Palette("#b4cbb0", "#84a585", "#3f5a43", "#5f8466", "#dbe7d6"),
    "stone": Palette("#b1a898", "#857b6a", "#443d31", "#665d4e", "#d2cbbe"),
    "sandstone": Palette("#c19a74", "#936d4a", "#4d341e", "#75512f", "#dcbd9d"),
    "marble": Palette("#e5e0d7", "#bcb4a7", "#5d564b", "#958c7e", "#fbf9f5"),
    "schist": Palette("#7d8487", "#565d61", "#282d30", "#3d4447", "#a4abad"),
    "basalt": Palette("#66625d", "#423f3b", "#1f1d1b", "#302d2a", "#8d8984"),
    "glass": Palette("#9fc4c4", "#6b9a9e", "#2c565b", "#437d83", "#d5e8e6"),
    "gemstone": Palette("#7a9bb8", "#4b6f90", "#203a53", "#30587a", "#b5cbdd"),
    "textile": Palette("#a8483f", "#7c2d27", "#3f110e", "#e0b869", "#cf7d72"),
    "silk": Palette("#d9c7a0", "#b09a6b", "#5c4a22", "#9a3d34", "#efe4c9"),
    "cotton": Palette("#e7dcc6", "#c2b292", "#5f4f31", "#9b3b33", "#f7f1e4"),
    "wool": Palette("#8f3a34", "#66231f", "#350d0b", "#d9b15f", "#bb6b62"),
    "paper": Palette("#ebe0c8", "#cbbb98", "#4c4027", "#6e5f3f", "#f8f2e3"),
    "parchment": Palette("#e6d7b6", "#c2ae84", "#513f1e", "#8a2f22", "#f5ebd4"),
    "wood": Palette("#9b6f49", "#6e4a2b", "#38220f", "#54351a", "#bf9672"),
    "lacquer": Palette("#2c2321", "#171110", "#0b0807", "#c2923c", "#57423c"),
    "ivory": Palette("#ece2cb", "#c8b891", "#65552f", "#a0895a", "#fbf6e9"),
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
}  # fmt: skip

_BY_SILHOUETTE = {
    "textile": "textile",
    "garment": "silk",
    "carpet": "wool",
    "print": "paper",
    "painting": "pigment",
}


def palette_of(material: str, silhouette: str = "") -> Palette:
    """The palette of a material's slug; of the silhouette's usual material where that is not known."""
    name = _ALIKE.get(material, material)
    return PALETTES.get(name) or PALETTES[_BY_SILHOUETTE.get(silhouette, "stone")]
