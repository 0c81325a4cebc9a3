"""A second factor for those whose role asks for one (setting SECOND_FACTOR_ROLES)."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _


class SecondFactorMiddleware:
    """Send staff without a second factor to where they set one up, before the admin opens."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith("/admin/") and self._is_missing(request):
            messages.warning(request, _("Your role needs a second factor. Set one up to go on."))
            return redirect(reverse("mfa_index"))
        return self.get_response(request)

    @staticmethod
    def _is_missing(request: HttpRequest) -> bool:
        user = request.user
        if not settings.SECOND_FACTOR_ROLES or not user.is_authenticated:
            return False
        return user.holds(*settings.SECOND_FACTOR_ROLES) and not is_mfa_enabled(user)
