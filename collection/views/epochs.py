"""Epochs: five thousand years as bars by region, and each epoch with what was made in it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from collection.countries import country_name
from collection.dates import neighbours
from collection.dates.display import bounds_text
from collection.dates.spans import Span
from collection.dates.years import YearError, parse_year
from collection.enums import Region
from collection.exports.card import card_of
from collection.exports.periodo import Defined, dataset
from collection.exports.periods import periods_of
from collection.exports.site import Site
from collection.models import Artwork, Epoch, EpochDefinition
from collection.views.answers import absolute_url, json_answer, moved
from collection.views.asked_flows import Asked
from collection.views.caching import public_page
from collection.views.exchange_panel import exchange_panel
from collection.views.under import cards, counts, spread, under
from members.languages import best_language

BEGIN, END = -2999, 2030
WORLDWIDE = 6  # an epoch of more regions than this is no row's own
SHOWN = 12
WINDOWS = [(-2999, -999), (-999, 0), (1, 500), (500, 1000), (1000, 1500), (1500, 1750), (1750, 2030)]


def _window(request: HttpRequest) -> tuple[int, int]:
    """The years shown. Raises BadRequest with a sentence."""
    try:
        begin = parse_year(request.GET["from_year"]) if request.GET.get("from_year") else BEGIN
        end = parse_year(request.GET["to_year"]) if request.GET.get("to_year") else END
    except YearError as error:
        raise BadRequest(str(error)) from error
    if begin >= end:
        raise BadRequest(_("The timeline would end before it begins."))
    return begin, end


@public_page
def epochs(request: HttpRequest) -> HttpResponse:
    """The timeline; `from_year`, `to_year` and `region` zoom it by link."""
    error, region = "", request.GET.get("region", "")
    try:
        begin, end = _window(request)
        if region and region not in Region.values:
            raise BadRequest(_("“%(region)s” is not one of the regions.") % {"region": region[:40]})
    except BadRequest as refusal:
        (begin, end), region, error = (BEGIN, END), "", str(refusal)
    found = _counted(Epoch.objects.public().with_bounds().overlapping(begin, end).in_order())
    regions = [Region(region)] if region else list(Region)
    context = {
        "begin": begin,
        "end": end,
        "region": region,
        "error": error,
        "count": len(found),
        "rows": [row for row in (_row(r, found) for r in regions) if row["bars"]],
        "windows": [{"begin": b, "end": e, "url": _address(b, e, region)} for b, e in WINDOWS],
        "whole_url": _address(BEGIN, END, region),
        "is_whole": (begin, end) == (BEGIN, END),
        "regions": [
            {"slug": r.value, "label": r.label, "url": _address(begin, end, r.value)} for r in Region
        ],
        "every_region_url": _address(begin, end, ""),
    }
    return render(request, "collection/epoch_list.html", context, status=400 if error else 200)


def _counted(found: Any) -> list[Any]:
    """The epochs with `works`: how many the list has under each."""
    works, every = counts("epoch"), list(found.defer("alt_labels", "note"))
    for epoch in every:
        epoch.works = works.get(epoch.slug, 0)
    return every


def _address(begin: int, end: int, region: str) -> str:
    parts = [] if (begin, end) == (BEGIN, END) else [f"from_year={begin}", f"to_year={end}"]
    parts += [f"region={region}"] if region else []
    return reverse("epochs") + ("?" + "&".join(parts) if parts else "")


def _row(region: Region, found: list[Any]) -> dict[str, Any]:
    own = [epoch for epoch in found if region in epoch.regions and len(epoch.regions) <= WORLDWIDE]
    return {
        "region": region.value,
        "label": region.label,
        "bars": [bar_of(epoch) for epoch in own],
        "ticks": [],
    }


def bar_of(epoch: Any) -> dict[str, Any]:
    """An epoch `with_bounds`, and with its `works` as a bar of the timeline component."""
    tag = best_language(epoch.labels) or "und"
    return {
        "label": epoch.labels.get(tag, epoch.slug),
        "lang": tag,
        "url": reverse("epoch", args=[epoch.slug]),
        "begin": epoch.begins,
        "end": epoch.ends,
        "soft_begin": epoch.begins_by - epoch.begins,
        "soft_end": epoch.ends - epoch.ends_from,
        "count": epoch.works,
    }


def _find(slug: str) -> Any:
    return Epoch.objects.public().with_bounds().select_related("parent").filter(slug=slug).first()


@public_page
def epoch(request: HttpRequest, slug: str) -> HttpResponse:
    """One epoch: its definitions, its works, and what ran beside it elsewhere in the world."""
    found = _find(slug)
    if found is None:
        redirect = moved(request, Epoch, slug, "epoch")
        if redirect is None:
            raise Http404("no such epoch")
        return redirect
    browse = under(epoch=slug)
    every = [e for e in _counted(Epoch.objects.public().with_bounds().in_order()) if _is_of_a_row(e)]
    elsewhere = [e for e in every if _is_elsewhere(e, found)]
    context = {
        "epoch": found,
        "names": [{"text": text, "lang": tag} for tag, text in found.labels.items()],
        "definitions": [_definition(d) for d in found.definitions.all()],
        "region_labels": [Region(r).label for r in found.regions],
        "neighbours": _neighbours(found, every),
        "children": list(found.children.public().with_bounds().in_order()),
        "works": cards(browse, SHOWN),
        "works_count": browse.count,
        "made_where": spread(browse, "country", epoch=slug),
        "types": spread(browse, "type", epoch=slug),
        "rows": [row for row in (_row(r, elsewhere) for r in Region) if row["bars"]],
        "begin": _padded(found, -1),
        "end": _padded(found, +1),
        "elsewhere": _made_elsewhere(found),
        "panel": exchange_panel(_exchange_of(found)),
    }
    return render(request, "collection/epoch_detail.html", context)


def _exchange_of(epoch: Any) -> Asked:
    """What was given and received in its years and, unless it is of the whole world, in its regions."""
    regions = tuple(epoch.regions) if _is_of_a_row(epoch) else ()
    asked = Asked(level="region" if regions else "culture", touching=regions)
    return asked.during(epoch.begins, epoch.ends)


def _is_elsewhere(one: Any, epoch: Any) -> bool:
    """At the same time in other regions."""
    return not set(one.regions) & set(epoch.regions) and one.begins <= epoch.ends and one.ends >= epoch.begins


def _is_of_a_row(epoch: Any) -> bool:
    return len(epoch.regions) <= WORLDWIDE


def _neighbours(found: Any, every: list[Any]) -> list[dict[str, Any]]:
    """What came before and after in the same region, and what ran beside it; its parts and its whole are none."""
    epochs = {epoch.pk: epoch for epoch in every if found.pk not in (epoch.pk, epoch.parent_id)}
    epochs.pop(found.parent_id, None)
    own, others = periods_of([found])[0], periods_of(epochs.values())
    sides = (
        (_("Before it"), neighbours.before(own, others)),
        (_("After it"), neighbours.after(own, others)),
        (_("Beside it"), neighbours.beside(own, others)),
    )
    return [
        {"label": label, "epochs": [bar_of(epochs[one.key]) for one in periods]}
        for label, periods in sides
        if periods
    ]


def _padded(epoch: Any, direction: int) -> int:
    """The axis reaches a quarter beyond the epoch on either side."""
    margin = max((epoch.ends - epoch.begins) // 4, 20)
    edge = epoch.begins - margin if direction < 0 else epoch.ends + margin
    return max(min(edge, END), -10_000)


def _definition(definition: Any) -> dict[str, Any]:
    span = Span(
        definition.earliest_begin, definition.latest_begin, definition.earliest_end, definition.latest_end
    )
    return {
        "definition": definition,
        "doubt": bounds_text(span),
        "countries": [country_name(code) for code in definition.countries],
    }


def _made_elsewhere(epoch: Any) -> list[dict[str, Any]]:
    """Works that certainly fall into these years, made under other epochs; the eight nearest its middle."""
    works = (
        Artwork.objects.published()
        .in_window(epoch.begins, epoch.ends, certain=True)
        .exclude(epochs=epoch)
        .exclude(culture__region__in=epoch.regions)
        .order_by("earliest_year", "pk")
    )
    return [card_of(work) for work in works.with_card()[:8]]


@public_page
def epoch_json(request: HttpRequest, slug: str) -> HttpResponse | JsonResponse:
    """The twin for machines."""
    found = _find(slug)
    if found is None:
        return moved(request, Epoch, slug, "epoch_json") or json_answer(
            {"error": "There is no such epoch."}, status=404
        )
    works = under(epoch=slug).in_order()
    fields = (
        "earliest_begin",
        "latest_begin",
        "earliest_end",
        "latest_end",
        "countries",
        "source",
        "is_preferred",
    )
    return json_answer(
        {
            "slug": found.slug,
            "id": found.public_id,
            "url": absolute_url("epoch", found.slug),
            "labels": found.labels,
            "regions": found.regions,
            "parent": found.parent.slug if found.parent else None,
            "aat": found.aat or None,
            "definitions": list(found.definitions.values(*fields)),
            "artworks": list(works.values_list("public_id", flat=True)),
        }
    )


def epochs_periodo(request: HttpRequest) -> HttpResponse:
    """All public epochs with every definition, as a PeriodO dataset."""
    epochs = {epoch.pk: epoch for epoch in Epoch.objects.public().select_related("parent")}
    definitions = EpochDefinition.objects.filter(epoch__in=epochs).order_by("epoch__slug", "pk")
    rows = [_defined(epochs[one.epoch_id], one, epochs) for one in definitions]
    with override("en"):
        response = json_answer(dataset(Site.current().url, rows))
    response["Content-Type"] = "application/ld+json"
    return response


def _defined(epoch: Any, one: EpochDefinition, public: dict[int, Any]) -> Defined:
    return Defined(
        epoch.slug,
        epoch.labels,
        epoch.parent.slug if epoch.parent_id in public else "",
        tuple(epoch.regions),
        epoch.note,
        Span(one.earliest_begin, one.latest_begin, one.earliest_end, one.latest_end),
        tuple(one.countries),
        one.is_worldwide,
        one.source,
        one.periodo,
        one.is_preferred,
    )
