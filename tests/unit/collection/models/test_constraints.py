"""What the database itself refuses, whoever writes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from collection.enums import InfluenceKind, Status
from collection.models import Artwork, ArtworkVersion, Influence, Title
from members.models import Deed, Identifier, Membership
from tests.factories import (
    ArtworkFactory,
    CultureFactory,
    EpochFactory,
    ImageFactory,
    InfluenceFactory,
    MuseumFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db


def refused(constraint: str, write: Callable[[], object]) -> None:
    """Assert that `write` is refused by the constraint of that name and by no other."""
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        write()
    assert refusal.value.__cause__.diag.constraint_name == constraint


def test_artwork_accession_number_is_unique_within_its_museum_only() -> None:
    first = ArtworkFactory(accession_number="1903,0408,0.1")
    elsewhere = ArtworkFactory(accession_number="1903,0408,0.1")
    assert first.museum != elsewhere.museum
    refused(
        "artwork_accession_number_is_unique_in_its_museum",
        lambda: Artwork.objects.create(museum=first.museum, accession_number="1903,0408,0.1"),
    )


def test_artwork_without_accession_number_needs_a_reason() -> None:
    museum = MuseumFactory()
    refused("artwork_accession_number_or_reason", lambda: Artwork.objects.create(museum=museum))
    one = Artwork.objects.create(museum=museum, accession_missing_reason="Not known")
    two = Artwork.objects.create(museum=museum, accession_missing_reason="Not known")
    assert one.pk != two.pk


@pytest.mark.parametrize(
    ("bounds", "constraint"),
    [
        ((1600, 1599, 1699, 1699), "artwork_date_bounds_are_in_order"),
        ((1600, 1600, 1700, 1650), "artwork_date_bounds_are_in_order"),
        ((1700, 1700, 1600, 1700), "artwork_date_bounds_are_in_order"),
        ((1600, None, 1699, 1699), "artwork_date_bounds_stand_together"),
        ((-10_000_001, 0, 1, 1), "artwork_date_bounds_stand_together"),
    ],
)
def test_artwork_date_bounds_out_of_order_are_refused(
    bounds: tuple[int | None, ...], constraint: str
) -> None:
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    refused(constraint, lambda: ArtworkFactory(**dict(zip(names, bounds, strict=True))))


def test_artwork_years_are_generated_from_the_outer_bounds() -> None:
    work = ArtworkFactory(earliest_begin=-499, latest_begin=-490, earliest_end=-450, latest_end=-399)
    work.refresh_from_db()
    assert (work.earliest_year, work.latest_year) == (-499, -399)


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"status": "lost"}, "artwork_status_is_known"),
        ({"status": Status.PUBLISHED}, "artwork_published_says_when"),
        ({"status": Status.WITHDRAWN}, "artwork_withdrawn_says_why"),
        ({"rights": "http://example.org/mine"}, "artwork_rights_are_listed"),
        ({"production_country": "cn"}, "artwork_country_is_an_iso_code"),
        ({"date_basis": "override"}, "artwork_date_override_says_why"),
        ({"display_notice_kind": "rude"}, "artwork_notice_is_known"),
    ],
)
def test_artwork_values_outside_their_lists_are_refused(values: dict[str, str], constraint: str) -> None:
    work = ArtworkFactory()
    refused(constraint, lambda: Artwork.objects.filter(pk=work.pk).update(**values))


@pytest.mark.parametrize(("latitude", "longitude"), [(52.0, None), (None, 4.0), (91.0, 4.0), (52.0, 181.0)])
def test_museum_point_off_the_earth_or_half_given_is_refused(
    latitude: float | None, longitude: float | None
) -> None:
    refused("museum_point_is_on_earth", lambda: MuseumFactory(latitude=latitude, longitude=longitude))


def test_title_of_white_space_is_refused() -> None:
    work = ArtworkFactory()
    refused("title_says_something", lambda: Title.objects.create(artwork=work, text=" \n"))


def test_image_of_unlisted_rights_is_refused() -> None:
    image = ImageFactory()
    refused(
        "artworkimage_rights_are_listed",
        lambda: type(image).objects.filter(pk=image.pk).update(rights="free"),
    )


def test_influence_has_exactly_one_source_and_one_target_and_they_differ() -> None:
    china, iran = CultureFactory(), CultureFactory()
    work = ArtworkFactory()
    said = {"kinds": [InfluenceKind.MOTIF], "statement": {"en": "A motif travelled."}}
    refused(
        "influence_has_one_source",
        lambda: Influence.objects.create(
            source_culture=china, source_artwork=work, target_culture=iran, **said
        ),
    )
    refused("influence_has_one_target", lambda: Influence.objects.create(source_culture=china, **said))
    refused(
        "influence_source_is_not_its_target",
        lambda: Influence.objects.create(source_culture=china, target_culture=china, **said),
    )
    refused(
        "influence_source_is_not_its_target",
        lambda: Influence.objects.create(source_artwork=work, target_artwork=work, **said),
    )


@pytest.mark.parametrize("kinds", [[], ["magic"], ["motif", "magic"]])
def test_influence_kinds_come_from_the_closed_list(kinds: list[str]) -> None:
    influence = InfluenceFactory()
    refused(
        "influence_kinds_are_known",
        lambda: Influence.objects.filter(pk=influence.pk).update(kinds=kinds),
    )


def test_epoch_has_one_preferred_definition() -> None:
    epoch = EpochFactory()
    definition = epoch.definitions.get()
    definition.pk = None
    refused("epochdefinition_one_is_preferred", definition.save)


@pytest.mark.parametrize(("role", "with_museum"), [("registrar", False), ("editor", True), ("king", True)])
def test_membership_role_fits_its_place(role: str, with_museum: bool) -> None:
    museum = MuseumFactory() if with_museum else None
    user = UserFactory()
    refused(
        "membership_role_fits_its_place",
        lambda: Membership.objects.create(user=user, museum=museum, role=role),
    )


def test_network_role_is_given_once_though_it_has_no_museum() -> None:
    user = UserFactory()
    Membership.objects.create(user=user, role="editor")
    refused("membership_is_given_once", lambda: Membership.objects.create(user=user, role="editor"))


@pytest.mark.parametrize("model", [Deed, Identifier, ArtworkVersion])
def test_append_only_rows_can_be_neither_changed_nor_deleted(model: type) -> None:
    work = ArtworkFactory()
    if model is Deed:
        Deed.objects.create(verb="publish", noun="artwork", public_id=work.public_id)
        change = {"note": "never said"}
    elif model is ArtworkVersion:
        ArtworkVersion.objects.create(
            artwork=work, number=1, document={}, sha256="0" * 64, published_at=work.changed_at
        )
        change = {"document": {"title": "forged"}}
    else:
        change = {"noun": "museum"}
    before = list(model.objects.order_by("pk").values())
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        model.objects.update(**change)
    with pytest.raises(ProgrammingError, match="Cannot update or delete"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert list(model.objects.order_by("pk").values()) == before
