"""The live check of a date: what words or EDTF mean in years, for the form of an artwork."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from collection.admin.date_epochs import epochs_said, museum_slug, place_of
from collection.admin.dates import described, meaning_of
from members.permissions import Do, may

_LONGEST = 200


@require_GET
def date_check(request: HttpRequest) -> HttpResponse:
    """`?words=&edtf=&museum=&culture=&country=&epoch=` → {edtf, sentence, years, four bounds, notes, errors, epochs,
    conflicts}; staff only."""
    if not may(request.user, Do.DRAFT) and not may(request.user, Do.PUBLISH):
        return JsonResponse({"errors": [_("Sign in to use this.")]}, status=403)
    words, edtf = request.GET.get("words", ""), request.GET.get("edtf", "")
    if len(words) > _LONGEST or len(edtf) > _LONGEST or "\x00" in words + edtf:
        return JsonResponse({"errors": [_("The date is too long to be read.")]}, status=400)
    place = place_of(request.GET)
    meaning = meaning_of(words, edtf, museum=museum_slug(request.GET), culture=place.culture)
    response = JsonResponse({**described(meaning), **epochs_said(meaning.span, place, request.GET)})
    response["Cache-Control"] = "no-store, private"
    return response
