"""Public pages: read only, without cookies, and answered 304 while the catalogue has not changed since."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache, wraps
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from members.kept import at_version
from members.models import Deed

View = Callable[..., HttpResponse]
MARK = "asemus.public_page"  # in the WSGI environment: this answer is the same for everybody
MAX_AGE = 60  # seconds a page may be shown without asking again


def public_page(view: View) -> View:
    """For pages that are the same for everybody: GET and HEAD only, an ETag, a short time to live.

    The tag is made of the release, the catalogue version, the UTC day, the language and the address. While DEBUG is on it
    is not compared, so that an edited template shows at once.
    """

    @require_safe
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        version = Deed.objects.catalogue_version()
        tag = page_tag(request, version)
        if not settings.DEBUG and tag in parse_etags(request.headers.get("If-None-Match", "")):
            response: HttpResponse = HttpResponseNotModified()
        else:
            with at_version(version):
                response = view(request, *args, **kwargs)
            # Whole pages are kept before Django (asemus.front.pages).
            request.META[MARK] = response.status_code == HTTPStatus.OK and not response.streaming
        if response.status_code in (200, 304):
            response["ETag"] = tag
            response["Cache-Control"] = f"public, max-age={MAX_AGE}"
        patch_vary_headers(response, ["HX-Request"])
        return response

    return answered


def sorted_query(query: str) -> str:
    """A query string with its parameters in order; several values of one stay as they were given."""
    if "&" not in query:
        return query
    return urlencode(sorted(parse_qsl(query, keep_blank_values=True), key=lambda pair: pair[0]))


@lru_cache
def build_mark() -> int:
    """When the static files were collected: a new release makes new pages, on every worker the same."""
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    return manifest.stat().st_mtime_ns if manifest.exists() else 0


def page_tag(request: HttpRequest, version: int) -> str:
    """A weak ETag: the same words at the same address."""
    part = "fragment" if request.headers.get("HX-Request") else "page"
    facts = (
        build_mark(),
        version,
        timezone.now().date(),
        get_language(),
        part,
        request.path,
        sorted_query(request.META.get("QUERY_STRING", "")),
    )
    return f'W/"{hashlib.sha256(repr(facts).encode()).hexdigest()[:32]}"'
