"""Sign-in through allauth: by invitation only."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest, HttpResponse


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """Nobody signs up by themselves: an invitation makes the account (members.views.invitation)."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """People have no user name but their address."""


class PortalSiteMiddleware:
    """allauth's pages put Django's `site` over ours (asemus.context): take theirs away again."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        if request.path_info.startswith("/accounts/") and response.context_data:
            response.context_data.pop("site", None)
        return response
