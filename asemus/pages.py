"""The error pages: helpful, in the reader's language, and without a single query."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def too_many_questions(request: HttpRequest, wait: int) -> HttpResponse:
    """`wait`: seconds."""
    return render(request, "429.html", {"wait": wait}, status=429)


def server_error(request: HttpRequest) -> HttpResponse:
    return render(request, "500.html", status=500)
