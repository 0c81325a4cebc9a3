"""Before and after an opening: the checklist, preview links, releases, and comments where no script sends them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from collection.models import Artwork
from exhibitions.actions import exhibitions as on_exhibitions
from exhibitions.actions import releases as on_releases
from exhibitions.actions import review
from exhibitions.actions.readiness import Item, checklist
from exhibitions.exports.frozen import differences
from exhibitions.exports.page import page_of
from exhibitions.models import Block, Comment, Exhibition
from exhibitions.views.preview import private
from exhibitions.views.studio.asked import own_exhibition, person
from exhibitions.views.studio_pages.asked import shown, studio_page
from exhibitions.views.studio_pages.home import state_of
from exhibitions.views.studio_pages.workbench import told_in_words
from members.languages import text_in
from members.permissions import Do, may


@studio_page
def preview(request: HttpRequest, slug: str) -> HttpResponse:
    """What a visitor would see if it were released now; works without consent are notes."""
    found = own_exhibition(request, slug)
    return private(render(request, "exhibitions/exhibition_detail.html", page_of(found, preview=True)))


@studio_page
def checks(request: HttpRequest, slug: str) -> HttpResponse:
    """What is to be seen to, each with its place; and links for people from outside. POST `deed`: link or revoke."""
    found, by = own_exhibition(request, slug), person(request)
    address = ""
    if request.method == "POST":
        with told_in_words(request):
            if request.POST.get("deed") == "revoke":
                link = get_object_or_404(
                    found.preview_links.select_related("exhibition"), pk=_number(request, "link")
                )
                review.revoke_link(link, by=by)
            else:
                label, days = request.POST.get("label", ""), _number(request, "days")
                _link, secret = review.make_link(found, by=by, label=label, days=days)
                address = settings.PUBLIC_URL + reverse("preview", args=[secret])
        if not address:
            return redirect("studio_checks", slug)
    items = [{"item": item, "url": _place(found, item)} for item in checklist(found)]
    context = {
        **_around(request, found),
        "must": [one for one in items if one["item"].must],
        "should": [one for one in items if not one["item"].must],
        "links": found.preview_links.select_related("made_by"),
        "address": address,
    }  # fmt: skip
    return shown(request, "checks", context)


@studio_page
def releases(request: HttpRequest, slug: str) -> HttpResponse:
    """The numbered versions; `?from=1&to=2` compares two. POST `deed`: release, return, publish or withdraw."""
    found = own_exhibition(request, slug)
    if request.method == "POST":
        with told_in_words(request):
            _do(request, found)
        return redirect("studio_releases", slug)
    rows = list(found.releases.select_related("released_by").defer("document"))
    context = {
        **_around(request, found),
        "releases": rows,
        "must": [item for item in checklist(found) if item.must],
        "compared": _compared(request, found),
    }
    return shown(request, "releases", context)


def _do(request: HttpRequest, found: Exhibition) -> None:
    by, deed, note = person(request), request.POST.get("deed", ""), request.POST.get("note", "")
    if deed == "release":
        made = on_releases.release(found, by=by, note=note)
        messages.success(request, _("Release %(number)d is frozen.") % {"number": made.number})
    elif deed == "return":
        on_releases.return_to(found, _number(request, "number"), by=by)
        messages.success(
            request, _("That arrangement stands in the studio again; the former one lies in the depot.")
        )
    elif deed == "publish":
        on_exhibitions.publish(found, by=by)
        messages.success(request, _("It is public."))
    elif deed == "withdraw":
        on_exhibitions.withdraw(found, by=by, note=note)
    else:
        raise Http404


def _compared(request: HttpRequest, found: Exhibition) -> dict[str, Any] | None:
    numbers = [request.GET.get(name, "") for name in ("from", "to")]
    if not all(number.isdecimal() and len(number) < 9 for number in numbers):
        return None
    before, after = (get_object_or_404(found.releases, number=int(number)) for number in numbers)
    return {
        "before": before.number,
        "after": after.number,
        "changes": [
            _in_words(change, before.document, after.document)
            for change in differences(before.document, after.document)
        ],
    }


def _in_words(
    change: Mapping[str, Any], before: Mapping[str, Any], after: Mapping[str, Any]
) -> dict[str, str]:
    """A difference as curators say it: what it is about, what was done, and the words in both."""
    rooms = {room["key"]: text_in(room["titles"]) for told in (before, after) for room in told["rooms"]}
    key, what = change.get("key"), change["what"]
    names = {
        "work": lambda: str(Artwork.objects.filter(public_id=key).first() or key),
        "version": lambda: str(Artwork.objects.filter(public_id=key).first() or key),
        "room": lambda: _("Room “%(name)s”") % {"name": rooms.get(key, key)},
        "wall": lambda: _("Wall %(key)s") % {"key": key},
    }
    deeds = {"added": _("added"), "removed": _("removed"), "moved": _("moved"), "changed": _("changed")}
    name = (
        names[what]()
        if what in names
        else str(getattr(Exhibition._meta.get_field(what), "verbose_name", what))
        if what in _FACTS
        else what
    )
    is_told = change["how"] == "changed"
    return {
        "words": f"{name}: {deeds.get(change['how'], change['how'])}",
        "old": _plain(change.get("before")) if is_told else "",
        "new": _plain(change.get("after")) if is_told else "",
    }


_FACTS = frozenset(field.name for field in Exhibition._meta.get_fields())


def _plain(value: Any) -> str:
    """What a release holds, as words: of a wall or a room its texts."""
    if isinstance(value, dict):
        return " · ".join(text for text in map(_plain, value.values()) if text)
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return "" if value is None else str(value)


@studio_page
@require_POST
def comment(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """`text`: said about the wall `key`; or `resolve`: the key of a comment that is seen to."""
    found, by = own_exhibition(request, slug), person(request)
    blocks = Block.everything.select_related("section__exhibition").filter(section__exhibition=found)
    block = get_object_or_404(blocks, pk=key)
    with told_in_words(request):
        if request.POST.get("resolve"):
            rows = Comment.objects.select_related("block__section__exhibition")
            review.resolve(get_object_or_404(rows, pk=_number(request, "resolve"), block=block), by=by)
        else:
            review.comment(block, request.POST.get("text", ""), by=by)
    return redirect(f"/studio/{slug}/#wall-{key}")


def _around(request: HttpRequest, found: Exhibition) -> dict[str, Any]:
    may_curate = may(request.user, Do.CURATE, found)
    return {"show": found, "state": state_of(found), "may_curate": may_curate}


def _place(found: Exhibition, item: Item) -> str:
    """Where it is seen to."""
    bench = reverse("studio_workbench", args=[found.slug])
    if item.noun in ("block", "section"):
        return f"{bench}#{'wall' if item.noun == 'block' else 'room'}-{item.key}"
    if item.noun == "loan":
        return f"{reverse('studio_loans', args=[found.slug])}#loan-{item.key}"
    if item.code == "sections":
        return f"{bench}#add-room"
    return f"{reverse('studio_facts', args=[found.slug])}#fact-{item.key}"


def _number(request: HttpRequest, name: str) -> int:
    number = request.POST.get(name, "")
    return int(number) if number.isdecimal() and len(number) < 19 else 0
