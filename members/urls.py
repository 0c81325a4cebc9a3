"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern, path

from members.views.invitation import invitation
from members.views.language import staff_language

pages: list[URLPattern] = [
    path("invitation/<str:secret>/", invitation, name="invitation"),
]
machines: list[URLPattern] = [
    path("admin/language/", staff_language, name="staff_language"),
]
