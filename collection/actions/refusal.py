"""How an action says no."""

from __future__ import annotations

from typing import Any

from members.models import User
from members.permissions import Do, may, needs_note


class Refused(Exception):  # noqa: N818 -- an answer, not a fault
    """A deed that was not done, with the reason in a sentence that the person who asked understands.

    `field` names the form field that the sentence belongs to, where there is one; `sentences` has each
    reason by itself.
    """

    def __init__(self, *sentences: Any, field: str | None = None) -> None:
        self.sentences = [str(sentence) for sentence in sentences]
        self.field = field
        super().__init__(" ".join(self.sentences))

    @property
    def sentence(self) -> str:
        return " ".join(self.sentences)


class NotAllowed(Refused):
    """The table of rights says no: pages answer 403, or 404 where the thing itself is not to be seen."""


def demand(by: User | None, do: Do, thing: Any, sentence: Any) -> None:
    """Raise NotAllowed with `sentence` unless `by` may; None is the portal itself."""
    if by is not None and not may(by, do, thing):
        raise NotAllowed(sentence)


def demand_note(by: User | None, thing: Any, note: str, sentence: Any) -> None:
    """Raise Refused unless an editor who acts on a museum's record from outside says why."""
    if by is not None and not note.strip() and needs_note(by, thing):
        raise Refused(sentence, field="note")
