"""A text on the wall."""

from exhibitions.blocks.kind import BlockKindBase


class TextBlock(BlockKindBase):
    template = "exhibitions/blocks/text.html"
    needs_text = True
