"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern, path

from exhibitions.views import exhibitions, home
from exhibitions.views.studio.urls import urlpatterns as studio

pages: list[URLPattern] = [
    path("", home.home, name="home"),
    path("exhibitions/", exhibitions.exhibitions, name="exhibitions"),
    path("exhibitions/<slug:slug>/", exhibitions.exhibition, name="exhibition"),
]

machines: list[URLPattern] = [
    *studio,
    path("exhibitions.json", exhibitions.exhibitions_json, name="exhibitions_json"),
    path("exhibitions/<slug:slug>.json", exhibitions.exhibition_json, name="exhibition_json"),
]
