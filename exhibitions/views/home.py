"""The home page: one masterpiece, three ways in that already show the collection, and the exhibitions."""

from __future__ import annotations

from typing import Any

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from collection.countries import country_name, region_of
from collection.dates.centuries import century_label, span_of
from collection.dates.display import years_text
from collection.exports.card import card_of
from collection.influences.flows import ends_of, flows
from collection.influences.graph import current_graph
from collection.influences.statements import Statement
from collection.masterpiece import of_the_day
from collection.models import Artwork, Culture, Epoch
from collection.views.asked_flows import Asked
from collection.views.caching import public_page
from collection.views.cultures import arc_of
from collection.views.influence_flows import matrix
from exhibitions.panels import featured
from members.languages import best_language

ARCS = 40
FIRST_CENTURY, LAST_CENTURY = -3000, 2000


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Counted, never typed; the same masterpiece for everyone all day (UTC)."""
    work = of_the_day(timezone.now().date())
    graph = current_graph()
    statements = list(graph.statements)
    context = {
        "work": card_of(work) if work else None,
        "statement": _statement(work),
        "figures": _figures(statements),
        "places": _places(),
        "centuries": _centuries(),
        "matrix": matrix(graph, statements, Asked(level="region")),
        "arcs": _arcs(statements),
        "exhibitions": featured(request),
    }
    return render(request, "exhibitions/home.html", context)


def _statement(work: Artwork | None) -> dict[str, str] | None:
    """The first paragraph of why it is a masterpiece, in the reader's language."""
    tag = best_language(work.masterpiece_statement) if work else None
    if work is None or tag is None:
        return None
    return {
        "text": work.masterpiece_statement[tag].split("\n\n")[0],
        "lang": tag,
        "signed": work.statement_by,
    }


def _figures(statements: list[Statement]) -> dict[str, int]:
    works = Artwork.objects.published().order_by()
    counted = works.aggregate(
        works=Count("pk"),
        museums=Count("museum", distinct=True),
        keeping=Count("museum__country", distinct=True),
    )
    return {
        **counted,
        "statements": len(statements),
        "cultures": len(ends_of(statements)),
        "epochs": Epoch.objects.public().count(),
        "all_cultures": Culture.objects.public().count(),
    }


def _places() -> dict[str, dict[str, Any]]:
    rows = Artwork.objects.published().order_by().exclude(production_country="")
    return {
        code: {
            "label": country_name(code),
            "url": reverse("country", args=[code]),
            "count": count,
            "region": region_of(code) or "",
        }
        for code, count in rows.values_list("production_country").annotate(n=Count("pk"))
    }


def _centuries() -> list[dict[str, Any]]:
    """Bars of the works that may belong to each century, 3000 BCE to now; a work of two counts in both."""
    spans = list(
        Artwork.objects.published()
        .exclude(earliest_year=None)
        .order_by()
        .values_list("earliest_year", "latest_year")
    )
    bars = []
    for label in range(FIRST_CENTURY, LAST_CENTURY + 100, 100):
        window = span_of(label)
        count = sum(begin <= window.latest_end and end >= window.earliest_begin for begin, end in spans)
        bars.append(
            {
                "label": century_label(label),
                "count": count,
                "url": f"{reverse('artworks')}?century={label}",
                "tick": years_text(label + (label < 0), label + (label < 0))
                if label % 1000 == 0 and label
                else "",
            }
        )
    return bars


def _arcs(statements: list[Statement]) -> list[dict[str, Any]]:
    ends = ends_of(statements)
    return [arc_of(flow, ends) for flow in flows(statements)[:ARCS]]
