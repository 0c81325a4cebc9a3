"""A second factor for those whose role asks for one (setting SECOND_FACTOR_ROLES)."""

from __future__ import annotations

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

GUARDED = ("/admin/", "/studio/")
# Whoever must set a factor up may still leave, and read the page in their language.
FREE = ("/admin/logout/", "/admin/login/", "/admin/language/", "/admin/jsi18n/")


class SecondFactorMiddleware:
    """Send staff without a second factor to where they set one up, before the admin or the studio opens.

    Only their addresses are guarded, and the page it sends to lies outside them: no loop.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        path = request.path_info
        if not path.startswith(GUARDED) or path.startswith(FREE) or not self._is_missing(request):
            return self.get_response(request)
        sentence = _("Your role needs a second factor. Set one up to go on.")
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse({"error": sentence}, status=403)
        waiting = messages.get_messages(request)
        if sentence not in [str(message) for message in waiting]:
            messages.warning(request, sentence)
        waiting.used = False  # read, not shown
        return redirect(reverse("mfa_index"))

    @staticmethod
    def _is_missing(request: HttpRequest) -> bool:
        user = request.user
        if not settings.SECOND_FACTOR_ROLES or not user.is_authenticated:
            return False
        return user.holds(*settings.SECOND_FACTOR_ROLES) and not is_mfa_enabled(user)
