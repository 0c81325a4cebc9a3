"""Who may do what: the table of the contracts as code, asked by admin, views, actions and templates alike.

`may(user, deed, thing)` is the only judge. `thing` is what the deed is done to: an artwork, a museum, an
exhibition, a vocabulary term, or None where the deed needs none. What somebody may not see is 404.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from members.enums import MUSEUM_ROLES, Role
from members.models import Museum, User


class Do(StrEnum):
    """Every deed somebody may ask leave for."""

    VIEW = "view"
    DRAFT = "draft"  # write and submit drafts
    PUBLISH = "publish"  # send back, publish, withdraw, apply edits
    ERASE = "erase"  # words out of a record and all its history, by law
    CORRECT = "correct"  # change a published record without a pending edit
    ASK_QUOTA = "ask_quota"
    GRANT_QUOTA = "grant_quota"
    RUN_MUSEUM = "run_museum"  # its people, its page
    RUN_NETWORK = "run_network"  # new museums, network roles
    PROPOSE_TERM = "propose_term"
    DECIDE_TERM = "decide_term"  # agents, places, concepts, cultures, epochs: decide, merge
    CLAIM = "claim"  # read and write claims to works, with all that is confidential in them
    COUNSEL = "counsel"  # read and write counsel's notes on a claim
    CURATE = "curate"  # all deeds on one's own exhibition
    WRITE = "write"  # a section or a block: what hangs there
    LEAD = "lead"  # who works on an exhibition
    REVIEW = "review"  # read an exhibition in the studio, comment on it
    LEND = "lend"  # answer requests for works of the museum, recall them, consent beforehand
    START_EXHIBITION = "start_exhibition"
    WITHDRAW_EXHIBITION = "withdraw_exhibition"


def _museum_of(thing: Any) -> int | None:
    if isinstance(thing, Museum):
        return thing.pk
    return getattr(thing, "museum_id", None)


def _at_museum(*roles: Role) -> Callable[[User, Any], bool]:
    def judge(user: User, thing: Any) -> bool:
        if thing is None:
            return user.holds(*roles)
        museum = _museum_of(thing)
        return museum is not None and user.holds(*roles, museum=museum)

    return judge


def _in_network(*roles: Role) -> Callable[[User, Any], bool]:
    return lambda user, thing: user.holds(*roles)


def _either(*judges: Callable[[User, Any], bool]) -> Callable[[User, Any], bool]:
    return lambda user, thing: any(judge(user, thing) for judge in judges)


def _curates(user: User, thing: Any) -> bool:
    if thing is None:
        return user.holds(Role.CURATOR)
    return user.holds(Role.CURATOR) and thing.is_curated_by(user)


def _writes(user: User, thing: Any) -> bool:
    return user.holds(Role.CURATOR) and thing is not None and thing.is_written_by(user)


def _leads(user: User, thing: Any) -> bool:
    """The lead; where no lead is left who may work, the administrators name another."""
    if user.holds(Role.CURATOR) and thing.is_led_by(user):
        return True
    return user.holds(Role.ADMINISTRATOR) and not thing.has_lead


def _reviews(user: User, thing: Any) -> bool:
    """All who have a part in it; editors and administrators read every exhibition."""
    return bool(user.roles) and (
        user.holds(Role.EDITOR, Role.ADMINISTRATOR) or (thing is not None and thing.role_of(user) != "")
    )


def _sees(user: User, thing: Any) -> bool:
    """Staff see their own museum's drafts, editors and administrators all, curators their own shows."""
    if getattr(thing, "is_public", False):
        return True
    if hasattr(thing, "is_curated_by"):
        return _reviews(user, thing)
    if _museum_of(thing) is not None:
        return _either(_at_museum(*MUSEUM_ROLES), _in_network(Role.EDITOR, Role.ADMINISTRATOR))(user, thing)
    return bool(user.roles)


_JUDGES: dict[Do, Callable[[User, Any], bool]] = {
    Do.VIEW: _sees,
    Do.DRAFT: _at_museum(Role.CATALOGUER, Role.REGISTRAR, Role.DIRECTOR),
    Do.PUBLISH: _either(_at_museum(Role.REGISTRAR, Role.DIRECTOR), _in_network(Role.EDITOR)),
    Do.ERASE: _either(_at_museum(Role.DIRECTOR), _in_network(Role.ADMINISTRATOR)),
    Do.CORRECT: _at_museum(Role.REGISTRAR, Role.DIRECTOR),
    Do.ASK_QUOTA: _at_museum(Role.DIRECTOR),
    Do.GRANT_QUOTA: _in_network(Role.EDITOR),
    Do.RUN_MUSEUM: _either(_at_museum(Role.DIRECTOR), _in_network(Role.ADMINISTRATOR)),
    Do.RUN_NETWORK: _in_network(Role.ADMINISTRATOR),
    Do.PROPOSE_TERM: _either(_at_museum(*MUSEUM_ROLES), _in_network(Role.CURATOR, Role.EDITOR)),
    Do.DECIDE_TERM: _in_network(Role.EDITOR),
    Do.CLAIM: _either(_at_museum(Role.REGISTRAR, Role.DIRECTOR), _in_network(Role.EDITOR)),
    Do.COUNSEL: _at_museum(Role.DIRECTOR),
    Do.CURATE: _curates,
    Do.WRITE: _writes,
    Do.LEAD: _leads,
    Do.REVIEW: _reviews,
    Do.LEND: _at_museum(Role.REGISTRAR, Role.DIRECTOR),
    Do.START_EXHIBITION: _in_network(Role.CURATOR),
    Do.WITHDRAW_EXHIBITION: _in_network(Role.EDITOR),
}


def may(user: Any, deed: Do, thing: Any = None) -> bool:
    """True if `user` may do `deed` to `thing`. With thing None: might they do it to anything at all?"""
    if not isinstance(user, User) or not user.is_active:
        return deed is Do.VIEW and thing is not None and getattr(thing, "is_public", False)
    if deed is Do.PROPOSE_TERM:
        thing = None  # terms belong to nobody
    return _JUDGES[deed](user, thing)


def needs_note(user: User, thing: Any) -> bool:
    """An editor who acts on a museum's record from outside must say why."""
    museum = _museum_of(thing)
    return museum is not None and museum not in user.museum_ids
