"""`/influences.graphml`, `/influences.csv` and `/influences/knots.csv`: the whole public graph as files to reckon with."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, StreamingHttpResponse

from collection.exports.network import GRAPHML_TYPE, Claim, Knot, graphml, table
from collection.exports.row import SEPARATOR
from collection.exports.site import Site
from collection.exports.table import TABLE_TYPE
from collection.influences.graph import Graph, current_graph
from collection.influences.statements import Statement
from collection.models import Artwork
from collection.views.answers import absolute
from collection.views.asked_flows import Asked
from collection.views.caching import public_page
from members.languages import best_language


@public_page
def influences_graphml(request: HttpRequest) -> StreamingHttpResponse:
    graph = current_graph()
    return _file(graphml(_knots(graph), _claims(graph)), GRAPHML_TYPE, "influences.graphml")


@public_page
def influences_csv(request: HttpRequest) -> StreamingHttpResponse:
    """One claim a line."""
    return _file(table(_claims(current_graph()), Claim), TABLE_TYPE, "influences.csv")


@public_page
def influence_knots_csv(request: HttpRequest) -> StreamingHttpResponse:
    """One culture, or work at the end of a claim, a line."""
    return _file(table(_knots(current_graph()), Knot), TABLE_TYPE, "influence-knots.csv")


def _file(parts: Iterator[str], kind: str, name: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(parts, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Access-Control-Allow-Origin"] = "*"
    response["X-Robots-Tag"] = "noindex"
    return response


def _knots(graph: Graph) -> Iterator[Knot]:
    site = Site.current()
    for slug in graph.slugs:
        end = graph.ends[slug]
        tag = best_language(end.label_map, "en") or "und"
        yield Knot(
            slug, "culture", end.label_map.get(tag, slug), end.region, SEPARATOR.join(end.countries), end.broader,
            end.latitude, end.longitude, end.begin, end.end, site.page(f"/cultures/{slug}/"),
        )  # fmt: skip
    ends = {name for said in graph.statements for name in (said.source_work, said.target_work) if name}
    works = Artwork.objects.published().filter(public_id__in=ends).prefetch_related("titles")
    for work in works.select_related("culture", "production_place").order_by("public_id"):
        place, culture = work.production_place, work.culture
        yield Knot(
            work.public_id, "artwork", work.title_text, culture.region if culture else "", work.production_country,
            culture.slug if culture else "", place.latitude if place else None, place.longitude if place else None,
            work.earliest_year, work.latest_year, site.artwork(work.public_id),
        )  # fmt: skip


def _claims(graph: Graph) -> Iterator[Claim]:
    known = {said.public_id for said in graph.statements}
    answers: dict[str, list[str]] = {}
    for said in graph.statements:
        if said.answers in known:
            answers.setdefault(said.answers, []).append(said.public_id)
    for said in graph.statements:
        yield _claim(said, known, answers.get(said.public_id, []))


def _claim(said: Statement, known: set[str], answered_by: list[str]) -> Claim:
    tag = best_language(said.text_map, "en") or ""
    evidence = said.evidence_map
    between = Asked().between(said.source.slug, said.target.slug)
    return Claim(
        said.public_id, said.source_work or said.source.slug, said.target_work or said.target.slug,
        SEPARATOR.join(said.kinds), said.certainty, said.earliest, said.latest, said.text_map.get(tag, ""), tag,
        evidence.get(best_language(evidence, tag or "en") or "", ""), said.said_by,
        said.answers if said.answers in known else "", SEPARATOR.join(answered_by), SEPARATOR.join(said.works),
        len(said.works), absolute(f"{between.address('influence_claims')}#{said.public_id}"),
    )  # fmt: skip
