"""Exhibition, section, block, loan, release, and what goes on in the studio."""

from exhibitions.models.exhibition import Exhibition, ExhibitionCurator, ExhibitionMuseum
from exhibitions.models.loan import Loan, LoanStep, StandingConsent, Terms
from exhibitions.models.release import Release, ReleaseWork
from exhibitions.models.room import Block, BlockWork, Section, SectionAuthor
from exhibitions.models.studio import Change, Comment, Notice, Presence, PreviewLink

__all__ = [
    "Block",
    "BlockWork",
    "Change",
    "Comment",
    "Exhibition",
    "ExhibitionCurator",
    "ExhibitionMuseum",
    "Loan",
    "LoanStep",
    "Notice",
    "Presence",
    "PreviewLink",
    "Release",
    "ReleaseWork",
    "Section",
    "SectionAuthor",
    "StandingConsent",
    "Terms",
]
