"""Exhibition, section, block, loan."""

from exhibitions.models.exhibition import Exhibition, ExhibitionCurator, ExhibitionMuseum
from exhibitions.models.loan import Loan
from exhibitions.models.room import Block, BlockWork, Section

__all__ = ["Block", "BlockWork", "Exhibition", "ExhibitionCurator", "ExhibitionMuseum", "Loan", "Section"]
