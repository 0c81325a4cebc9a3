"""Statements of influence, published and withdrawn by themselves."""

from __future__ import annotations

import pytest

from collection.actions.influences import publish_influence, withdraw_influence
from collection.actions.refusal import NotAllowed, Refused
from collection.enums import Status
from members.models import Deed
from tests.factories import EditorFactory, InfluenceFactory, MuseumFactory, staff_of

pytestmark = pytest.mark.django_db


def test_influence_is_published_and_withdrawn_by_the_museum_that_makes_it() -> None:
    museum = MuseumFactory()
    claim, registrar = InfluenceFactory(asserted_by_museum=museum), staff_of(museum)
    publish_influence(claim, by=registrar)
    assert claim.status == Status.PUBLISHED
    with pytest.raises(Refused, match="public already"):
        publish_influence(claim, by=registrar)
    withdraw_influence(claim, by=registrar, reason="Refuted in 2024")
    assert claim.status == Status.WITHDRAWN
    assert list(Deed.objects.order_by("id").values_list("verb", "noun", "museum", "is_public")) == [
        ("publish", "influence", None, True),
        ("withdraw", "influence", None, True),
    ]


def test_influence_that_nobody_asserts_is_an_editors() -> None:
    claim = InfluenceFactory()
    with pytest.raises(NotAllowed):
        publish_influence(claim, by=staff_of(MuseumFactory()))
    publish_influence(claim, by=EditorFactory())
    assert claim.is_public
