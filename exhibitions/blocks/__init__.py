"""Kinds of blocks: a folder each, complete in itself, and this one list."""

from exhibitions.blocks.artwork import ArtworkBlock
from exhibitions.blocks.group import GroupBlock
from exhibitions.blocks.influence_map import InfluenceMapBlock
from exhibitions.blocks.influence_path import InfluencePathBlock
from exhibitions.blocks.kind import BlockKindBase
from exhibitions.blocks.quotation import QuotationBlock
from exhibitions.blocks.text import TextBlock
from exhibitions.enums import BlockKind

KINDS: dict[str, BlockKindBase] = {
    BlockKind.TEXT: TextBlock(),
    BlockKind.ARTWORK: ArtworkBlock(),
    BlockKind.GROUP: GroupBlock(),
    BlockKind.QUOTATION: QuotationBlock(),
    BlockKind.INFLUENCE_PATH: InfluencePathBlock(),
    BlockKind.INFLUENCE_MAP: InfluenceMapBlock(),
}

__all__ = ["KINDS", "BlockKindBase"]
