"""The quota is soft: a director asks, an editor decides."""

from __future__ import annotations

import pytest

from collection.actions.quota import ask_quota, grant_quota, quota_warning, refuse_quota
from collection.actions.refusal import NotAllowed, Refused
from members.enums import Role
from tests.factories import ArtworkFactory, EditorFactory, MuseumFactory, staff_of

pytestmark = pytest.mark.django_db


def test_grant_quota_raises_it_once() -> None:
    museum = MuseumFactory(quota=25)
    director, editor = staff_of(museum, Role.DIRECTOR), EditorFactory()
    request = ask_quota(museum, by=director, quota=40, reason="A bequest of fifteen scrolls")
    grant_quota(request, by=editor)
    museum.refresh_from_db()
    assert (museum.quota, request.is_granted, request.decided_by) == (40, True, editor)
    with pytest.raises(Refused, match="decided already"):
        refuse_quota(request, by=editor)


def test_refuse_quota_leaves_it() -> None:
    museum = MuseumFactory(quota=25)
    request = ask_quota(museum, by=staff_of(museum, Role.DIRECTOR), quota=40, reason="More")
    refuse_quota(request, by=EditorFactory())
    museum.refresh_from_db()
    assert (museum.quota, request.is_granted) == (25, False)


def test_ask_quota_is_the_directors_and_rewrites_an_open_request() -> None:
    museum = MuseumFactory(quota=25)
    director = staff_of(museum, Role.DIRECTOR)
    with pytest.raises(NotAllowed):
        ask_quota(museum, by=staff_of(museum, Role.REGISTRAR), quota=40, reason="More")
    with pytest.raises(Refused) as refusal:
        ask_quota(museum, by=director, quota=25, reason="More")
    assert refusal.value.field == "quota"
    first = ask_quota(museum, by=director, quota=30, reason="More")
    second = ask_quota(museum, by=director, quota=35, reason="Still more")
    assert (second.pk, second.quota) == (first.pk, 35)


def test_quota_warning_counts_what_is_public() -> None:
    museum = MuseumFactory(quota=1, name="Museum Volkenkunde")
    ArtworkFactory(museum=museum)
    ArtworkFactory(museum=museum, published=True)
    assert quota_warning(museum) == ""
    ArtworkFactory(museum=museum, published=True)
    assert quota_warning(museum).startswith("Museum Volkenkunde now shows 2 works; its quota is 1.")
