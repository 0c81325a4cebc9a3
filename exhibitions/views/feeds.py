"""Exhibitions as a feed: what was released last first, of those that are open."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from collection.exports.feed import ATOM_TYPE, Entry, Feed, atom
from collection.exports.site import Site
from collection.views.answers import absolute
from collection.views.caching import public_page
from exhibitions.blocks.richtext import plain
from exhibitions.models import Exhibition, Release
from members.languages import best_language, text_in

ENTRIES = 50
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@public_page
def exhibitions_atom(request: HttpRequest) -> HttpResponse:
    """`/exhibitions.atom`, in the language `lang`. An entry is a release, which never changes."""
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        return HttpResponse("lang\n", status=400, content_type="text/plain; charset=utf-8")
    site = Site.current()
    rows = Release.objects.filter(exhibition__in=Exhibition.objects.open()).select_related("exhibition")
    with override(language):
        entries = [_entry(row, site, language) for row in rows.order_by("-released_at", "-pk")[:ENTRIES]]
        query = "" if language == settings.LANGUAGE_CODE else f"?lang={language}"
        feed = Feed(
            address=absolute(f"{reverse('exhibitions_atom')}{query}"),
            page=absolute(reverse("exhibitions")),
            title=_("Exhibitions"),
            network=site.network,
            language=language,
            updated=max((entry.updated for entry in entries), default=_NEVER),
            entries=entries,
        )
    return HttpResponse(atom(feed), content_type=f"{ATOM_TYPE}; charset=utf-8")


def _entry(release: Release, site: Site, language: str) -> Entry:
    told, show = release.document, release.exhibition
    author = ", ".join(told["curators"]) or site.network
    return Entry(
        id=f"{site.ark(show.ark)}#release-{release.number}",
        url=site.release(show.slug, release.number, language),
        title=text_in(told["titles"]),
        title_lang=best_language(told["titles"]) or language,
        author=author,
        author_url=site.page(f"/exhibitions/{show.slug}/", language),
        published=release.released_at,
        updated=release.erased_at or release.released_at,
        summary=plain(text_in(told["summary"])),
        tags=(),
        image=None,
    )
