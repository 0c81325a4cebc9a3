"""What an exhibition still needs before it can open."""

from __future__ import annotations

from django.utils.translation import gettext as _

from exhibitions.arrangement import wall_of
from exhibitions.blocks import KINDS
from exhibitions.models import Exhibition


def missing_for_opening(exhibition: Exhibition) -> list[str]:
    """Sentences a curator understands; an empty list if it may open."""
    found = []
    if not exhibition.titles:
        found.append(_("Give the exhibition a title."))
    if not exhibition.summary:
        found.append(_("The summary is empty: it stands on the poster."))
    sections = exhibition.sections.prefetch_related("blocks__block_works__artwork__titles")
    if not sections:
        return [*found, _("There is no section yet.")]
    for section in sections:
        blocks = list(section.blocks.all())
        if not blocks:
            found.append(_("The section “%(section)s” is empty.") % {"section": section})
        for number, block in enumerate(blocks, start=1):
            found += KINDS[block.kind].faults(wall_of(block, number))
            found += [
                _("“%(work)s” is not published.") % {"work": work.artwork}
                for work in block.block_works.all()
                if not work.artwork.is_public
            ]
    return found
