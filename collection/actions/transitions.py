"""From which state a work or a statement of influence may go to which: the one table of it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from collection.actions.refusal import Refused
from collection.enums import Status

# verb → (states it may start from, state it leads to, what to say if it may not)
TRANSITIONS = {
    "submit": ({Status.DRAFT}, Status.SUBMITTED, _("Only a draft can be submitted.")),
    "send_back": ({Status.SUBMITTED}, Status.DRAFT, _("Only a submitted record can be sent back.")),
    "publish": (
        {Status.SUBMITTED, Status.PUBLISHED},
        Status.PUBLISHED,
        _("Only a submitted record can be published. Submit the draft first; restore what was withdrawn."),
    ),
    "withdraw": ({Status.PUBLISHED}, Status.WITHDRAWN, _("Only a published record can be withdrawn.")),
    "restore": ({Status.WITHDRAWN}, Status.PUBLISHED, _("Only a withdrawn record can be restored.")),
}


def next_status(verb: str, status: str) -> Status:
    """The state that `verb` leads to from `status`. Raises Refused if it leads nowhere."""
    starts, end, sentence = TRANSITIONS[verb]
    if status not in starts:
        raise Refused(sentence)
    return end


def is_possible(verb: str, status: str) -> bool:
    """True if `verb` may be done to a thing in `status`, rights apart (for buttons)."""
    return status in TRANSITIONS[verb][0]
