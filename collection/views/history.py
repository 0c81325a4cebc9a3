"""The history that anyone can prove: its head and links as page, JSON and feed, the leaves of a work, the script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from collection.exports.feed import ATOM_TYPE, Entry, Feed, atom
from collection.exports.history import link_of, version_of
from collection.models import Artwork, ArtworkImage, ArtworkVersion, HistoryLink
from collection.provenance import standalone
from collection.titles import titles_of
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.artwork import for_machines
from collection.views.caching import public_page
from members.models import Museum

SHOWN = 25
AT_ONCE = 1000


def links_from(links: Iterable[HistoryLink]) -> Iterator[dict[str, Any]]:
    """Links as everybody may read them, in their order."""
    several = list(links)
    public = set(
        Artwork.objects.published()
        .filter(public_id__in={link.work for link in several})
        .values_list("public_id", flat=True)
    )
    return (link_of(link, is_public=link.work in public) for link in several)


def work_history(work: Artwork) -> dict[str, Any]:
    """Every version of a public work by its leaves."""
    shown = ArtworkImage.objects.filter(artwork=work, withheld_reason="")
    ids = frozenset(shown.values_list("public_id", flat=True))
    versions = ArtworkVersion.objects.filter(artwork=work).order_by("number")
    return {"id": work.public_id, "versions": [version_of(version, ids) for version in versions]}


@public_page
def history(request: HttpRequest) -> HttpResponse:
    """What the history proves, its present head, the links written last, and how to prove it oneself."""
    last = list(HistoryLink.objects.order_by("-number")[:SHOWN])
    context = {
        "head": last[0] if last else None,
        "links": list(_named(last, get_language() or "en")),
        "portal": settings.PUBLIC_URL,
    }
    return render(request, "collection/history.html", context)


def _named(links: list[HistoryLink], language: str) -> Iterator[dict[str, Any]]:
    """Links with the keeper and, while it is public, the title of the work."""
    keepers = Museum.objects.in_bulk({link.museum for link in links}, field_name="public_id")
    works = Artwork.objects.published().filter(public_id__in={link.work for link in links})
    titles = {work.public_id: titles_of(work, language)[0] for work in works.prefetch_related("titles")}
    for link in _with_instants(links):
        yield {**link, "keeper": keepers.get(link["museum"]), "title": titles.get(link["work"])}


def _with_instants(links: list[HistoryLink]) -> Iterator[dict[str, Any]]:
    """Links as everybody may read them, with their time as a time."""
    for link, told in zip(links, links_from(links), strict=True):
        yield {**told, "at": link.at}


@public_page
def history_json(request: HttpRequest) -> HttpResponse:
    """All links in order, a thousand at once: `after` is the number of the last link that is known."""
    after = request.GET.get("after", "0")
    if not (after.isascii() and after.isdecimal() and len(after) < 16):
        return json_answer({"error": _("“after” takes the number of a link.")}, status=400)
    found = list(HistoryLink.objects.filter(number__gt=int(after)).order_by("number")[: AT_ONCE + 1])
    links = list(links_from(found[:AT_ONCE]))
    last = HistoryLink.objects.order_by("-number").first()
    more = f"{reverse('history_json')}?after={links[-1]['number']}" if len(found) > AT_ONCE else ""
    return json_answer(
        {
            "head": last.portal_head if last else None,
            "count": last.number if last else 0,
            "links": links,
            "next": absolute(more) if more else None,
        }
    )


@public_page
def history_atom(request: HttpRequest) -> HttpResponse:
    """The heads of the portal as a feed: who follows it keeps them."""
    with override(settings.LANGUAGE_CODE):
        last = list(HistoryLink.objects.order_by("-number")[:SHOWN])
        page = absolute_url("history")
        names = {museum.public_id: museum.name for museum in Museum.objects.all()}
        entries = [_entry(link, page, names) for link in _with_instants(last)]
        feed = Feed(
            address=absolute(reverse("history_atom")),
            page=page,
            title=_("Heads of the history"),
            network=settings.NETWORK_NAME,
            language=settings.LANGUAGE_CODE,
            updated=max((entry.updated for entry in entries), default=datetime(1970, 1, 1, tzinfo=UTC)),
            entries=entries,
        )
    return HttpResponse(atom(feed), content_type=f"{ATOM_TYPE}; charset=utf-8")


def _entry(link: dict[str, Any], page: str, names: dict[str, str]) -> Entry:
    work = link["work"]
    return Entry(
        id=f"{page}#{link['number']}",
        url=absolute_url("artwork_version", work, link["version"]) if work else page,
        title=_("Head %(number)s: %(head)s") % {"number": link["number"], "head": link["portal_head"]},
        title_lang=settings.LANGUAGE_CODE,
        author=names.get(link["museum"], link["museum"]),
        author_url=page,
        published=link["at"],
        updated=link["at"],
        summary=_("%(work)s, version %(version)s") % link if work else _("A work that was withdrawn since."),
        tags=[],
        image=None,
    )


@public_page
def artwork_history_json(request: HttpRequest, public_id: str) -> HttpResponse:
    """The versions of a work by their leaves, with the salts that prove them."""
    work = for_machines(public_id)
    return work if isinstance(work, HttpResponse) else json_answer(work_history(work))


@public_page
def history_script(request: HttpRequest) -> HttpResponse:
    """The script that proves the history without this software."""
    response = HttpResponse(
        Path(standalone.__file__).read_bytes(), content_type="text/x-python; charset=utf-8"
    )
    response["Content-Disposition"] = 'attachment; filename="verify_history.py"'
    return response
