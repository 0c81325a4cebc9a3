"""asemus.demo.logins and gate: the demonstration's people get in on this machine, on demonstration data, only."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from asemus.demo import logins
from asemus.demo.gate import DemonstrationGateMiddleware
from asemus.demo.passwords import MUSEUM, kept_logins
from members.models import Membership, Museum, User

pytestmark = pytest.mark.django_db

LOGINS = [
    logins.Login("registrar", "Registrar", "registrar@demonstration.example", "one"),
    logins.Login("curator", "Curator", "curator@demonstration.example", "two"),
    logins.Login("editor", "Editor", "editor@demonstration.example", "three"),
]


@pytest.fixture(autouse=True)
def _people() -> None:
    Museum.objects.create(slug=MUSEUM, names={"en": "National Museum of Korea"}, country="KR")
    logins.make(LOGINS)


@pytest.fixture
def debug(settings: Any) -> None:
    settings.DEBUG = True


def _request(host: str = "localhost:8000", address: str = "127.0.0.1", **more: str) -> HttpRequest:
    request = RequestFactory().post("/accounts/login/", HTTP_HOST=host, REMOTE_ADDR=address, **more)
    request.session = SessionStore()
    return request


def _sign_in(request: HttpRequest | None, email: str = "registrar@demonstration.example") -> User | None:
    user = authenticate(
        request, email=email, password={login.email: login.password for login in LOGINS}.get(email, "real")
    )
    return user if isinstance(user, User) else None


def test_make_gives_each_login_its_role() -> None:
    held = Membership.objects.order_by("role").values_list("user__email", "role", "museum__slug")
    assert list(held) == [
        ("curator@demonstration.example", "curator", None),
        ("editor@demonstration.example", "editor", None),
        ("registrar@demonstration.example", "registrar", MUSEUM),
    ]
    assert set(User.objects.values_list("is_demonstration", flat=True)) == {True}


def test_make_twice_changes_nothing() -> None:
    before = list(User.objects.order_by("pk").values())
    logins.make(LOGINS)
    assert list(User.objects.order_by("pk").values()) == before
    assert Membership.objects.count() == 3


def test_make_leaves_a_real_persons_address_alone() -> None:
    User.objects.filter(email="editor@demonstration.example").update(is_demonstration=False, password="kept")
    logins.make(LOGINS)
    assert User.objects.get(email="editor@demonstration.example").password == "kept"


@pytest.mark.usefixtures("debug")
@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "localhost"])
def test_demonstration_login_is_let_in_on_this_machine(host: str, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    user = _sign_in(_request(host))
    assert user is not None
    assert user.email == "registrar@demonstration.example"


def test_demonstration_login_is_refused_when_debug_is_off() -> None:
    assert _sign_in(_request()) is None


@pytest.mark.usefixtures("debug")
@pytest.mark.parametrize(
    ("host", "address", "more"),
    [
        ("localhost:8000", "192.0.2.7", {}),
        ("portal.example", "127.0.0.1", {}),
        ("localhost:8000", "", {}),
        ("localhost:8000", "127.0.0.1", {"HTTP_X_FORWARDED_FOR": "192.0.2.7"}),
    ],
)
def test_demonstration_login_is_refused_from_elsewhere(
    host: str, address: str, more: dict[str, str], settings: Any
) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    assert _sign_in(_request(host, address, **more)) is None


@pytest.mark.usefixtures("debug")
def test_demonstration_login_is_refused_without_a_request() -> None:
    assert _sign_in(None) is None


@pytest.mark.usefixtures("debug")
def test_demonstration_login_is_refused_beside_real_people() -> None:
    director = User.objects.create_user("director@museum.example", "real")
    director.memberships.create(role="director", museum=Museum.objects.get(slug=MUSEUM))
    assert logins.holds_real_records()
    assert _sign_in(_request()) is None
    assert _sign_in(_request(), "director@museum.example") == director


@pytest.mark.usefixtures("debug")
def test_kept_session_of_a_demonstration_login_ends_where_it_is_not_allowed(settings: Any) -> None:
    user = User.objects.get(email="editor@demonstration.example")

    def seen_by(request: HttpRequest) -> bool:
        request.user = user
        request.COOKIES[settings.SESSION_COOKIE_NAME] = "kept"
        DemonstrationGateMiddleware(lambda _request: HttpResponse())(request)
        return bool(request.user.is_authenticated)

    assert seen_by(_request())
    settings.DEBUG = False
    assert not seen_by(_request())


def test_kept_logins_are_random_and_closed_to_others(tmp_path: Any) -> None:
    first = kept_logins(tmp_path)
    assert kept_logins(tmp_path) == first
    assert len({login.password for login in first}) == 3
    assert {len(login.password) for login in first} == {16}
    assert (tmp_path / "demo-logins.json").stat().st_mode & 0o777 == 0o600
