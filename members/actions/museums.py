"""A museum's own page, edited by its director or an administrator."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

from members.deeds import deed
from members.models import Museum, User
from members.permissions import Do, may

# What a museum says of itself; its part in the network is for an administrator to say.
OWN_FIELDS = frozenset(
    {"names", "city", "country", "latitude", "longitude", "website", "isil", "wikidata", "logo", "about"}
)


def edit_museum(museum: Museum, *, by: User, **changes: Any) -> None:
    """Change fields of a museum. Raises PermissionDenied, or ValidationError with the field's sentence."""
    if not may(by, Do.RUN_MUSEUM, museum) or (set(changes) - OWN_FIELDS and not may(by, Do.RUN_NETWORK)):
        raise PermissionDenied(_("You may not change this of the museum."))
    with deed("edit_museum", museum, by=by, note=", ".join(sorted(changes)), is_public=True):
        for name, value in changes.items():
            setattr(museum, name, value)
        museum.full_clean(exclude={"slug", "public_id", "sort_name"})
        museum.save()
