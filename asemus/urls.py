"""Addresses: pages carry the language in the path (English bare), machines' addresses never do."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path

import collection.urls
import exhibitions.urls
import members.urls
from asemus import machines

handler400 = "asemus.pages.bad_request"
handler403 = "asemus.pages.forbidden"
handler404 = "asemus.pages.not_found"
handler500 = "asemus.pages.server_error"

urlpatterns = [
    *members.urls.machines,
    *collection.urls.machines,
    *exhibitions.urls.machines,
    path("healthz", machines.healthz, name="healthz"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap_index, name="sitemap"),
    path("sitemap-<section>.xml", sitemap, {"sitemaps": machines.SITEMAPS}, name="sitemap_section"),
    path("accounts/", include("allauth.urls")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        *members.urls.pages,
        *collection.urls.pages,
        *exhibitions.urls.pages,
        prefix_default_language=False,
    ),
]

if settings.DEBUG:
    from asemus.gallery import gallery

    urlpatterns.insert(0, path("ui-components/", gallery, name="gallery"))
    urlpatterns.insert(0, path("ui-components/<slug:page>/", gallery))
