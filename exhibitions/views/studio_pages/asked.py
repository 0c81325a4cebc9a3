"""Who may open the studio's pages, and how they answer: for one person, kept by no cache, found by no search engine."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from exhibitions.models import Loan
from members.enums import Role
from members.models import User
from members.permissions import Do, may

View = Callable[..., HttpResponse]


def studio_page(view: View) -> View:
    """For people with a role. Strangers sign in first and come back."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        user: Any = request.user
        if not user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not user.is_staff:
            raise PermissionDenied
        if "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("A NUL byte in the address.")
        response = view(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store")
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return answered


def shown(
    request: HttpRequest, template: str, context: dict[str, Any], place: str = "", status: int = 200
) -> HttpResponse:
    """A page of the studio; `place` is its part of the navigation."""
    user: Any = request.user
    museums = museums_lending(user)
    around = {
        "place": place,
        "answers": bool(museums),
        "waiting": Loan.objects.waiting_at(museums).count() if museums else 0,
        "unread": user.notices.filter(read_at=None).count(),
        "may_start": may(user, Do.START_EXHIBITION),
    }
    return render(request, f"exhibitions/studio/{template}.html", {**around, **context}, status=status)


def museums_lending(user: User) -> set[int]:
    """Keys of the museums for which `user` answers requests."""
    roles = (Role.REGISTRAR, Role.DIRECTOR)
    held = user.memberships.filter(role__in=roles).exclude(museum=None)
    return set(held.values_list("museum", flat=True))
