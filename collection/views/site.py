"""The sitemap: an index, and a list for each kind of page with its address in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import override

from collection.models import Artwork, Culture, Epoch
from collection.views.answers import absolute
from collection.views.caching import public_page
from members.models import Museum

PER_LIST = 10_000
_PLAIN = (
    "home",
    "artworks",
    "countries",
    "epochs",
    "influences",
    "museums",
    "exhibitions",
    "about",
    "accessibility",
    "privacy",
    "terms",
)


class Entry(NamedTuple):
    """The English path of a page, and the day it last changed if that is known."""

    path: str
    changed: str = ""


def _plain() -> Iterable[Entry]:
    return [Entry(reverse(name)) for name in _PLAIN]


def _artworks() -> Iterable[Entry]:
    rows = Artwork.objects.published().order_by("pk").values_list("public_id", "changed_at")
    return [Entry(reverse("artwork", args=[name]), at.date().isoformat()) for name, at in rows]


def _countries() -> Iterable[Entry]:
    works = Artwork.objects.published().order_by()
    codes = set(works.exclude(production_country="").values_list("production_country", flat=True))
    codes |= set(works.values_list("museum__country", flat=True))
    return [Entry(reverse("country", args=[code])) for code in sorted(codes)]


def _slugs(name: str, things: Callable[[], QuerySet[Museum]]) -> Callable[[], Iterable[Entry]]:
    return lambda: [
        Entry(reverse(name, args=[slug])) for slug in things().order_by("slug").values_list("slug", flat=True)
    ]


LISTS: dict[str, Callable[[], Iterable[Entry]]] = {
    "pages": _plain,
    "artworks": _artworks,
    "countries": _countries,
    "museums": _slugs("museum", lambda: Museum.objects.all()),
    "epochs": _slugs("epoch", lambda: Epoch.objects.usable()),
    "cultures": _slugs("culture", lambda: Culture.objects.usable()),
}


def _entries(name: str) -> list[Entry]:
    """A list of ours, or one that a higher app has named in settings (paths of its pages)."""
    if name in LISTS:
        return list(LISTS[name]())
    paths = import_string(settings.SITEMAPS[name])()
    return [Entry(path) for path in paths]


def _names() -> list[str]:
    return [*LISTS, *getattr(settings, "SITEMAPS", {})]


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """The index: one list a kind of page, cut at ten thousand."""
    lists = []
    for name in _names():
        count = Artwork.objects.published().count() if name == "artworks" else 1
        for part in range(1, max(1, -(-count // PER_LIST)) + 1):
            lists.append(absolute(reverse("sitemap_list", args=[name, part])))
    return _xml("collection/sitemap_index.xml", {"lists": lists})


@public_page
def sitemap_list(request: HttpRequest, name: str, part: int) -> HttpResponse:
    """The pages of one kind, each with its alternates."""
    if name not in _names():
        raise Http404("no such list")
    with override(settings.LANGUAGE_CODE):
        entries = _entries(name)[(part - 1) * PER_LIST : part * PER_LIST]
    if not entries and part != 1:
        raise Http404("no such part")
    codes = [code for code, _name in settings.LANGUAGES]
    pages = [
        {"urls": [(code, absolute(_in(code, entry.path))) for code in codes], "changed": entry.changed}
        for entry in entries
    ]
    return _xml("collection/sitemap.xml", {"pages": pages})


def _in(code: str, path: str) -> str:
    return path if code == settings.LANGUAGE_CODE else f"/{code}{path}"


def _xml(template: str, context: dict[str, object]) -> HttpResponse:
    return HttpResponse(render_to_string(template, context), content_type="application/xml; charset=utf-8")
