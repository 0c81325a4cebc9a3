"""Keeps demonstration logins out of everything that is not a demonstration: at sign-in and at every request after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.backends import BaseBackend
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from asemus.demo.logins import are_allowed
from members.models import User


class DemonstrationGate(BaseBackend):
    """First of the backends: it lets nobody in, but ends the attempt where a demonstration login is refused."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> None:
        email = str(credentials.get("email") or credentials.get("username") or "").strip().lower()
        is_demonstration = bool(email) and User.objects.filter(email=email, is_demonstration=True).exists()
        if is_demonstration and not are_allowed(request):
            raise PermissionDenied


class DemonstrationGateMiddleware:
    """Sign a demonstration login out where it is no longer allowed (a kept session, a passkey)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # A stranger has no such cookie, and asks the database nothing.
        has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
        if has_session and getattr(request.user, "is_demonstration", False) and not are_allowed(request):
            logout(request)
        return self.get_response(request)
