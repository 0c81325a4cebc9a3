"""Any result as a feed, so that a search can be followed: the works published last first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from collection.enums import ConceptKind
from collection.exports.card import concepts_of, thumbnail_of
from collection.exports.claims import CLAIM_OPEN
from collection.exports.feed import ATOM_TYPE, JSON_TYPE, Entry, Feed, atom, json_feed
from collection.exports.site import Site
from collection.filters import ArtworkFilterSet
from collection.models import Artwork
from collection.search.counts import facet_counts
from collection.search.listing import page_of
from collection.search.sorting import ordered
from collection.titles import titles_of
from collection.views import browse as said
from collection.views.answers import absolute, json_answer
from collection.views.artworks import errors_of
from collection.views.caching import public_page
from members.languages import text_in

ENTRIES = 50


@public_page
def artworks_atom(request: HttpRequest) -> HttpResponse:
    """`/artworks.atom`: the parameters of the page, and `lang`."""

    def written(feed: Feed) -> HttpResponse:
        return HttpResponse(atom(feed), content_type=f"{ATOM_TYPE}; charset=utf-8")

    return _answered(request, written, refused)


@public_page
def artworks_feed_json(request: HttpRequest) -> HttpResponse:
    """`/artworks/feed.json`: the same as JSON Feed."""

    def written(feed: Feed) -> HttpResponse:
        response = json_answer(json_feed(feed))
        response["Content-Type"] = JSON_TYPE
        return response

    return _answered(request, written, lambda errors: json_answer({"error": " ".join(errors)}, status=400))


def refused(errors: list[str]) -> HttpResponse:
    """What is wrong with the query, a sentence a line."""
    return HttpResponse("\n".join(errors) + "\n", status=400, content_type="text/plain; charset=utf-8")


def _answered(
    request: HttpRequest,
    written: Callable[[Feed], HttpResponse],
    refusal: Callable[[list[str]], HttpResponse],
) -> HttpResponse:
    language = request.GET.get("lang", settings.LANGUAGE_CODE)
    if language not in dict(settings.LANGUAGES):
        return refusal([_("lang: a language of this site.")])
    with override(language):
        browse = ArtworkFilterSet(request.GET)
        if not browse.is_valid():
            return refusal(errors_of(browse))
        response = written(_feed(request.path, browse, language))
    response["Access-Control-Allow-Origin"] = "*"
    response["Content-Language"] = language
    response["X-Robots-Tag"] = "noindex"
    return response


def _feed(path: str, browse: ArtworkFilterSet, language: str) -> Feed:
    """Raises Http404 past the last page."""
    page = browse.given["page"]
    works = _newest(browse, (page - 1) * ENTRIES, language)
    if page > 1 and not works:
        raise Http404(_("The feed ends before this page."))
    address = said.Address(browse)
    entries = [_entry(work, language) for work in works[:ENTRIES]]
    midnight = datetime.combine(timezone.now().date(), time(), tzinfo=UTC)
    shown = str(page) if page > 1 else ""
    return Feed(
        address=_own(path, address, language, page=shown),
        page=absolute(address.url(sort="", view="")),
        title=_title(browse, address),
        network=settings.NETWORK_NAME,
        language=language,
        updated=max((entry.updated for entry in entries), default=midnight),
        entries=entries,
        next_address=_own(path, address, language, page=str(page + 1)) if len(works) > ENTRIES else "",
    )


def _own(path: str, address: said.Address, language: str, page: str) -> str:
    """The feed's own address: without what makes no difference to it."""
    lang = language if language != settings.LANGUAGE_CODE else ""
    query = address.query(sort="", view="", lang=lang, page=page)
    return absolute(f"{path}?{query}" if query else path)


def _newest(browse: ArtworkFilterSet, first: int, language: str) -> list[Artwork]:
    """One entry more than are shown, to know whether there are others."""
    found, order = browse.found, "recent"
    if found is None:
        works = ordered(browse.works(), order, language)
        return list(works.with_card()[first : first + ENTRIES + 1])
    every = Artwork.objects.published()
    return page_of(
        found.index, found.works, every, order=order, language=language, first=first, count=ENTRIES + 1
    )


def _title(browse: ArtworkFilterSet, address: said.Address) -> str:
    """“Masterpieces from China or Japan, with “moon jar””: the sentence of the filters."""
    parts = [_("Virtual Collection of Masterpieces")]
    clauses = said.clauses(browse, facet_counts(browse), address) if address.pairs else []
    for clause in clauses:
        words = _(" or ").join(str(word["label"]) for word in clause["words"])
        parts.append(f"{clause['joiner']} {words}".strip(" ,"))
    return ": ".join(filter(None, [parts[0], ", ".join(parts[1:])]))


def _entry(work: Artwork, language: str) -> Entry:
    site = Site.current()
    title, _others = titles_of(work, language)
    types = [text_in(concept.labels, language) for concept in concepts_of(work, ConceptKind.OBJECT_TYPE)]
    culture = work.culture.label if work.culture else work.display_culture
    museum = text_in(work.museum.names, language) or work.museum.name
    facts = [work.display_creator or culture, work.display_date, work.display_materials, museum]
    reasons = [", ".join(filter(None, facts)), text_in(work.masterpiece_statement, language)]
    is_claimed: bool = work.has_open_claim
    if is_claimed:
        reasons.insert(0, str(CLAIM_OPEN).rstrip("."))
    thumbnail = thumbnail_of(work)
    first: Any = work.first_published_at or work.published_at or work.changed_at
    return Entry(
        id=site.ark(work.ark),
        url=absolute(reverse("artwork", args=[work.public_id])),
        title=title.text if title else work.public_id,
        title_lang=title.language if title else language,
        author=museum,
        author_url=absolute(reverse("museum", args=[work.museum.slug])),
        published=first,
        updated=max(first, work.published_at or first),
        summary=". ".join(filter(None, reasons)),
        tags=[tag for tag in dict.fromkeys([*types, culture, _("Claim open") if is_claimed else ""]) if tag],
        image=(absolute(thumbnail), "image/jpeg") if thumbnail else None,
    )
