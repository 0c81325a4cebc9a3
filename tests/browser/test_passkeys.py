"""A passkey is set up in the browser, opens the desk without a password, and counts as the second factor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from playwright.sync_api import CDPSession, Page, expect

from members.enums import Role
from members.models import User
from tests.browser.test_registrar_journey import PASSWORD
from tests.factories import MuseumFactory, staff_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# A device with a screen lock that keeps its keys itself, as telephones and laptops do.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def registrar(settings: Any) -> User:
    settings.SECOND_FACTOR_ROLES = [Role.REGISTRAR]
    cache.clear()
    return staff_of(MuseumFactory(), email="mai@example.org", name="Mai")


@pytest.fixture
def device(page: Page) -> Iterator[tuple[CDPSession, str]]:
    """Chromium's virtual authenticator: the session that speaks to it, and its id."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    added = session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield session, added["authenticatorId"]
    session.detach()


def test_a_passkey_opens_the_desk_without_a_password(
    page: Page, live_server: Any, registrar: User, device: tuple[CDPSession, str]
) -> None:
    page.goto(f"{live_server.url}/admin/")
    page.get_by_label("Email").fill(registrar.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    # The role asks for a second factor: the desk stays shut until there is one.
    expect(page.get_by_text("Your role needs a second factor")).to_be_visible()

    page.goto(f"{live_server.url}/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Name").fill("Mai's telephone")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add").click()
    page.wait_for_url(lambda url: "webauthn/add" not in url)
    kept = Authenticator.objects.get(type=Authenticator.Type.WEBAUTHN)
    assert (kept.user, kept.wrap().name, kept.wrap().is_passwordless) == (registrar, "Mai's telephone", True)

    page.context.clear_cookies()
    page.goto(f"{live_server.url}/accounts/login/?next=/admin/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()
