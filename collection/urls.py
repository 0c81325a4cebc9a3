"""Addresses of this app: `pages` carry a language, `machines` do not."""

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import StringConverter

from collection.views import (
    about,
    artwork,
    artworks,
    changes,
    compare,
    corrections,
    countries,
    cultures,
    date_check,
    elsewhere,
    embed_pages,
    epochs,
    facet_values,
    feeds,
    history,
    images,
    influence_claims,
    influence_flows,
    influence_network,
    influence_paths,
    influences,
    kept,
    museums,
    oembed,
    ripple_pages,
    ripples,
    suggest,
    tables,
    travellers,
)
from collection.views import (
    machines as machine,
)


class PublicIdConverter(StringConverter):
    """The name part of an ARK."""

    regex = "[0-9a-z]{2,16}"


class TravelsConverter(StringConverter):
    """What is followed on its way."""

    regex = "motifs|materials|techniques"


register_converter(PublicIdConverter, "public_id")
register_converter(TravelsConverter, "travels")

pages: list[URLPattern] = [
    path("artworks/", artworks.artworks, name="artworks"),
    path("artworks/<public_id:public_id>/", artwork.artwork, name="artwork"),
    path(
        "artworks/<public_id:public_id>/versions/<int:number>/",
        artwork.artwork_version,
        name="artwork_version",
    ),
    path("artworks/<public_id:public_id>/elsewhere/", elsewhere.elsewhere, name="elsewhere"),
    path(
        "artworks/<public_id:public_id>/versions/<int:number>/changes/",
        changes.artwork_changes,
        name="artwork_changes",
    ),
    path("artworks/<public_id:public_id>/correction/", corrections.correction, name="correction"),
    path("artworks/values/<slug:name>/", facet_values.facet_values, name="facet_values"),
    path("compare/", compare.compare, name="compare"),
    path("my-collection/", kept.kept, name="kept"),
    path("countries/", countries.countries, name="countries"),
    path("countries/<str:code>/", countries.country, name="country"),
    path("epochs/", epochs.epochs, name="epochs"),
    path("epochs/<slug:slug>/", epochs.epoch, name="epoch"),
    path("cultures/<slug:slug>/", cultures.culture, name="culture"),
    path("influences/", influences.influences, name="influences"),
    path("influences/flows/", influence_flows.influence_flows, name="influence_flows"),
    path("influences/claims/", influence_claims.influence_claims, name="influence_claims"),
    path("influences/paths/", influence_paths.influence_paths, name="influence_paths"),
    path("embed/influences/", embed_pages.embed_influences, name="embed_influences"),
    path("embed/influences/paths/", embed_pages.embed_path, name="embed_path"),
    path("influences/ripples/", ripple_pages.ripples, name="ripples"),
    path("<travels:travels>/", travellers.travellers, name="travellers"),
    path("<travels:travels>/<slug:slug>/", travellers.traveller, name="traveller"),
    path("museums/", museums.museums, name="museums"),
    path("museums/<slug:slug>/", museums.museum, name="museum"),
    path("history/", history.history, name="history"),
    path("about/", about.about, name="about"),
    path("accessibility/", about.accessibility, name="accessibility"),
    path("privacy/", about.privacy, name="privacy"),
    path("terms/", about.terms, name="terms"),
]

machines: list[URLPattern] = [
    path("artworks.json", artworks.artworks_json, name="artworks_json"),
    path("artworks.atom", feeds.artworks_atom, name="artworks_atom"),
    path("artworks/feed.json", feeds.artworks_feed_json, name="artworks_feed_json"),
    path("artworks.csv", tables.artworks_csv, name="artworks_csv"),
    path("my-collection.csv", kept.kept_csv, name="kept_csv"),
    path("my-collection.bib", kept.kept_bib, name="kept_bib"),
    path("my-collection/collection.json", kept.kept_iiif, name="kept_iiif"),
    path("suggest.json", suggest.suggest_json, name="suggest_json"),
    path("artworks/<public_id:public_id>.json", artwork.artwork_json, name="artwork_json"),
    path("artworks/<public_id:public_id>/manifest.json", artwork.artwork_manifest, name="artwork_manifest"),
    path(
        "artworks/<public_id:public_id>/linked-art.json",
        artwork.artwork_linked_art,
        name="artwork_linked_art",
    ),
    path("artworks/<public_id:public_id>/edm.xml", artwork.artwork_edm, name="artwork_edm"),
    re_path(
        r"^artworks/(?P<public_id>[0-9a-z]{2,16})/cite\.(?P<form>bib|ris)$",
        artwork.artwork_citation,
        name="artwork_citation",
    ),
    path(
        "artworks/<public_id:public_id>/history.json",
        history.artwork_history_json,
        name="artwork_history_json",
    ),
    path("history.json", history.history_json, name="history_json"),
    path("history.atom", history.history_atom, name="history_atom"),
    path("history/verify_history.py", history.history_script, name="history_script"),
    path("plates/<public_id:public_id>.svg", images.plate, name="plate"),
    re_path(
        r"^images/(?P<public_id>[0-9a-z]{2,16})/(?P<width>[0-9]{2,5})\.(?P<form>jpeg|webp|avif)$",
        images.image,
        name="image",
    ),
    re_path(r"^iiif/(?P<rest>.*)$", images.iiif, name="iiif"),
    re_path(r"^ark:/?(?P<rest>.+)$", machine.ark, name="ark"),
    path("masterpiece-of-the-day.atom", machine.masterpiece_feed, name="masterpiece_feed"),
    path("masterpiece-of-the-day.json", machine.masterpiece_json, name="masterpiece_json"),
    path("admin/date-check/", date_check.date_check, name="date_check"),
    path("countries/<str:code>.json", countries.country_json, name="country_json"),
    path("epochs.jsonld", epochs.epochs_periodo, name="epochs_periodo"),
    path("epochs/<slug:slug>.json", epochs.epoch_json, name="epoch_json"),
    path("cultures/<slug:slug>.json", cultures.culture_json, name="culture_json"),
    path("influences.json", influences.influences_json, name="influences_json"),
    path("influences.graphml", influence_network.influences_graphml, name="influences_graphml"),
    path("influences.csv", influence_network.influences_csv, name="influences_csv"),
    path("influences/knots.csv", influence_network.influence_knots_csv, name="influence_knots_csv"),
    path("oembed", oembed.oembed, name="oembed"),
    path("oembed.<str:form>", oembed.oembed, name="oembed_in"),
    path("influences/paths.json", influence_paths.influence_paths_json, name="influence_paths_json"),
    path("influences/ripples.json", ripples.ripples_json, name="ripples_json"),
    path("<travels:travels>.json", travellers.travellers_json, name="travellers_json"),
    path("<travels:travels>/<slug:slug>.json", travellers.traveller_json, name="traveller_json"),
    path("museums/<slug:slug>.json", museums.museum_json, name="museum_json"),
]
