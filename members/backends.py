"""Django's `has_perm`, answered by `may`. No groups, no permission rows."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend

from members.models import User
from members.permissions import Do, may

_VOCABULARY = frozenset({"agent", "place", "concept", "culture", "epoch", "reference"})
_OF_ARTWORK = frozenset(
    {"artwork", "artworkimage", "pendingedit", "influence", "provenanceevent", "museumonlystep"}
)
_OF_EXHIBITION = frozenset({"exhibition", "section", "block", "loan"})
_OF_MUSEUM = frozenset({"membership", "invitation"})


def _deed_for(model: str, action: str) -> Do | None:
    """The deed that Django's `<action>_<model>` stands for; None where nobody may."""
    if model in _OF_ARTWORK or model.startswith("artwork"):
        return {"view": Do.VIEW, "add": Do.DRAFT, "change": Do.DRAFT, "delete": Do.DRAFT}.get(action)
    if model in _OF_EXHIBITION:
        return {"view": Do.CURATE, "add": Do.START_EXHIBITION}.get(action, Do.CURATE)
    if model in _VOCABULARY:
        return {"view": Do.PROPOSE_TERM, "add": Do.PROPOSE_TERM, "change": Do.DECIDE_TERM}.get(action)
    if model == "museum":
        return {"view": Do.RUN_MUSEUM, "change": Do.RUN_MUSEUM, "add": Do.RUN_NETWORK}.get(action)
    if model in _OF_MUSEUM:
        return Do.RUN_MUSEUM
    if model == "user":
        return Do.RUN_NETWORK if action in ("view", "change") else None
    return None


class RoleBackend(ModelBackend):
    """Signs in by e-mail and password, and answers permissions from the table of rights."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:  # type: ignore[override]
        if not isinstance(user_obj, User) or not user_obj.is_active:
            return False
        action, _underscore, model = perm.partition(".")[2].partition("_")
        deed = _deed_for(model, action)
        return deed is not None and may(user_obj, deed, obj)

    def get_all_permissions(self, user_obj: Any, obj: Any = None) -> set[str]:  # type: ignore[override]
        return set()
