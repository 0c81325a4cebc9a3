"""The public page of a work, rendered for staff before it is public."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from collection.models import Artwork


def rendered(request: HttpRequest, artwork: Artwork) -> HttpResponse:
    """The artwork's own page, whatever its state, with a notice that it is a preview."""
    from collection.views.artworks import page_context  # the page of visitors

    work = Artwork.objects.with_record().get(pk=artwork.pk)
    return render(request, "collection/artwork_preview.html", {**page_context(request, work), "is_preview": True})
