"""Sign-in: by invitation only, limited, with a second factor where a role asks for one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from members.actions.invitations import invite
from members.actions.museums import edit_museum
from members.actions.roles import give_role, take_role
from members.enums import Role
from members.models import Deed, Invitation, Membership, User
from tests.factories import MuseumFactory, UserFactory, staff_of
from tests.integration.posted import fields_of
from tests.integration.test_admin_artwork import signed_in

PASSWORD = "a long enough password"
NEW = {"name": "Mai Nguyễn", "password": "moon jar 1750 white", "again": "moon jar 1750 white"}


@pytest.fixture(autouse=True)
def _fresh_limits(db: Any) -> None:
    cache.clear()


def sign_in(client: Client, email: str, password: str = PASSWORD) -> Any:
    return client.post("/accounts/login/", {"login": email, "password": password})


def link_in(message: Any) -> str:
    found = re.search(r"https?://[^/]+(/invitation/\S+)", message.body)
    assert found
    return found[1]


def test_staff_sign_in_with_their_address(client: Client) -> None:
    user = staff_of(MuseumFactory())
    answer = sign_in(client, user.email.upper())
    assert (answer.status_code, answer["Location"]) == (302, "/admin/")
    page = client.get("/admin/")
    assert "Your desk" in page.content.decode()


def test_the_admins_own_sign_in_is_allauths(client: Client) -> None:
    answer = client.get("/admin/login/?next=/admin/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/login/?next=%2Fadmin%2F")
    somebody = signed_in(UserFactory())
    assert somebody.get("/admin/login/").status_code == 403


def test_nobody_signs_up(client: Client) -> None:
    before = User.objects.count()
    page = client.post(
        "/accounts/signup/", {"email": "x@example.org", "password1": PASSWORD, "password2": PASSWORD}
    )
    assert page.status_code == 200
    assert "By invitation" in page.content.decode()
    assert User.objects.count() == before


def test_too_many_attempts_are_stopped_for_every_worker(client: Client) -> None:
    user = staff_of(MuseumFactory())
    said = [sign_in(client, user.email, "wrong") for _ in range(7)][-1]
    assert "Too many failed" in said.content.decode() or said.status_code == 429
    assert sign_in(client, user.email).status_code != 302
    assert "DatabaseCache" in type(cache._connections["default"]).__name__  # type: ignore[attr-defined]


@pytest.mark.django_db(transaction=True)
def test_an_invitation_makes_the_account_once(client: Client) -> None:
    museum = MuseumFactory()
    director = staff_of(museum, Role.DIRECTOR, name="Anna")
    page = signed_in(director).get("/admin/members/invitation/add/")
    fields = fields_of(page.content.decode(), "invitation_form")
    sent = signed_in(director).post(
        "/admin/members/invitation/add/",
        {**fields, "email": "mai@example.org", "role": "registrar", "museum": museum.pk},
    )
    assert sent.status_code == 302
    [message] = mail.outbox
    link = link_in(message)
    page = client.get(link)
    assert (page.status_code, page["Referrer-Policy"], "Anna" in page.content.decode()) == (
        200,
        "no-referrer",
        True,
    )
    assert client.post(link, {**NEW, "again": "other"}).status_code == 200
    assert client.post(link, {**NEW, "password": "short", "again": "short"}).status_code == 200
    assert not User.objects.filter(email="mai@example.org").exists()
    assert client.post(link, NEW)["Location"] == "/admin/"
    user = User.objects.get(email="mai@example.org")
    assert (user.name, user.roles, user.check_password(NEW["password"])) == (
        "Mai Nguyễn",
        [(Role.REGISTRAR, museum.pk)],
        True,
    )
    assert client.get("/admin/").status_code == 200
    assert Client().get(link).status_code == 410
    assert set(Deed.objects.values_list("verb", flat=True)) == {"invite", "accept_invitation"}


@pytest.mark.django_db(transaction=True)
def test_an_old_or_replaced_invitation_is_closed(client: Client) -> None:
    museum = MuseumFactory()
    director = staff_of(museum, Role.DIRECTOR)
    for _ in range(2):
        invite("new@example.org", Role.CATALOGUER, museum=museum, by=director)
    first, second = (link_in(message) for message in mail.outbox)
    assert [client.get(first).status_code, client.get(second).status_code] == [410, 200]
    Invitation.objects.update(invited_at=timezone.now() - timezone.timedelta(days=15))
    assert client.get(second).status_code == 410
    assert client.get("/invitation/nonsense/").status_code == 410


@pytest.mark.django_db(transaction=True)
def test_somebody_known_gets_the_role_and_still_signs_in(client: Client) -> None:
    museum = MuseumFactory()
    known = UserFactory(email="known@example.org")
    invite("Known@Example.org", Role.CATALOGUER, museum=museum, by=staff_of(museum, Role.DIRECTOR))
    answer = client.post(link_in(mail.outbox[0]), {"password": "somebody else's choice"})
    assert answer["Location"] == "/accounts/login/"
    assert client.get("/admin/").status_code == 302
    known.refresh_from_db()
    assert known.check_password(PASSWORD)
    assert Membership.objects.filter(user=known, museum=museum, role=Role.CATALOGUER).exists()


def test_a_director_invites_only_for_the_own_museum() -> None:
    museum = MuseumFactory()
    director = staff_of(museum, Role.DIRECTOR)
    for role, where in [
        (Role.REGISTRAR, MuseumFactory()),
        (Role.EDITOR, None),
        (Role.ADMINISTRATOR, None),
        (Role.REGISTRAR, None),
    ]:
        with pytest.raises(PermissionDenied):
            invite("x@example.org", role, museum=where, by=director)
    with pytest.raises(PermissionDenied):
        invite("x@example.org", Role.CATALOGUER, museum=museum, by=staff_of(museum))
    client = signed_in(director)
    post = {"email": "x@example.org", "role": "editor", "museum": ""}
    assert client.post("/admin/members/invitation/add/", post).status_code == 200
    assert not Invitation.objects.exists()


def test_roles_are_given_and_taken_and_the_last_administrator_stays() -> None:
    museum = MuseumFactory()
    director, person = staff_of(museum, Role.DIRECTOR), UserFactory()
    given = give_role(person, Role.CATALOGUER, museum=museum, by=director)
    assert give_role(person, Role.CATALOGUER, museum=museum, by=director) == given
    take_role(given, by=director)
    assert person.memberships.count() == 0
    last = Membership.objects.create(user=UserFactory(), role=Role.ADMINISTRATOR)
    with pytest.raises(PermissionDenied, match="last administrator"):
        take_role(last, by=last.user)


def test_a_director_edits_the_own_museums_page_only() -> None:
    museum, other = MuseumFactory(), MuseumFactory()
    director = staff_of(museum, Role.DIRECTOR)
    edit_museum(museum, by=director, city="Hanoi")
    museum.refresh_from_db()
    assert (museum.city, Deed.objects.get().verb) == ("Hanoi", "edit_museum")
    for thing, changes in [(other, {"city": "X"}), (museum, {"quota": 900})]:
        with pytest.raises(PermissionDenied):
            edit_museum(thing, by=director, **changes)


def test_a_role_that_needs_a_second_factor_is_sent_to_set_one_up(settings: Any) -> None:
    settings.SECOND_FACTOR_ROLES = ["registrar"]
    user = staff_of(MuseumFactory())
    client = signed_in(user)
    answer = client.get("/admin/")
    assert (answer.status_code, answer["Location"]) == (302, "/accounts/2fa/")
    page = client.get("/accounts/2fa/")
    assert page.status_code == 200
    assert "Your role needs a second factor" in page.content.decode()
    assert (
        client.get("/admin/date-check/?words=1900", headers={"Accept": "application/json"}).status_code == 403
    )
    assert client.post("/admin/language/", {"language": "fr", "next": "/admin/"}).status_code == 302
    TOTP.activate(user, generate_totp_secret())
    assert client.get("/admin/").status_code == 200
    assert client.post("/admin/logout/").status_code in (200, 302)


def test_who_must_set_up_a_second_factor_may_still_leave(settings: Any) -> None:
    settings.SECOND_FACTOR_ROLES = ["registrar"]
    client = signed_in(staff_of(MuseumFactory()))
    client.post("/admin/logout/")
    assert "_auth_user_id" not in client.session


def test_roles_without_the_demand_pass(settings: Any) -> None:
    settings.SECOND_FACTOR_ROLES = ["registrar"]
    assert signed_in(staff_of(MuseumFactory(), Role.CATALOGUER)).get("/admin/").status_code == 200


def test_with_an_app_the_password_alone_does_not_open(client: Client) -> None:
    user = staff_of(MuseumFactory())
    TOTP.activate(user, generate_totp_secret())
    answer = sign_in(client, user.email)
    assert answer["Location"] == "/accounts/2fa/authenticate/"
    assert client.get("/admin/").status_code == 302
    assert client.get("/accounts/2fa/authenticate/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/accounts/login/", "/accounts/password/reset/", "/accounts/password/reset/done/", "/accounts/signup/"],
)
def test_pages_before_sign_in_open_in_our_look(client: Client, path: str) -> None:
    page = client.get(path)
    assert page.status_code == 200
    html = page.content.decode()
    assert 'class="sign-in' in html
    assert "<script>" not in html
    assert " style=" not in html


@pytest.mark.parametrize("path", ["/accounts/2fa/", "/accounts/password/change/", "/accounts/logout/"])
def test_pages_of_ones_account_open_in_our_look(path: str) -> None:
    page = signed_in(staff_of(MuseumFactory())).get(path)
    assert page.status_code == 200
    assert 'class="sign-in' in page.content.decode()


def test_a_forgotten_password_is_reset_by_mail(client: Client) -> None:
    user = staff_of(MuseumFactory())
    assert client.post("/accounts/password/reset/", {"email": user.email}).status_code == 302
    assert user.email in mail.outbox[0].to
    assert "/accounts/password/reset/key/" in mail.outbox[0].body


def test_the_staffs_language_is_a_cookie_of_the_admin_alone() -> None:
    client = signed_in(staff_of(MuseumFactory()))
    answer = client.post("/admin/language/", {"language": "fr", "next": "//evil.example/"})
    assert answer["Location"] == "/admin/"
    assert client.get("/admin/")["Content-Language"] == "fr"
    assert client.get("/about/")["Content-Language"] == "en"
    client.post("/admin/language/", {"language": "tlh", "next": "/admin/"})
    assert client.get("/admin/")["Content-Language"] == "fr"
