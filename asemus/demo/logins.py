"""The demonstration's people: made in the database, and allowed in only where nothing real can be touched."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import HttpRequest

from asemus.demo.passwords import MUSEUM, Login
from collection.models import Artwork
from exhibitions.actions.exhibitions import join
from exhibitions.models import Exhibition
from members.enums import Role
from members.models import Deed, Membership, Museum, User


def are_allowed(request: HttpRequest | None) -> bool:
    """True only with DEBUG on, from and to this very machine, on a database without real records."""
    if not settings.DEBUG or request is None:
        return False
    return _is_at_this_machine(request) and not holds_real_records()


def _is_at_this_machine(request: HttpRequest) -> bool:
    """Both ends are loopback and nobody stands between them."""
    if "HTTP_X_FORWARDED_FOR" in request.META or "HTTP_FORWARDED" in request.META:
        return False
    host = request.get_host().rpartition(":")[0] or request.get_host()
    return _is_loopback(request.META.get("REMOTE_ADDR", "")) and _is_loopback(host.strip("[]"))


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def holds_real_records() -> bool:
    """True if a real person has a role or has done something here, or a work came from elsewhere than from us."""
    ours = Deed.objects.filter(public_id=OuterRef("public_id"), by__is_demonstration=True)
    return (
        Membership.objects.filter(user__is_demonstration=False).exists()
        or Deed.objects.filter(by__is_demonstration=False).exists()
        or Artwork.objects.filter(~Exists(ours), is_demonstration=False).exists()
    )


@transaction.atomic
def make(logins: list[Login]) -> None:
    """Make or mend the people of these logins; a second call changes nothing."""
    for login in logins:
        user, _is_new = User.objects.get_or_create(
            email=login.email, defaults={"is_demonstration": True, "name": login.words}
        )
        if not user.is_demonstration:
            continue  # a real person's address is left alone
        if not user.check_password(login.password):
            user.set_password(login.password)
            user.save(update_fields=["password"])
        museum = Museum.objects.get(slug=MUSEUM) if login.role == Role.REGISTRAR else None
        Membership.objects.get_or_create(user=user, museum=museum, role=login.role)
        if login.role == Role.CURATOR:
            for show in Exhibition.objects.filter(is_demonstration=True):
                join(show, user, by=None)
