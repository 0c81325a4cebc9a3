"""The portal as its exports name it: absolute addresses come from `PUBLIC_URL`, never from a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import override


@dataclass(frozen=True, slots=True)
class Site:
    """Where the portal stands and who runs it. Addresses are those that CONTRACTS §3 keeps stable."""

    url: str
    network: str

    @classmethod
    def current(cls) -> Site:
        return cls(settings.PUBLIC_URL, settings.NETWORK_NAME)

    def page(self, path: str, language: str = "en") -> str:
        """A page in a language: English has no prefix."""
        return f"{self.url}{'' if language == 'en' else f'/{language}'}{path}"

    def artwork(self, public_id: str, language: str = "en") -> str:
        return self.page(f"/artworks/{public_id}/", language)

    def artwork_json(self, public_id: str) -> str:
        return f"{self.url}/artworks/{public_id}.json"

    def manifest(self, public_id: str) -> str:
        return f"{self.url}/artworks/{public_id}/manifest.json"

    def museum(self, slug: str, language: str = "en") -> str:
        return self.page(f"/museums/{slug}/", language)

    def release(self, slug: str, number: int, language: str = "en") -> str:
        """A numbered release of an exhibition."""
        return self.page(f"/exhibitions/{slug}/releases/{number}/", language)

    def release_manifest(self, slug: str, number: int) -> str:
        return f"{self.url}/exhibitions/{slug}/releases/{number}/manifest.json"

    def ark(self, ark: str) -> str:
        """The address at which an ARK resolves."""
        return f"{self.url}/{ark}"

    def absolute(self, path: str) -> str:
        """An address for a path of this site; one that is absolute already (files kept elsewhere) stays."""
        return path if "://" in path else f"{self.url}{path}"


def in_every_language(words: str | Promise) -> dict[str, str]:
    """A lazy translation as a language map: a document without a language of its own carries all of ours."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            found[code] = str(words)
    return found
