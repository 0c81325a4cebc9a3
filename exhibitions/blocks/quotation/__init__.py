"""Somebody's words, with the name of who said them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from exhibitions.blocks.kind import BlockKindBase

if TYPE_CHECKING:
    from exhibitions.models import Block


class QuotationBlock(BlockKindBase):
    template = "exhibitions/blocks/quotation.html"
    needs_text = True

    def faults(self, block: Block) -> list[str]:
        found = super().faults(block)
        if not block.attribution.strip():
            found.append(_("A quotation needs the name of the one who said it."))
        return found

    def sample(self) -> dict[str, Any]:
        return {"text": {"en": "Words that somebody said."}, "attribution": "Their name, where they said it"}
