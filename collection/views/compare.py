"""Up to four works side by side. The address says which, and how: `?id=…&id=…&zoom=free&scale=real`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from collection.exports.card import card_of
from collection.filters import ArtworkFilterSet
from collection.models import Artwork
from collection.views.artwork_pictures import compared
from collection.views.caching import public_page

MOST = 4
FOUND_SHOWN = 8
LONGEST_QUESTION = 500
_PUBLIC_ID = re.compile(r"[0-9a-z]{2,16}")
_CHOICES = {"zoom": ("linked", "free"), "scale": ("fit", "real")}


@public_page
def compare(request: HttpRequest) -> HttpResponse:
    """The works asked for, a search for others to put beside them, and what could not be done, in sentences."""
    asked = list(dict.fromkeys(request.GET.getlist("id")))
    words = request.GET.get("q", "").strip()
    errors = _errors(request, words)
    works = _works(asked[:MOST]) if not errors else []
    chosen = [work.public_id for work in works]
    views = [compared(work) for work in works]
    context = {
        "works": [{**view, "without_url": _address(chosen, but=view["card"]["public_id"])} for view in views],
        "chosen": chosen,
        "alike_url": alike_address(works) if len(works) > 1 else "",
        "errors": errors,
        "missing": len(asked[:MOST]) - len(works) if not errors else 0,
        "is_too_many": len(asked) > MOST,
        "is_full": len(works) >= MOST,
        "words": words,
        "found": _found(words, chosen) if words and not errors else [],
        "is_linked": request.GET.get("zoom") != "free",
        "is_real": request.GET.get("scale") == "real",
        "unsized": [view for view in views if not (view["view"] and view["view"]["cm"])],
    }
    response = render(request, "collection/compare.html", context, status=400 if errors else 200)
    if request.GET:
        response["X-Robots-Tag"] = "noindex"
    return response


def _errors(request: HttpRequest, words: str) -> list[str]:
    """What is wrong with the address, a sentence each; with any, nothing is asked of the database."""
    found = []
    if "\0" in words or len(words) > LONGEST_QUESTION:
        found.append(_("The words to look for are too long, or hold a sign that is no letter."))
    for name, values in _CHOICES.items():
        if request.GET.get(name, values[0]) not in values:
            found.append(_("“%(name)s” takes %(values)s.") % {"name": name, "values": _(" or ").join(values)})
    return found


def _works(asked: list[str]) -> list[Artwork]:
    """The published works with these ids, in the order of the address."""
    ids = [public_id for public_id in asked if _PUBLIC_ID.fullmatch(public_id)]
    if not ids:
        return []
    works = Artwork.objects.published().filter(public_id__in=ids).with_card().prefetch_related("dimensions")
    found = {work.public_id: work for work in works}
    return [found[public_id] for public_id in ids if public_id in found]


def _found(words: str, chosen: list[str]) -> list[dict[str, Any]]:
    """Works that answer the words, each with the address that puts it beside the chosen ones."""
    browse = ArtworkFilterSet(QueryDict(urlencode({"q": words})))
    if not browse.is_valid():
        return []
    best = browse.listed(0, FOUND_SHOWN + len(chosen))
    works = [work for work in best if work.public_id not in chosen]
    return [
        {"card": card_of(work), "add_url": _address([*chosen, work.public_id])}
        for work in works[:FOUND_SHOWN]
    ]


def compare_address(works: Iterable[Artwork]) -> str:
    """Where the first of these works stand side by side."""
    return _address([work.public_id for work in works][:MOST])


def alike_address(works: Iterable[Artwork]) -> str:
    """Where it is told what the first of these works have behind them in common."""
    return f"{reverse('ripples')}?{urlencode([('of', work.public_id) for work in works][:MOST])}"


def _address(chosen: list[str], but: str = "") -> str:
    query = urlencode([("id", public_id) for public_id in chosen if public_id != but])
    return f"{reverse('compare')}{f'?{query}' if query else ''}"
