"""What stands behind a line, a band or a number: the claims, one by one, each with who says so and the works that show it."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from collection.enums import Certainty, InfluenceKind
from collection.exports.card import card_of
from collection.influences.graph import current_graph
from collection.influences.statements import Statement
from collection.influences.words import end_link, voice, who_says_so
from collection.models import Artwork, Influence
from collection.views.asked_flows import Asked
from collection.views.atlas import works_url
from collection.views.caching import public_page
from collection.views.told_flows import heading

PER_PAGE = 20
PICTURES = 6  # of the works of a claim


@public_page
def influence_claims(request: HttpRequest) -> HttpResponse:
    """`/influences/claims/?from=&to=&with=&kind=&from_year=&to_year=&level=&page=`: the page; without a question, every claim."""
    error = ""
    try:
        asked, page = Asked.read(request.GET), _page(request)
    except BadRequest as refusal:
        asked, page, error = Asked(), 1, str(refusal)
    graph = current_graph(asked.level)
    chosen = [] if error else asked.of(graph)
    pages = Paginator(chosen, PER_PAGE)
    if page > pages.num_pages:
        raise Http404("no such page")
    shown = list(pages.page(page).object_list)
    context = {
        "asked": asked,
        "error": error,
        "heading": heading(graph, asked),
        "count": len(chosen),
        "works_count": len({work for said in chosen for work in said.works}),
        "claims": _claims(shown),
        "page": page,
        "pages": pages.num_pages,
        "query": urlencode(asked.pairs),
        "map_url": asked.address("influences"),
        "json_url": asked.address("influences_json"),
        "works_url": works_url(asked),
    }
    return render(request, "collection/influence_claims.html", context, status=400 if error else 200)


def _page(request: HttpRequest) -> int:
    given = request.GET.get("page") or "1"
    if not given.isascii() or not given.isdecimal() or len(given) > 6 or int(given) < 1:
        raise BadRequest(_("“%(page)s” is not the number of a page.") % {"page": given[:40]})
    return int(given)


def _claims(shown: list[Statement]) -> list[dict[str, Any]]:
    found = {row.public_id: row for row in _rows([said.public_id for said in shown])}
    wanted = {work for said in shown for work in said.works[:PICTURES]}
    works = {
        work.public_id: work for work in Artwork.objects.published().filter(public_id__in=wanted).with_card()
    }
    return [
        {
            "id": said.public_id,
            "source": end_link(found[said.public_id].source),
            "target": end_link(found[said.public_id].target),
            "kinds": [InfluenceKind(kind).label for kind in said.kinds],
            "certainty": Certainty(said.certainty).label,
            "is_unsure": said.certainty in (Certainty.POSSIBLE, Certainty.DISPUTED),
            "earliest": said.earliest,
            "latest": said.latest,
            "text": said.text_map,
            "evidence": said.evidence_map,
            "who": voice(said.said_by),
            "references": [str(one) for one in found[said.public_id].references.all()],
            "disputes": _second(found[said.public_id].public_disputed),
            "seconds": [_second(row) for row in found[said.public_id].public_answers],
            "works": [card_of(works[work]) for work in said.works[:PICTURES] if work in works],
            "more": max(len(said.works) - PICTURES, 0),
        }
        for said in shown
        if said.public_id in found
    ]


def _rows(ids: list[str]) -> QuerySet[Influence]:
    """The claims with their ends, their literature and the second voices that a stranger may hear."""
    voices = Influence.objects.published().select_related("asserted_by_museum", "asserted_by_agent")
    return (
        Influence.objects.published()
        .filter(public_id__in=ids)
        .with_ends()
        .prefetch_related(
            "references",
            Prefetch("answers", queryset=voices, to_attr="public_disputed"),
            Prefetch("answered_by", queryset=voices, to_attr="public_answers"),
        )
    )


def _second(row: Influence | None) -> dict[str, Any] | None:
    """The other voice in a dispute."""
    if row is None:
        return None
    return {
        "text": row.statement,
        "certainty": Certainty(row.certainty).label,
        "who": who_says_so(row),
    }
