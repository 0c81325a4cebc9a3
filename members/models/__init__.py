"""Museums, people, roles, deeds, public ids."""

from members.models.deed import Deed
from members.models.identifier import Identified, Identifier
from members.models.membership import Invitation, Membership
from members.models.museum import Museum
from members.models.slug import PastSlug, Slugged, slug_of
from members.models.user import User

__all__ = [
    "Deed",
    "Identified",
    "Identifier",
    "Invitation",
    "Membership",
    "Museum",
    "PastSlug",
    "Slugged",
    "User",
    "slug_of",
]
