"""People are told: on the site by a row, and by e-mail, which a task of the same transaction sends."""

from __future__ import annotations

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

from exhibitions.enums import NoticeOf
from exhibitions.models import Block, Exhibition, Loan, Notice
from members.models import User

_SEND = "exhibitions.tasks.send_letter"  # by name: the tasks stand upon the actions


def tell(
    people: Iterable[User],
    kind: NoticeOf,
    exhibition: Exhibition,
    *,
    loans: Iterable[Loan] = (),
    block: Block | None = None,
    words: str = "",
) -> None:
    """One row a person and thing, and one e-mail a person, however many loans it tells of."""
    told = [person for person in people if person.is_active]
    about = list(loans)
    for person in told:
        Notice.objects.bulk_create(
            Notice(to=person, kind=kind, exhibition=exhibition, loan=loan, block=block)
            for loan in about or [None]
        )
    subject, text = _letter(kind, exhibition, about, words)
    for person in told:
        if not person.is_demonstration:
            app.configure_task(_SEND, queue="upkeep").defer(to=person.email, subject=subject, text=text)


def read(by: User) -> int:
    """Mark all notices of somebody as read; gives how many were not."""
    return Notice.objects.filter(to=by, read_at=None).update(read_at=timezone.now())


def _letter(kind: NoticeOf, exhibition: Exhibition, loans: list[Loan], words: str) -> tuple[str, str]:
    """Subject and text."""
    path = "/studio/requests/" if kind == NoticeOf.LOAN_REQUESTED else f"/studio/{exhibition.slug}/"
    context = {
        "kind": kind,
        "exhibition": exhibition,
        "loans": loans,
        "words": words,
        "address": f"{settings.PUBLIC_URL}{path}",
        "network": settings.NETWORK_NAME,
    }
    subject = _("%(what)s: %(exhibition)s") % {"what": kind.label, "exhibition": exhibition}
    return " ".join(subject.split())[:200], render_to_string("exhibitions/notice_email.txt", context)
