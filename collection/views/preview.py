"""The public page of a work, rendered for staff before it is public."""

from __future__ import annotations

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from collection.models import Artwork, ArtworkImage
from collection.views.artwork import page_of


def rendered(request: HttpRequest, artwork: Artwork) -> HttpResponse:
    """The artwork's own page, whatever its state, with a notice that it is a preview."""
    work = Artwork.objects.with_record().get(pk=artwork.pk)
    work._prefetched_objects_cache.pop("images", None)  # those that would be public, were the work so
    images = ArtworkImage.objects.filter(withheld_reason="").exclude(derivatives={})
    prefetch_related_objects([work], Prefetch("images", queryset=images))
    return render(request, "collection/artwork_preview.html", page_of(request, work))
