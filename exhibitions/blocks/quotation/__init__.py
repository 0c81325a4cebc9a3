"""Words of somebody, with their name."""

from __future__ import annotations

from typing import Any

from exhibitions.blocks.kind import BlockKindBase


class QuotationBlock(BlockKindBase):
    template = "exhibitions/blocks/quotation.html"
    needs_text = True
    needs_attribution = True

    def sample(self) -> dict[str, Any]:
        return {"text": {"en": "Words that somebody said."}, "attribution": "Their name, where they said it"}
