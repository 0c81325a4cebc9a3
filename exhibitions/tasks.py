"""Work in the background: telling that exhibitions opened or closed and that loans expired, and sending letters."""

from __future__ import annotations

from django.core.mail import send_mail
from procrastinate.contrib.django import app

from exhibitions.actions.clock import tell_openings_and_closings
from exhibitions.actions.loans import expire_loans


@app.periodic(cron="* * * * *")
@app.task(queue="upkeep", queueing_lock="exhibitions_by_the_clock")
def exhibitions_by_the_clock(timestamp: int) -> None:
    """Every minute. Visitors never wait for it: what they see, the queries decide by the clock."""
    tell_openings_and_closings()
    expire_loans()


@app.task(queue="upkeep", retry=5)
def send_letter(to: str, subject: str, text: str) -> None:
    """One e-mail; tried again where the post does not answer."""
    send_mail(subject, text, None, [to])
