"""For machines of the site as a whole: is it well, what may a crawler walk, which pages are there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db import DatabaseError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from collection.enums import Status
from collection.filters import ArtworkFilterSet
from collection.models import Artwork, Concept, Culture, Epoch
from collection.views.told_exchange import TRAVELS, travel_url
from exhibitions.models import Exhibition
from members.models import Deed, Museum

# Pages of results without end: a crawler is asked to walk works and terms instead.
FACET_PARAMETERS = tuple(ArtworkFilterSet.base_filters)


def healthz(request: HttpRequest) -> JsonResponse:
    """200 with the catalogue version if the database answers, else 503."""
    try:
        version = Deed.objects.catalogue_version()
    except DatabaseError:
        return JsonResponse({"status": "the database does not answer"}, status=503)
    response = JsonResponse({"status": "ok", "catalogue": version})
    response["Cache-Control"] = "no-store"
    return response


def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers may walk; two or more filters at once are for people."""
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /accounts/", "Disallow: /*artworks/values/"]
    lines += [f"Disallow: /*?*{first}=*&" for first in FACET_PARAMETERS]
    lines += ["", f"Sitemap: {settings.PUBLIC_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


class PortalSitemap(Sitemap):  # type: ignore[type-arg]  the stubs know a parameter, the class does not
    """Addresses from PUBLIC_URL, in every language, each naming the others."""

    i18n = True
    alternates = True
    x_default = False

    def get_domain(self, site: Any = None) -> str:
        return settings.PUBLIC_URL.partition("://")[2]

    def get_urls(self, page: Any = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        return super().get_urls(page, site, settings.PUBLIC_URL.partition("://")[0])


class PageSitemap(PortalSitemap):
    """The pages that are always there."""

    def items(self) -> list[str]:
        names = (
            "home artworks countries epochs influences influence_flows influence_paths museums exhibitions history about "
            "accessibility privacy terms"
        )
        return [*names.split(), *TRAVELS.values()]

    def location(self, item: str) -> str:
        return reverse("travellers", args=[item]) if item in TRAVELS.values() else reverse(item)


class ArtworkSitemap(PortalSitemap):
    def items(self) -> QuerySet[Artwork]:
        return Artwork.objects.published().order_by("pk").only("public_id", "changed_at")

    def lastmod(self, item: Artwork) -> Any:
        return item.changed_at


class MuseumSitemap(PortalSitemap):
    """Museums with a work to show."""

    def items(self) -> QuerySet[Museum]:
        return Museum.objects.filter(artworks__status=Status.PUBLISHED).distinct().order_by("pk")


class EpochSitemap(PortalSitemap):
    def items(self) -> QuerySet[Any]:
        return Epoch.objects.public().with_bounds().order_by("pk")


class CultureSitemap(PortalSitemap):
    """Cultures that stand at an end of a public influence or have a public work."""

    def items(self) -> QuerySet[Any]:
        return Culture.objects.spoken_of().order_by("pk")


class TravellerSitemap(PortalSitemap):
    """Motifs, materials and techniques that a public work has."""

    def items(self) -> QuerySet[Any]:
        shown = Concept.objects.usable().filter(artwork_concepts__artwork__status=Status.PUBLISHED)
        return shown.filter(kind__in=TRAVELS).distinct().order_by("pk")

    def location(self, item: Concept) -> str:
        return travel_url(item)


class CountrySitemap(PortalSitemap):
    def items(self) -> list[str]:
        works = Artwork.objects.published().order_by()
        made = works.exclude(production_country="").values_list("production_country", flat=True)
        kept = works.values_list("museum__country", flat=True)
        return sorted({*made.distinct(), *kept.distinct()})

    def location(self, item: str) -> str:
        return reverse("country", args=[item])


class ExhibitionSitemap(PortalSitemap):
    def items(self) -> QuerySet[Exhibition]:
        return Exhibition.objects.open().order_by("pk")


SITEMAPS: dict[str, type[PortalSitemap]] = {
    "pages": PageSitemap,
    "artworks": ArtworkSitemap,
    "museums": MuseumSitemap,
    "epochs": EpochSitemap,
    "cultures": CultureSitemap,
    "travellers": TravellerSitemap,
    "countries": CountrySitemap,
    "exhibitions": ExhibitionSitemap,
}


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The index of the sections. Django's own view would take the host from the request."""
    sections = [
        f"{settings.PUBLIC_URL}{reverse('sitemap_section', args=[name])}" + (f"?p={page}" if page > 1 else "")
        for name, section in SITEMAPS.items()
        for page in section().paginator.page_range
    ]
    return render(
        request, "sitemap_index.xml", {"sitemaps": [{"location": s} for s in sections]}, "application/xml"
    )
