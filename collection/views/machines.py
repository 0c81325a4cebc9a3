"""What only machines ask for: ARKs, the feed of the masterpiece of the day."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.apps import apps
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from collection.enums import Status
from collection.exports.card import thumbnail_of
from collection.exports.claims import CLAIM_OPEN
from collection.masterpiece import of_days, of_the_day
from collection.models import Artwork
from collection.titles import titles_of
from collection.views.answers import absolute, absolute_url, json_answer
from collection.views.artworks import result_of
from collection.views.caching import public_page
from members import identifiers
from members.languages import text_in
from members.models import Identifier

FEED_DAYS = 14
# What has no page of its own is shown among the works: noun → parameter of the list.
_AS_FACETS = {"object_type": "type", "material": "material", "technique": "technique", "motif": "motif"}


@require_safe
def ark(request: HttpRequest, rest: str) -> HttpResponse:
    """302 from an ARK of ours, however it is written, to the page of what it names."""
    try:
        name = identifiers.normalise(f"ark:/{rest}")
    except ValueError as error:
        raise Http404(str(error)) from error
    is_ours = name.naan == settings.ARK_NAAN and identifiers.is_valid(*name)
    known = Identifier.objects.filter(public_id=name.name).first() if is_ours else None
    path = _page_of(known) if known else None
    if path is None:
        raise Http404(_("This identifier names nothing here."))
    response = HttpResponseRedirect(path)
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _page_of(known: Identifier) -> str | None:
    """The path of the page of a thing; a page answers for itself whether it may be seen (404) or is gone (410)."""
    model = next((m for m in apps.get_models() if m._meta.model_name == known.noun), None)
    if model is None:
        return None
    if model is Artwork:
        return reverse("artwork", args=[known.public_id])
    thing = model._default_manager.filter(public_id=known.public_id).first()
    is_hidden = thing is None or getattr(thing, "status", "") in (Status.DRAFT, Status.SUBMITTED)
    return None if is_hidden else _path(thing)


def _path(thing: Any) -> str | None:
    if hasattr(thing, "get_absolute_url"):
        try:
            return str(thing.get_absolute_url())
        except NoReverseMatch:
            return None
    if (artwork := getattr(thing, "artwork", None)) is not None:  # a photograph: the page of its work
        return reverse("artwork", args=[artwork.public_id])
    if parameter := _AS_FACETS.get(getattr(thing, "kind", "")):
        return f"{reverse('artworks')}?{parameter}={thing.slug}"
    return reverse("influences") if thing._meta.model_name == "influence" else None


@public_page
def masterpiece_feed(request: HttpRequest) -> HttpResponse:
    """Atom: today's work and those of the days before."""
    today = timezone.now().date()
    feed = Atom1Feed(
        title=_("Masterpiece of the day"),
        link=absolute(reverse("home")),
        description=_("One work of the Virtual Collection of Masterpieces each day."),
        language="en",
        feed_url=absolute(reverse("masterpiece_feed")),
        feed_guid=absolute(reverse("masterpiece_feed")),
        author_name=settings.NETWORK_NAME,
    )
    for day, work in of_days([today - dt.timedelta(days=back) for back in range(FEED_DAYS)]):
        _add(feed, day, work)
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _add(feed: Atom1Feed, day: dt.date, work: Artwork) -> None:
    at = dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)
    title, _others = titles_of(work, "en")
    maker = work.display_creator or (work.culture.label if work.culture else "")
    words = [
        ", ".join(filter(None, [maker, work.display_date, work.museum.name])),
        text_in(work.masterpiece_statement, "en"),
        str(CLAIM_OPEN) if work.has_open_claim else "",
    ]
    thumbnail = thumbnail_of(work)
    feed.add_item(
        title=title.text if title else work.public_id,
        link=absolute_url("artwork", work.public_id),
        description=". ".join(filter(None, words)) + (f" {absolute(thumbnail)}" if thumbnail else ""),
        unique_id=f"{absolute(reverse('masterpiece_feed'))}#{day.isoformat()}",
        pubdate=at,
        updateddate=at,
    )


@public_page
def masterpiece_json(request: HttpRequest) -> JsonResponse:
    """Today's work."""
    today = timezone.now().date()
    work = of_the_day(today)
    return json_answer({"date": today.isoformat(), "artwork": result_of(work) if work else None})
