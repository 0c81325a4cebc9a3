"""What every page knows of the site: its name, its network, the page in its other languages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, translate_url
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.views.caching import sorted_query


@dataclass(frozen=True)
class Alternate:
    """This page in one language."""

    code: str
    name: str
    path: str
    url: str
    is_current: bool

    @property
    def short(self) -> str:
        return self.code.upper()


class Section(NamedTuple):
    """A part of the portal; `current` says that the page is its first (`page`) or lies in it (`true`), as ARIA does."""

    label: str
    path: str
    current: str


class Site:
    """Read by templates as `site`; computes only what is asked for and never queries the database."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    network = settings.NETWORK_NAME
    contact_email = settings.CONTACT_EMAIL
    url = settings.PUBLIC_URL

    @property
    def name(self) -> str:
        return _("Virtual Collection of Masterpieces")

    @cached_property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @cached_property
    def canonical(self) -> str:
        """The absolute address of this page without its query (a page with filters sets its own)."""
        return f"{settings.PUBLIC_URL}{self._request.path}"

    @cached_property
    def alternates(self) -> list[Alternate]:
        """This page in each language of the site, the query kept."""
        path, sign, query = self._request.get_full_path().partition("?")
        query = sorted_query(query)
        found = []
        for code, name in settings.LANGUAGES:
            other = _translated(path, self.language, code) + sign + query
            address = f"{settings.PUBLIC_URL}{other.partition('?')[0]}"
            found.append(
                Alternate(code, NATIVE_NAMES.get(code, str(name)), other, address, code == self.language)
            )
        return found

    @cached_property
    def home(self) -> str:
        return "/" if self.language == settings.LANGUAGE_CODE else f"/{self.language}/"

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The main navigation."""
        return tuple(
            Section(label, path, self._current(path))
            for key, label in self._words().items()
            for path in (f"{self.home}{key}/",)
        )

    def _current(self, path: str) -> str:
        here = self._request.path
        return "page" if here == path else "true" if here.startswith(path) else ""

    @staticmethod
    def _words() -> dict[str, str]:
        return {
            "artworks": _("Artworks"),
            "countries": _("Countries"),
            "epochs": _("Epochs"),
            "influences": _("Influences"),
            "museums": _("Museums"),
            "exhibitions": _("Exhibitions"),
            "about": _("About"),
        }


@lru_cache(maxsize=2000)
def _translated(path: str, _language: str, code: str) -> str:
    """The path in another language than the active one; itself where there is no such page."""
    try:
        found: str = translate_url(path, code)
    except Resolver404:
        found = path
    return found


NATIVE_NAMES = {"en": "English", "fr": "Français"}


def site(request: HttpRequest) -> dict[str, Site]:
    """Context processor."""
    return {"site": Site(request)}
