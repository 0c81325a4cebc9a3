"""How machines are answered: JSON in UTF-8, open to every origin, absolute addresses from PUBLIC_URL."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import override

from members.models import Slugged


def absolute(path: str) -> str:
    """An address of this site as the world knows it."""
    return f"{settings.PUBLIC_URL}{path}"


def absolute_url(name: str, *args: Any) -> str:
    """The absolute address of a page in the default language."""
    with override(settings.LANGUAGE_CODE):
        return absolute(reverse(name, args=args))


def json_answer(content: dict[str, Any], status: int = 200) -> JsonResponse:
    """JSON that any page may read."""
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    response["Access-Control-Allow-Origin"] = "*"
    return response


def moved(request: HttpRequest, model: type[Slugged], slug: str, name: str) -> HttpResponse | None:
    """A permanent redirect if `slug` is a past address of a thing of `model`, else None."""
    present = model.now_at(slug)
    if present is None:
        return None
    response = HttpResponseRedirect(reverse(name, args=[present]), status=301)
    response["Access-Control-Allow-Origin"] = "*"
    return response
