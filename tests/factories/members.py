"""People, museums, roles."""

from __future__ import annotations

from typing import Any

import factory
from factory.django import DjangoModelFactory

from members.enums import NetworkStatus, Role
from members.models import Membership, Museum, User, slug_of


class UserFactory(DjangoModelFactory[User]):
    """Somebody without a role. The password is "a long enough password"."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("a long enough password")


class MuseumFactory(DjangoModelFactory[Museum]):
    """A member of the network; `name="…"` sets the English name and the slug."""

    class Meta:
        model = Museum
        exclude = ["name"]

    name = factory.Sequence(lambda n: f"Museum {n}")
    names = factory.LazyAttribute(lambda o: {"en": o.name})
    slug = factory.LazyAttribute(lambda o: slug_of(o.name))
    city = "Leiden"
    country = "NL"
    latitude = 52.16
    longitude = 4.48
    network_status = NetworkStatus.MEMBER


class MembershipFactory(DjangoModelFactory[Membership]):
    """A registrar of a new museum, unless told otherwise."""

    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    museum = factory.SubFactory(MuseumFactory)
    role = Role.REGISTRAR


def staff_of(museum: Museum, role: Role = Role.REGISTRAR, **of_user: Any) -> User:
    """A person with a role in `museum`."""
    return MembershipFactory(museum=museum, role=role, user=UserFactory(**of_user)).user


class CuratorFactory(UserFactory):
    """A curator of the network."""

    role = factory.RelatedFactory(MembershipFactory, "user", museum=None, role=Role.CURATOR)


class EditorFactory(UserFactory):
    """An editor of the network."""

    role = factory.RelatedFactory(MembershipFactory, "user", museum=None, role=Role.EDITOR)
