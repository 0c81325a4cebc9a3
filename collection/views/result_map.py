"""A result on the map: countries by their number of works, places as dots, those close together as one; and the same as tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import ngettext

from collection.countries import country_name, region_of
from collection.enums import Region
from collection.filters import ArtworkFilterSet
from collection.models import Place
from collection.search.whereabouts import whereabouts
from collection.views.browse import Address
from members.languages import text_in

CLOSE = 0.016  # of what the map shows: places nearer to each other than this are one dot
NAMED = 12  # places of one dot that its link names one by one; of more it leads closer
LISTED = 8  # places of a country in the table
SMALLEST = 40  # degrees that a map shows at least
CUT = -110  # the meridian at which the drawing is cut, so that no dots left and right of it are close


@dataclass
class Spot:
    """A place with works, on the drawing."""

    id: str
    label: str
    country: str
    latitude: float
    longitude: float
    count: int

    @property
    def x(self) -> float:
        """Degrees east of the cut."""
        return (self.longitude - CUT) % 360

    @property
    def y(self) -> float:
        return self.latitude


@dataclass
class Cluster:
    """Places so close together that one dot stands for them, at the one with most works."""

    spots: list[Spot] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(spot.count for spot in self.spots)


def map_of(browse: ArtworkFilterSet, address: Address) -> dict[str, Any]:
    """Props of the world map and rows of the tables."""
    found = whereabouts(browse)
    spots = _spots(found.places)
    countries = [_country(code, count, spots, address) for code, count in found.countries.items()]
    countries.sort(key=lambda country: (-country["count"], country["label"]))
    return {
        "places": {country["code"]: country for country in countries},
        "points": [_point(cluster, address) for cluster in clusters(spots, _width(spots) * CLOSE)],
        "regions": [
            {"slug": region.value, "label": region.label, "countries": of_region}
            for region in Region
            if (of_region := [country for country in countries if country["region"] == region])
        ],
        "nowhere": found.nowhere,
        "placed": sum(spot.count for spot in spots),
    }


def _spots(counts: dict[int, int]) -> list[Spot]:
    """The places that can be drawn, those with most works first. One query."""
    rows = Place.objects.filter(pk__in=counts, latitude__isnull=False)
    spots = []
    for key, public_id, labels, country, latitude, longitude in rows.values_list(
        "pk", "public_id", "labels", "country", "latitude", "longitude"
    ):
        spots.append(Spot(public_id, text_in(labels), country, latitude, longitude, counts[key]))
    return sorted(spots, key=lambda spot: (-spot.count, spot.id))


def _width(spots: list[Spot]) -> float:
    """How many degrees the map shows about: twice as many across as up."""
    if not spots:
        return SMALLEST
    xs, ys = [spot.x for spot in spots], [spot.y for spot in spots]
    return max(max(xs) - min(xs), 2 * (max(ys) - min(ys)), SMALLEST)


def clusters(spots: list[Spot], distance: float) -> list[Cluster]:
    """Each place joins the largest dot within `distance`, else it is a dot of its own; looked for in a grid of squares."""
    grid: dict[tuple[int, int], list[Cluster]] = {}
    found = []
    for spot in spots:
        column, row = int(spot.x // distance), int(spot.y // distance)
        near = [
            cluster
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for cluster in grid.get((column + dx, row + dy), ())
            if (cluster.spots[0].x - spot.x) ** 2 + (cluster.spots[0].y - spot.y) ** 2 <= distance**2
        ]
        if near:
            max(near, key=lambda cluster: cluster.spots[0].count).spots.append(spot)
            continue
        found.append(Cluster([spot]))
        grid.setdefault((column, row), []).append(found[-1])
    return found


def _point(cluster: Cluster, address: Address) -> dict[str, Any]:
    """A dot: its link shows just the works that it counts, or leads closer."""
    first, others = cluster.spots[0], len(cluster.spots) - 1
    where = first.label
    if others:
        where = ngettext("%(place)s and %(n)d other place", "%(place)s and %(n)d other places", others) % {
            "place": first.label,
            "n": others,
        }
    works = ngettext("%(n)s work", "%(n)s works", cluster.count) % {"n": cluster.count}
    return {
        "latitude": first.latitude,
        "longitude": first.longitude,
        "label": f"{where}: {works}",
        "url": _works_of(cluster.spots, address) if others < NAMED else _closer(cluster, address),
        "count": cluster.count,
        "region": region_of(first.country) or "",
    }


def _works_of(spots: list[Spot], address: Address) -> str:
    return address.url(view="", place=[spot.id for spot in spots])


def _closer(cluster: Cluster, address: Address) -> str:
    """The map of what was made or found around there."""
    first = cluster.spots[0]
    near = f"{first.latitude:.2f},{first.longitude:.2f}"
    return address.url(near=near, within="400", view="map")


def _country(code: str, count: int, spots: list[Spot], address: Address) -> dict[str, Any]:
    own = [spot for spot in spots if spot.country == code]
    return {
        "code": code,
        "label": country_name(code),
        "url": address.url(view="", country=[code]),
        "region": region_of(code) or "",
        "count": count,
        "spots": [
            {"label": spot.label, "count": spot.count, "url": _works_of([spot], address)}
            for spot in own[:LISTED]
        ],
        "more": len(own) - LISTED if len(own) > LISTED else 0,
    }
