"""One artwork with the exhibition's own label beside it."""

from exhibitions.blocks.kind import BlockKindBase


class ArtworkBlock(BlockKindBase):
    template = "exhibitions/blocks/artwork.html"
    min_works = 1
    max_works = 1
