"""The table of rights (CONTRACTS §2), cell by cell."""

from __future__ import annotations

from typing import Any

import pytest

from collection.enums import Status
from collection.models import Artwork, Influence
from exhibitions.enums import CuratorRole
from exhibitions.models import Exhibition
from members.enums import MUSEUM_ROLES, Role
from members.models import Museum, User
from members.permissions import Do, may, needs_note
from tests.factories import (
    ArtworkFactory,
    ExhibitionFactory,
    InfluenceFactory,
    MembershipFactory,
    MuseumFactory,
    SectionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ROLES = [Role.CATALOGUER, Role.REGISTRAR, Role.DIRECTOR, Role.CURATOR, Role.EDITOR, Role.ADMINISTRATOR]
# Deed → who may do it to a thing of their own museum (or network): one letter a role, in the order of ROLES.
OWN = {
    Do.VIEW: "yyy-yy",
    Do.DRAFT: "yyy---",
    Do.PUBLISH: "-yy-y-",
    Do.ERASE: "--y--y",
    Do.CORRECT: "-yy---",
    Do.ASK_QUOTA: "--y---",
    Do.GRANT_QUOTA: "----y-",
    Do.RUN_MUSEUM: "--y--y",
    Do.RUN_NETWORK: "-----y",
    Do.PROPOSE_TERM: "yyyyy-",
    Do.DECIDE_TERM: "----y-",
    Do.CLAIM: "-yy-y-",
    Do.COUNSEL: "--y---",
    Do.LEND: "-yy---",
    Do.START_EXHIBITION: "---y--",
    Do.WITHDRAW_EXHIBITION: "----y-",
}
# The same for a thing of another museum: only the network's roles are left.
OTHERS = {
    Do.VIEW: "----yy",
    Do.DRAFT: "------",
    Do.PUBLISH: "----y-",
    Do.ERASE: "-----y",
    Do.CORRECT: "------",
    Do.ASK_QUOTA: "------",
    Do.RUN_MUSEUM: "-----y",
    Do.CLAIM: "----y-",
    Do.COUNSEL: "------",
    Do.LEND: "------",
}


# Who has a part in an exhibition may: lead it, write in a section not given to anybody, review it.
PARTS = {
    "lead": {Do.LEAD: True, Do.WRITE: True, Do.REVIEW: True},
    "co-curator": {Do.LEAD: False, Do.WRITE: True, Do.REVIEW: True},
    "section-author": {Do.LEAD: False, Do.WRITE: False, Do.REVIEW: True},
    "reader": {Do.LEAD: False, Do.WRITE: False, Do.REVIEW: True},
    "": {Do.LEAD: False, Do.WRITE: False, Do.REVIEW: False},
}


def person(role: Role, museum: Museum) -> User:
    return MembershipFactory(
        user=UserFactory(), role=role, museum=museum if role in MUSEUM_ROLES else None
    ).user


def row(deed: Do, thing: Any, museum: Museum) -> str:
    return "".join("y" if may(person(role, museum), deed, thing) else "-" for role in ROLES)


@pytest.mark.parametrize("deed", OWN)
def test_may_of_ones_own_museum_is_the_table(deed: Do) -> None:
    museum = MuseumFactory()
    assert row(deed, ArtworkFactory(museum=museum), museum) == OWN[deed]


@pytest.mark.parametrize("deed", OTHERS)
def test_may_of_another_museum_is_only_the_networks(deed: Do) -> None:
    assert row(deed, ArtworkFactory(), MuseumFactory()) == OTHERS[deed]


def test_the_table_names_every_deed() -> None:
    assert set(OWN) | {Do.CURATE, *PARTS["lead"]} == set(Do)


@pytest.mark.parametrize("deed", [Do.DRAFT, Do.PUBLISH, Do.CORRECT])
def test_a_statement_of_influence_is_judged_as_its_museums_records(deed: Do) -> None:
    museum = MuseumFactory()
    own, others = (
        InfluenceFactory(asserted_by_museum=museum),
        InfluenceFactory(asserted_by_museum=MuseumFactory()),
    )
    assert (row(deed, own, museum), row(deed, others, museum)) == (OWN[deed], OTHERS[deed])
    assert row(deed, Influence(), museum) == OTHERS[deed]


def test_only_its_curators_curate_an_exhibition() -> None:
    museum, exhibition = MuseumFactory(), ExhibitionFactory()
    assert row(Do.CURATE, exhibition, museum) == "------"
    curator = person(Role.CURATOR, museum)
    membership = exhibition.exhibition_curators.create(user=curator)
    assert (may(curator, Do.CURATE, exhibition), may(curator, Do.VIEW, exhibition)) == (True, True)
    membership.role = CuratorRole.READER
    membership.save()
    assert not may(curator, Do.CURATE, Exhibition.objects.get(pk=exhibition.pk))
    registrar = person(Role.REGISTRAR, museum)
    exhibition.exhibition_curators.create(user=registrar)
    assert not may(registrar, Do.CURATE, exhibition)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_in_an_exhibition_is_the_table_of_the_studio(part: str) -> None:
    section = SectionFactory()
    curator = person(Role.CURATOR, MuseumFactory())
    if part:
        section.exhibition.exhibition_curators.create(user=curator, role=part)
    exhibition = Exhibition.objects.get(pk=section.exhibition_id)
    of = {Do.WRITE: exhibition.sections.get()}
    assert {deed: may(curator, deed, of.get(deed, exhibition)) for deed in PARTS[part]} == PARTS[part]


def test_nobody_may_anything_without_a_role_or_when_barred() -> None:
    museum = MuseumFactory()
    work = ArtworkFactory(museum=museum)
    barred = person(Role.DIRECTOR, museum)
    barred.is_active = False
    for user in (None, UserFactory(), barred):
        assert [deed for deed in Do if deed is not Do.CURATE and may(user, deed, work)] == []


def test_everybody_sees_what_is_public() -> None:
    work = ArtworkFactory(published=True)
    assert may(None, Do.VIEW, work)
    assert may(UserFactory(), Do.VIEW, work)
    assert not may(None, Do.VIEW, Artwork(status=Status.DRAFT, museum=work.museum))


def test_only_who_acts_from_outside_must_say_why() -> None:
    museum = MuseumFactory()
    work = ArtworkFactory(museum=museum)
    assert [needs_note(person(role, museum), work) for role in (Role.REGISTRAR, Role.EDITOR)] == [False, True]


def test_djangos_question_is_answered_by_the_same_table() -> None:
    museum = MuseumFactory()
    work = ArtworkFactory(museum=museum)
    registrar, curator = person(Role.REGISTRAR, museum), person(Role.CURATOR, museum)
    assert registrar.has_perm("collection.change_artwork", work)
    assert not curator.has_perm("collection.change_artwork", work)
    assert not registrar.has_perm("collection.change_concept")
    assert not registrar.has_perm("auth.change_group")
    assert not registrar.is_superuser
