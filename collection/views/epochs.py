"""Epochs: five thousand years as bars by region, and each epoch with what was made in it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.countries import country_name
from collection.dates.years import YearError, parse_year
from collection.enums import Region
from collection.exports.card import card_of
from collection.models import Artwork, Epoch
from collection.views.answers import absolute_url, json_answer, moved
from collection.views.caching import public_page
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
    works, every = counts("epoch"), list(found)
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
    every = _counted(Epoch.objects.public().with_bounds().overlapping(found.begins, found.ends).in_order())
    beside = [e for e in every if e.pk != found.pk and len(e.regions) <= WORLDWIDE]
    elsewhere = [e for e in beside if not set(e.regions) & set(found.regions)]
    context = {
        "epoch": found,
        "names": [{"text": text, "lang": tag} for tag, text in found.labels.items()],
        "definitions": [_definition(d) for d in found.definitions.all()],
        "region_labels": [Region(r).label for r in found.regions],
        "children": list(found.children.public().with_bounds().in_order()),
        "works": cards(browse, SHOWN),
        "works_count": browse.count,
        "made_where": spread(browse, "country", epoch=slug),
        "types": spread(browse, "type", epoch=slug),
        "rows": [row for row in (_row(r, elsewhere) for r in Region) if row["bars"]],
        "begin": _padded(found, -1),
        "end": _padded(found, +1),
        "elsewhere": _made_elsewhere(found),
    }
    return render(request, "collection/epoch_detail.html", context)


def _padded(epoch: Any, direction: int) -> int:
    """The axis reaches a quarter beyond the epoch on either side."""
    margin = max((epoch.ends - epoch.begins) // 4, 20)
    edge = epoch.begins - margin if direction < 0 else epoch.ends + margin
    return max(min(edge, END), -10_000)


def _definition(definition: Any) -> dict[str, Any]:
    return {
        "definition": definition,
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
