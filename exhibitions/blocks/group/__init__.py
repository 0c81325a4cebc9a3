"""Several artworks on one wall, with one text."""

from exhibitions.blocks.kind import BlockKindBase


class GroupBlock(BlockKindBase):
    template = "exhibitions/blocks/group.html"
    min_works = 2
    max_works = 12
