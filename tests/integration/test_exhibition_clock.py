"""The clock opens and closes exhibitions by itself; a public deed tells of it once."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.test import Client

from exhibitions.actions.clock import tell_openings_and_closings
from members.models import Deed
from tests.factories import ExhibitionFactory, SectionFactory

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 6, 1, 12, tzinfo=datetime.UTC)
HOUR = datetime.timedelta(hours=1)


def test_exhibition_opens_and_closes_without_any_timer() -> None:
    with time_machine.travel(NOON, tick=False):
        show = ExhibitionFactory(published=True, opens_at=NOON + HOUR, closes_at=NOON + 2 * HOUR)
        SectionFactory(exhibition=show)
    seen = []
    for minutes in (0, 59, 60, 119, 120):
        with time_machine.travel(NOON + datetime.timedelta(minutes=minutes), tick=False):
            seen.append(
                (
                    Client().get(f"/exhibitions/{show.slug}/").status_code,
                    Client().get("/exhibitions.json").json()["count"],
                )
            )
    assert seen == [(404, 0), (404, 0), (200, 1), (200, 1), (200, 0)]


def test_opening_and_closing_are_told_once_and_late_too() -> None:
    with time_machine.travel(NOON, tick=False):
        show = ExhibitionFactory(published=True, opens_at=NOON + HOUR, closes_at=NOON + 2 * HOUR)
        ExhibitionFactory(opens_at=NOON + HOUR)
        ExhibitionFactory(published=True, opens_at=NOON - HOUR)
        assert tell_openings_and_closings() == []
    told = []
    for hours in (1, 1, 3, 3):
        with time_machine.travel(NOON + hours * HOUR, tick=False):
            told.append(tell_openings_and_closings())
    assert told == [[("open", show.slug)], [], [("close", show.slug)], []]
    deeds = Deed.objects.public().about(show.public_id).order_by("id")
    assert [(deed.verb, deed.noun, deed.by) for deed in deeds] == [
        ("open", "exhibition", None),
        ("close", "exhibition", None),
    ]
