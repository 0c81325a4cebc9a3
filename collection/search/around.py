"""Works around a place: what narrows a result beside facets, words and years."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from django.db.models import Q

from collection.models import Artwork, Place
from collection.models.artwork_queries import ArtworkQuerySet

EARTH_KM = 6371.0  # its mean radius
KM_OF_A_DEGREE = 111.0  # of latitude
NOTHING = Q(pk__lt=0)  # no work, in SQL: a queryset of none() has none that counting could use


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
        works.filter(Q(production_place__in=near) | Q(find_place__in=near)) if near else works.filter(NOTHING)
    )


def distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Kilometres between two points, over the ground (haversine)."""
    a, b = radians(latitude), radians(other_latitude)
    across = sin(radians(other_longitude - longitude) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, sin((b - a) / 2) ** 2 + cos(a) * cos(b) * across)))
