"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern, path

from exhibitions.views import exhibitions, feeds, home, preview
from exhibitions.views.studio.urls import urlpatterns as studio
from exhibitions.views.studio_pages.urls import urlpatterns as studio_pages

RELEASE = "exhibitions/<slug:slug>/releases/<int:number>"

pages: list[URLPattern] = [
    path("", home.home, name="home"),
    path("exhibitions/", exhibitions.exhibitions, name="exhibitions"),
    path("exhibitions/<slug:slug>/", exhibitions.exhibition, name="exhibition"),
    path("exhibitions/<slug:slug>/releases/<int:number>/", exhibitions.release, name="release"),
    path("preview/<str:secret>/", preview.preview, name="preview"),
]

machines: list[URLPattern] = [
    *studio,
    *studio_pages,
    path("exhibitions.atom", feeds.exhibitions_atom, name="exhibitions_atom"),
    path("exhibitions.json", exhibitions.exhibitions_json, name="exhibitions_json"),
    path("exhibitions/<slug:slug>.json", exhibitions.exhibition_json, name="exhibition_json"),
    path(f"{RELEASE}.json", exhibitions.release_json, name="release_json"),
    path(f"{RELEASE}/manifest.json", exhibitions.release_manifest, name="release_manifest"),
]
