"""The pages that stand in the frames of other sites: the map of influences, and a chain."""

from __future__ import annotations

from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from collection.exports.journeys import Told
from collection.influences.graph import current_graph
from collection.influences.paths import paths
from collection.views.answers import absolute
from collection.views.asked_flows import Asked
from collection.views.asked_paths import query_of, question_in
from collection.views.atlas import drawn, rail
from collection.views.caching import public_page
from collection.views.embeds import embeddable
from collection.views.kind_families import Family
from collection.views.told_flows import heading


@embeddable
@public_page
def embed_influences(request: HttpRequest) -> HttpResponse:
    """The map of a window, of kinds, or of what went from, to and through a culture."""
    try:
        asked = Asked.read(request.GET)
    except BadRequest as refusal:
        raise Http404(str(refusal)) from refusal
    graph = current_graph(asked.level)
    context = {
        "asked": asked,
        "heading": heading(graph, asked),
        "families": [{"value": family.value, "label": family.label} for family in Family],
        "rail": rail(graph, asked),
        "drawn": drawn(graph, asked),
        "is_whole": not asked.is_windowed,
        "count": len(asked.of(graph)),
        "back_url": absolute(asked.address("influences")),
    }
    return render(request, "collection/embed_influences.html", context)


@embeddable
@public_page
def embed_path(request: HttpRequest) -> HttpResponse:
    """The best chain from one culture or work to another. What has none is not found."""
    graph = current_graph()
    try:
        asked = question_in(request.GET)
    except BadRequest as refusal:
        raise Http404(str(refusal)) from refusal
    found = paths(graph, asked)[:1] if asked.source and asked.target else []
    if not found:
        raise Http404("no path")
    chain = Told.read(graph, found).chain(found[0])
    back = absolute(f"{reverse('influence_paths')}?{urlencode(query_of(asked))}")
    return render(request, "collection/embed_path.html", {"chain": chain, "back_url": back})


def is_answered(name: str, query: QueryDict) -> bool:
    """Whether the page of this name has something to show for this question."""
    try:
        if name == "influences":
            flows = Asked.read(query)
            return bool(flows.of(current_graph(flows.level)))
        asked = question_in(query)
        return bool(asked.source and asked.target and paths(current_graph(), asked))
    except BadRequest:
        return False
