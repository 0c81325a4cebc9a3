"""A visitor's correction: the one public page with a form, a cookie against forgery, and a limit."""

from __future__ import annotations

import hashlib
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from collection.exports.card import card_of
from collection.forms import CorrectionForm
from collection.models import Artwork

PER_HOUR = 5
HOUR = 3600


@never_cache
@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def correction(request: HttpRequest, public_id: str) -> HttpResponse:
    """The form; what is sent waits for the museum in its admin. `?sent=1` is the page of thanks."""
    work = Artwork.objects.published().with_card().filter(public_id=public_id).first()
    if work is None:
        raise Http404(_("There is no such work."))
    if request.GET.get("sent") == "1" and request.method != "POST":
        return render(request, "collection/correction_sent.html", {"card": card_of(work), "work": work})
    form = CorrectionForm(request.POST or None)
    status = 200
    if request.method == "POST":
        if form.is_valid():
            return _kept(request, form, work)
        status = 422
    return _page(request, form, work, status)


def _page(request: HttpRequest, form: Any, work: Artwork, status: int) -> HttpResponse:
    context = {"form": form, "card": card_of(work), "work": work}
    return render(request, "collection/correction_form.html", context, status=status)


def _kept(request: HttpRequest, form: CorrectionForm, work: Artwork) -> HttpResponse:
    """Write it down, unless a program filled the trap (then thanks, and nothing) or the limit is passed."""
    thanks = HttpResponseRedirect(f"{reverse('correction', args=[work.public_id])}?sent=1")
    if form.cleaned_data["website"]:
        return thanks
    if not _within_limit(request):
        form.add_error(
            None, _("You have sent several corrections within an hour. Please send the next one later.")
        )
        return _page(request, form, work, 429)
    form.instance.artwork = work
    form.save()
    return thanks


def _within_limit(request: HttpRequest) -> bool:
    """Count by a number made from the network address; the address itself is not kept."""
    address = request.META.get("REMOTE_ADDR", "")
    mark = hashlib.sha256(f"{settings.SECRET_KEY}{address}".encode()).hexdigest()[:32]
    limits = caches["limits"]
    key = f"correction:{mark}"
    limits.add(key, 0, HOUR)
    return int(limits.incr(key)) <= PER_HOUR
