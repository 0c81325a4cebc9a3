"""Exhibition, section, block, loan."""

from exhibitions.models.exhibition import (
    Block,
    BlockWork,
    Exhibition,
    ExhibitionCurator,
    ExhibitionMuseum,
    Loan,
    Section,
)

__all__ = ["Block", "BlockWork", "Exhibition", "ExhibitionCurator", "ExhibitionMuseum", "Loan", "Section"]
