"""A visitor's own collection: which works is said by the address (`?id=…&id=…`) and kept by the browser, never here."""

from __future__ import annotations

import re
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from collection import citation
from collection.enums import Status
from collection.exports import iiif
from collection.exports.card import card_of
from collection.exports.iiif_collection import iiif_collection
from collection.exports.record import public_record
from collection.exports.site import Site, in_every_language
from collection.models import Artwork, ArtworkVersion
from collection.models.artwork_queries import ArtworkQuerySet
from collection.views.answers import absolute, json_answer
from collection.views.artwork import Edition, cited
from collection.views.caching import public_page
from collection.views.compare import compare_address
from collection.views.tables import table_of

MOST = 200
NAME = _("A selection of masterpieces")
_PUBLIC_ID = re.compile(r"[0-9a-z]{2,16}")


class Asked(NamedTuple):
    """The works of an address in its order, published and withdrawn; how many of it are not here; whether it names too many."""

    works: list[Artwork]
    missing: int
    is_too_many: bool

    @property
    def public(self) -> list[Artwork]:
        return [work for work in self.works if work.is_public]


def _asked(request: HttpRequest, every: ArtworkQuerySet) -> Asked:
    """The works of `every` that the address names. A draft is as unknown as what never was; of a withdrawn work no more is told than on its own page."""
    given = list(dict.fromkeys(request.GET.getlist("id")))
    ids = [public_id for public_id in given[:MOST] if _PUBLIC_ID.fullmatch(public_id)]
    works = every.filter(public_id__in=ids, status__in=[Status.PUBLISHED, Status.WITHDRAWN])
    found = {work.public_id: work for work in works} if ids else {}
    shown = [found[public_id] for public_id in ids if public_id in found]
    return Asked(shown, len(given[:MOST]) - len(shown), len(given) > MOST)


@public_page
def kept(request: HttpRequest) -> HttpResponse:
    """The page, whole without script for an address with works; a script asks for the fragment (`HX-Request`)."""
    asked = _asked(request, Artwork.objects.with_record())
    works, query = asked.public, _query(asked.public)
    context = {
        "items": [_item(work) for work in asked.works],
        "works": works,
        "missing": asked.missing,
        "is_too_many": asked.is_too_many,
        "citations": _citations(works),
        "share_url": absolute(f"{reverse('kept')}?{query}"),
        "compare_url": compare_address(works),
        "csv_url": f"{reverse('kept_csv')}?{query}",
        "bib_url": f"{reverse('kept_bib')}?{query}",
        "iiif_url": f"{reverse('kept_iiif')}?{query}",
    }
    is_fragment = bool(request.headers.get("HX-Request"))
    response = render(request, f"collection/{'kept_works' if is_fragment else 'kept'}.html", context)
    if request.GET:
        response["X-Robots-Tag"] = "noindex"
    return response


def _query(works: list[Artwork]) -> str:
    return urlencode([("id", work.public_id) for work in works])


def _item(work: Artwork) -> dict[str, Any]:
    """A card; of a withdrawn work its museum, and that it was withdrawn."""
    if not work.is_public:
        return {"public_id": work.public_id, "museum": work.museum.name, "is_gone": True}
    return {"card": card_of(work), "public_id": work.public_id, "is_gone": False}


def _citations(works: list[Artwork]) -> list[dict[str, Any]]:
    """How to cite each, with the number of its present version. One query."""
    versions = ArtworkVersion.objects.filter(artwork__in=works).order_by("artwork", "-number")
    rows = versions.distinct("artwork").values_list("artwork", "number", "published_at")
    editions = {key: Edition(number, at) for key, number, at in rows}
    return [
        cited(public_record(work), editions.get(work.pk, Edition(None, work.published_at))) for work in works
    ]


@public_page
def kept_csv(request: HttpRequest) -> HttpResponseBase:
    """The works of the address as a table."""
    return table_of([work.pk for work in _asked(request, Artwork.objects.all()).public], "selection")


@public_page
def kept_iiif(request: HttpRequest) -> HttpResponse:
    """The works of the address as a IIIF collection."""
    works = _asked(request, Artwork.objects.with_claim_flag().prefetch_related("titles")).public
    own = absolute(f"{request.path}?{_query(works)}" if works else request.path)
    response = json_answer(iiif_collection(own, in_every_language(NAME), works, Site.current()))
    response["Content-Type"] = iiif.MEDIA_TYPE
    response["X-Robots-Tag"] = "noindex"
    return response


@public_page
def kept_bib(request: HttpRequest) -> HttpResponse:
    """The citations of the works of the address as BibTeX."""
    works = _asked(request, Artwork.objects.with_record()).public
    entries = [
        citation.bibtex(one["as"], f"asemus-{work.public_id}")
        for work, one in zip(works, _citations(works), strict=True)
    ]
    response = HttpResponse("\n".join(entries), content_type="application/x-bibtex; charset=utf-8")
    response["X-Robots-Tag"] = "noindex"
    return response
