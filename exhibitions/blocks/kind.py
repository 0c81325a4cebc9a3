"""The contract of a kind of block: how it is checked, shown, searched and tried."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils.translation import gettext as _

from exhibitions.blocks.richtext import html_of, plain

if TYPE_CHECKING:
    from exhibitions.models import Block

Shown = dict[int, dict[str, Any]]  # artwork id → card of a work that may be shown now


class BlockKindBase:
    """Copy a folder beside this file to make another kind; see docs/add-a-block-kind.md."""

    template: ClassVar[str]
    min_works: ClassVar[int] = 0
    max_works: ClassVar[int | None] = 0
    needs_text: ClassVar[bool] = False

    def faults(self, block: Block) -> list[str]:
        """Sentences a curator understands; an empty list if the block can be shown."""
        found = []
        works = len(block.block_works.all())
        if works < self.min_works:
            found.append(_("“%(block)s” has too few works.") % {"block": block})
        if self.max_works is not None and works > self.max_works:
            found.append(_("“%(block)s” has too many works.") % {"block": block})
        if self.needs_text and not block.text:
            found.append(_("“%(block)s” has no text.") % {"block": block})
        return found

    def context(self, block: Block, shown: Shown) -> dict[str, Any]:
        """What the template needs. A work that may not be shown leaves a courteous note in its place."""
        return {
            "block": block,
            "html": html_of(block.text),
            "works": [
                {"card": shown.get(work.artwork_id), "museum": work.artwork.museum.name}
                for work in block.block_works.all()
            ],
        }

    def words(self, block: Block) -> str:
        """All its words in every language, for search."""
        texts = [*block.title.values(), *block.text.values(), block.attribution]
        return " ".join(plain(text) for text in texts if text)

    def sample(self) -> dict[str, Any]:
        """Values of a block as a curator would fill it, for tests and the gallery."""
        return {"text": {"en": "Words on the wall."}}
