"""Looking at an exhibition before it opens: comments on blocks, and secret links for people from outside."""

from __future__ import annotations

import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from exhibitions.actions.changes import about, changing
from exhibitions.actions.loans import curators_of
from exhibitions.actions.notices import tell
from exhibitions.enums import NoticeOf
from exhibitions.models import Block, Comment, Exhibition, PreviewLink
from members.models import User
from members.permissions import Do

COMMENT_LENGTH = 4000
MOST_DAYS = 90


def comment(block: Block, text: str, *, by: User, parent: Comment | None = None) -> Comment:
    """Say something about a block, or answer what was said. Raises Refused."""
    exhibition = block.section.exhibition
    _demand_part(exhibition, by)
    if not text.strip() or len(text) > COMMENT_LENGTH:
        raise Refused(_("Write up to %(limit)d characters.") % {"limit": COMMENT_LENGTH}, field="text")
    if parent is not None and (parent.block_id != block.pk or parent.parent_id is not None):
        raise Refused(_("There is no such comment to answer."), field="parent")
    with changing(exhibition, "comment", by=by) as change:
        made = Comment.objects.create(block=block, parent=parent, by=by, text=text.strip())
        about(change, made)
        others = [person for person in curators_of(exhibition) if person.pk != by.pk]
        tell(others, NoticeOf.COMMENT, exhibition, block=block, words=made.text)
    return made


def resolve(said: Comment, *, by: User, is_resolved: bool = True) -> Comment:
    """Say that a comment is seen to, with its answers; or take that back."""
    exhibition = said.block.section.exhibition
    _demand_part(exhibition, by)
    if said.parent_id is not None:
        raise Refused(_("An answer is seen to with its comment."))
    with changing(exhibition, "resolve_comment" if is_resolved else "reopen_comment", by=by) as change:
        said.resolved_at, said.resolved_by = (timezone.now(), by) if is_resolved else (None, None)
        said.save(update_fields=["resolved_at", "resolved_by"])
        about(change, said)
    return said


def make_link(
    exhibition: Exhibition, *, by: User, label: str = "", days: int = 14
) -> tuple[PreviewLink, str]:
    """A secret address of what stands in the studio; gives the secret, which is kept nowhere."""
    demand(by, Do.CURATE, exhibition, _("You do not curate this exhibition."))
    if not 1 <= days <= MOST_DAYS:
        raise Refused(_("A link lives for one to %(limit)d days.") % {"limit": MOST_DAYS}, field="days")
    with changing(exhibition, "make_link", by=by, note=label[:200]) as change:
        expires = timezone.now() + datetime.timedelta(days=days)
        link = PreviewLink(exhibition=exhibition, label=label.strip()[:200], made_by=by, expires_at=expires)
        secret = link.draw_secret()
        link.save()
        about(change, link)
    return link, secret


def revoke_link(link: PreviewLink, *, by: User) -> PreviewLink:
    """The address leads nowhere from now on."""
    demand(by, Do.CURATE, link.exhibition, _("You do not curate this exhibition."))
    with changing(link.exhibition, "revoke_link", by=by, note=link.label) as change:
        link.revoked_at = link.revoked_at or timezone.now()
        link.save(update_fields=["revoked_at"])
        about(change, link)
    return link


def previewed(secret: str) -> Exhibition | None:
    """The exhibition that an open link with this secret shows, or None: wrong, expired and revoked are the same."""
    found = PreviewLink.objects.select_related("exhibition")
    link = found.filter(secret_sha256=PreviewLink.hashed(secret)).first() if len(secret) <= 100 else None
    return link.exhibition if link is not None and link.is_open else None


def _demand_part(exhibition: Exhibition, by: User) -> None:
    """Who only reads every exhibition by office does not speak in it."""
    demand(by, Do.REVIEW, exhibition, _("You have no part in this exhibition."))
    if not exhibition.role_of(by):
        raise Refused(_("You have no part in this exhibition."))
