"""The language of a page is in its path and nowhere else: no cookie, no Accept-Language (CONTRACTS §3)."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_from_path

STAFF_PATHS = ("/admin/", "/accounts/", "/studio/")


class LanguageFromPathMiddleware:
    """Activate the path's language; in the admin and the studio, the one the member of staff has chosen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
        if request.path_info.startswith(STAFF_PATHS):
            chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
            language = chosen if chosen in dict(settings.LANGUAGES) else language
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
        return response
