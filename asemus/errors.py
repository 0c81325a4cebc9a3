"""In the demonstration DEBUG is on, and yet a visitor gets our own error pages, not Django's technical ones."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.core.signals import got_request_exception
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import get_resolver

_MARK = "_asemus_error"
_TECHNICAL = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.INTERNAL_SERVER_ERROR)


class HelpfulErrorsMiddleware:
    """Replaces exactly those answers that Django made out of an exception, or before any view was found."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        got_request_exception.connect(_mark_failure, dispatch_uid=_MARK)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        error = getattr(request, _MARK, None)
        if response.status_code not in _TECHNICAL or (error is None and request.resolver_match is not None):
            return response
        handler = get_resolver().resolve_error_handler(response.status_code)
        if response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR:
            page: HttpResponse = handler(request)
        else:
            page = handler(request, exception=error or Http404())
        return page

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Remember a view's own 404 or 400; Django goes on to answer it."""
        if isinstance(exception, Http404 | BadRequest | SuspiciousOperation):
            setattr(request, _MARK, exception)


def _mark_failure(sender: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
    if request is not None:
        setattr(request, _MARK, RuntimeError())
