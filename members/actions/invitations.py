"""Invitations: sent by e-mail with a secret link, accepted once, within fourteen days."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from members.deeds import deed
from members.enums import MUSEUM_ROLES
from members.models import Invitation, Membership, Museum, User
from members.permissions import Do, may


class AlreadyInvited(Exception):  # noqa: N818  a sentence for who invites
    """The person holds the role already."""


class NotOpen(Exception):  # noqa: N818
    """The invitation was accepted, has expired, or never was."""


def invite(email: str, role: str, *, museum: Museum | None, by: User) -> Invitation:
    """Invite somebody to a role. An open invitation to the same role is replaced, so its old link dies.

    Raises PermissionDenied, or AlreadyInvited if the person holds the role.
    """
    demand_may_give(by, role, museum)
    email = email.strip().lower()
    if Membership.objects.filter(user__email=email, role=role, museum=museum).exists():
        raise AlreadyInvited(_("%(email)s holds this role already.") % {"email": email})
    with deed("invite", museum, by=by, note=f"{email}: {role}") as telling:
        Invitation.objects.filter(email=email, role=role, museum=museum, accepted_at=None).delete()
        invitation = Invitation(email=email, role=role, museum=museum, invited_by=by)
        secret = invitation.draw_secret()
        invitation.save()
        if museum is None:
            telling.about(invitation)
        transaction.on_commit(lambda: _send(invitation, secret))
    return invitation


def found(secret: str) -> Invitation:
    """The open invitation that `secret` belongs to. Raises NotOpen."""
    invitation = (
        Invitation.objects.select_related("museum", "invited_by")
        .filter(secret_sha256=Invitation.hashed(secret))
        .first()
    )
    if invitation is None or not invitation.is_open:
        raise NotOpen
    return invitation


def accept(secret: str, *, name: str, password: str) -> User:
    """Make the account, or take the one there is, and give the role. Raises NotOpen or ValidationError.

    Somebody who has an account keeps name and password: the link proves the address, not the person at the desk.
    """
    with transaction.atomic():
        Invitation.objects.select_for_update().filter(secret_sha256=Invitation.hashed(secret)).first()
        invitation = found(secret)
        user = User.objects.filter(email=invitation.email.lower()).first()
        if user is None:
            validate_password(password, User(email=invitation.email, name=name))
            user = User.objects.create_user(invitation.email, password, name=name.strip())
        with deed("accept_invitation", invitation.museum, by=user, note=invitation.role) as telling:
            Membership.objects.get_or_create(user=user, role=invitation.role, museum=invitation.museum)
            invitation.accepted_at = timezone.now()
            invitation.save(update_fields=["accepted_at"])
            if invitation.museum is None:
                telling.about(invitation)
    user.__dict__.pop("roles", None)
    return user


def demand_may_give(by: User, role: str, museum: Museum | None) -> None:
    """Raise PermissionDenied unless `by` may give `role` there."""
    if role in MUSEUM_ROLES and museum is not None and may(by, Do.RUN_MUSEUM, museum):
        return
    if role not in MUSEUM_ROLES and museum is None and may(by, Do.RUN_NETWORK):
        return
    raise PermissionDenied(_("You may not give this role."))


def _send(invitation: Invitation, secret: str) -> None:
    context = {
        "invitation": invitation,
        "address": settings.PUBLIC_URL + reverse("invitation", args=[secret]),
        "network": settings.NETWORK_NAME,
    }
    send_mail(
        _("Your invitation to the Virtual Collection of Masterpieces"),
        render_to_string("members/invitation_email.txt", context),
        None,
        [invitation.email],
    )
