"""Works around a place, and works like a work: what narrows a result beside facets, words and years."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from django.db.models import Q

from collection.models import Artwork, Place
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.neighbours import similar_keys

EARTH_KM = 6371.0  # its mean radius
KM_OF_A_DEGREE = 111.0  # of latitude
MOST_ALIKE = 200
_NONE = Q(pk__lt=0)  # no work, in SQL: a queryset of none() has none that counting could use


def works_near(latitude: float, longitude: float, km: float) -> ArtworkQuerySet:
    """Published works made or found at a place within so many kilometres. One query for the places."""
    north_south = km / KM_OF_A_DEGREE
    places = Place.objects.filter(latitude__range=(latitude - north_south, latitude + north_south))
    near = [
        key
        for key, place_latitude, place_longitude in places.values_list("pk", "latitude", "longitude")
        if distance(latitude, longitude, place_latitude, place_longitude) <= km
    ]
    works = Artwork.objects.published()
    return (
        works.filter(Q(production_place__in=near) | Q(find_place__in=near)) if near else works.filter(_NONE)
    )


def distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points, over the ground (haversine)."""
    a, b = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, sin((b - a) / 2) ** 2 + cos(a) * cos(b) * across)))


def works_like(public_id: str) -> ArtworkQuerySet:
    """Published works that share most with a published one; none if there is none of that id."""
    work = (
        Artwork.objects.published().prefetch_related("concepts", "epochs").filter(public_id=public_id).first()
    )
    keys = similar_keys(work, MOST_ALIKE) if work else []
    works = Artwork.objects.published()
    return works.filter(pk__in=keys) if keys else works.filter(_NONE)
