"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern, path, re_path

from collection.views import (
    about,
    artworks,
    countries,
    cultures,
    date_check,
    epochs,
    images,
    influences,
    museums,
)

pages: list[URLPattern] = [
    path("artworks/", artworks.artworks, name="artworks"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:code>/", countries.country, name="country"),
    path("epochs/", epochs.epochs, name="epochs"),
    path("epochs/<slug:slug>/", epochs.epoch, name="epoch"),
    path("cultures/<slug:slug>/", cultures.culture, name="culture"),
    path("influences/", influences.influences, name="influences"),
    path("museums/", museums.museums, name="museums"),
    path("museums/<slug:slug>/", museums.museum, name="museum"),
    path("about/", about.about, name="about"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
    path("terms/", about.terms, name="terms"),
]

machines: list[URLPattern] = [
    path("artworks.json", artworks.artworks_json, name="artworks_json"),
    path("plates/<str:public_id>.svg", images.plate, name="plate"),
    re_path(
        r"^images/(?P<public_id>[0-9a-z]{2,16})/(?P<width>[0-9]{2,5})\.(?P<form>jpeg|webp)$",
        images.image,
        name="image",
    ),
    path("admin/date-check/", date_check.date_check, name="date_check"),
    path("countries/<str:code>.json", countries.country_json, name="country_json"),
    path("epochs/<slug:slug>.json", epochs.epoch_json, name="epoch_json"),
    path("cultures/<slug:slug>.json", cultures.culture_json, name="culture_json"),
    path("influences.json", influences.influences_json, name="influences_json"),
    path("museums/<slug:slug>.json", museums.museum_json, name="museum_json"),
]
