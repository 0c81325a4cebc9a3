"""Every kind of public address of the small collection, by name: pages with a language, and machines' answers."""

from __future__ import annotations

from tests.factories.world import World

# name → (address, status). `{work}` and the like are filled in by `address_of`.
PAGES: dict[str, tuple[str, int]] = {
    "home": ("/", 200),
    "works": ("/artworks/", 200),
    "works, filtered": ("/artworks/?country=CN&museum=sea-routes&view=list", 200),
    "works, searched": ("/artworks/?q=vessel", 200),
    "works, on the map": ("/artworks/?view=map&museum=sea-routes", 200),
    "works, none": ("/artworks/?country=IR&century=1900", 200),
    "works, unknown value": ("/artworks/?culture=atlantis", 200),
    "works, bad": ("/artworks/?century=abc", 400),
    "works, past the last page": ("/artworks/?page=99", 404),
    "values of a facet": ("/artworks/values/culture/?country=CN&find=china", 200),
    "work": ("/artworks/{work}/", 200),
    "elsewhere": ("/artworks/{work}/elsewhere/", 200),
    "version": ("/artworks/{work}/versions/1/", 200),
    "changes since a version": ("/artworks/{work}/versions/1/changes/", 200),
    "withdrawn": ("/artworks/{withdrawn}/", 410),
    "correction": ("/artworks/{work}/correction/", 200),
    "compare": ("/compare/", 200),
    "compare, works": ("/compare/?id={work}&id=nowhere&q=vessel", 200),
    "compare, bad": ("/compare/?zoom=sideways", 400),
    "my collection": ("/my-collection/", 200),
    "my collection, works": ("/my-collection/?id={work}&id=nowhere", 200),
    "countries": ("/countries/", 200),
    "country": ("/countries/CN/", 200),
    "epochs": ("/epochs/", 200),
    "epochs, zoomed": ("/epochs/?from_year=1300&to_year=1700&region=east-asia", 200),
    "epochs, bad": ("/epochs/?from_year=abc", 400),
    "epoch": ("/epochs/ming/", 200),
    "influences": ("/influences/", 200),
    "influences, filtered": ("/influences/?kind=motif&from_year=1300&to_year=1500", 200),
    "influences, none": ("/influences/?from_year=1900", 200),
    "influences, bad": ("/influences/?kind=magic", 400),
    "influences, of a country": ("/influences/?with=NL&level=country&from_year=1360&to_year=1399", 200),
    "flows": ("/influences/flows/", 200),
    "flows, of cultures": ("/influences/flows/?level=culture&kind=motif", 200),
    "flows, none": ("/influences/flows/?from_year=1900", 200),
    "flows, bad": ("/influences/flows/?level=galaxy", 400),
    "claims": ("/influences/claims/", 200),
    "claims, of an exchange": ("/influences/claims/?from=iran&to=china", 200),
    "claims, bad": ("/influences/claims/?page=-1", 400),
    "claims, past the last page": ("/influences/claims/?page=99", 404),
    "paths": ("/influences/paths/", 200),
    "paths, found": ("/influences/paths/?from=iran&to=dutch-republic", 200),
    "paths, to a work": ("/influences/paths/?from=iran&to={work}&parts=1&date_match=certain", 200),
    "paths, none": ("/influences/paths/?from=dutch-republic&to=iran", 200),
    "paths, bad": ("/influences/paths/?from=iran&to=china&certainty=sure", 400),
    "culture": ("/cultures/china/", 200),
    "museums": ("/museums/", 200),
    "museum": ("/museums/sea-routes/", 200),
    "exhibitions": ("/exhibitions/", 200),
    "exhibition": ("/exhibitions/threads/", 200),
    "withdrawn exhibition": ("/exhibitions/withdrawn-show/", 410),
    "history": ("/history/", 200),
    "about": ("/about/", 200),
    "accessibility": ("/accessibility/", 200),
    "privacy": ("/privacy/", 200),
    "terms": ("/terms/", 200),
    "not found": ("/nothing-here/", 404),
}
MACHINES: dict[str, tuple[str, int]] = {
    "works.json": ("/artworks.json", 200),
    "works.json, bad": ("/artworks.json?page=-1", 400),
    "works.csv": ("/artworks.csv?country=CN", 200),
    "works.csv, bad": ("/artworks.csv?century=abc", 400),
    "works.atom": ("/artworks.atom?country=CN&lang=fr", 200),
    "works.atom, bad": ("/artworks.atom?lang=xx", 400),
    "works, feed.json": ("/artworks/feed.json", 200),
    "my collection.csv": ("/my-collection.csv?id={work}", 200),
    "my collection.bib": ("/my-collection.bib?id={work}", 200),
    "my collection, IIIF": ("/my-collection/collection.json?id={work}", 200),
    "work.json": ("/artworks/{work}.json", 200),
    "withdrawn.json": ("/artworks/{withdrawn}.json", 410),
    "manifest": ("/artworks/{work}/manifest.json", 200),
    "bibtex": ("/artworks/{work}/cite.bib", 200),
    "history of a work": ("/artworks/{work}/history.json", 200),
    "history of a withdrawn work": ("/artworks/{withdrawn}/history.json", 410),
    "history.json": ("/history.json", 200),
    "history.json, bad": ("/history.json?after=abc", 400),
    "history.atom": ("/history.atom", 200),
    "script of the history": ("/history/verify_history.py", 200),
    "plate": ("/plates/{work}.svg", 200),
    "country.json": ("/countries/CN.json", 200),
    "epoch.json": ("/epochs/ming.json", 200),
    "epochs.jsonld": ("/epochs.jsonld", 200),
    "influences.json": ("/influences.json", 200),
    "influences.json, regions": ("/influences.json?level=region", 200),
    "embed of no path": ("/embed/influences/paths/?from=dutch-republic&to=iran", 404),
    "oembed.json": ("/oembed.json?url=http://localhost:8000/influences/", 200),
    "oembed.xml": (
        "/oembed.xml?url=http://localhost:8000/influences/paths/?from=iran%26to=dutch-republic",
        200,
    ),
    "oembed, foreign": ("/oembed.json?url=https://example.org/influences/", 404),
    "paths.json": ("/influences/paths.json?from=iran&to=dutch-republic", 200),
    "paths.json, none": ("/influences/paths.json?from=dutch-republic&to=iran", 200),
    "paths.json, bad": ("/influences/paths.json?from=iran", 400),
    "ripples.json": ("/influences/ripples.json?of=iran", 200),
    "ripples.json, of a work": ("/influences/ripples.json?of={work}&direction=up", 200),
    "ripples.json, common": ("/influences/ripples.json?of={work}&of=dutch-republic", 200),
    "ripples.json, of a material": ("/influences/ripples.json?of=clay-0", 200),
    "ripples.json, bad": ("/influences/ripples.json?of=iran&direction=sideways", 400),
    "culture.json": ("/cultures/china.json", 200),
    "museum.json": ("/museums/sea-routes.json", 200),
    "exhibitions.json": ("/exhibitions.json", 200),
    "exhibition.json": ("/exhibitions/threads.json", 200),
    "masterpiece.json": ("/masterpiece-of-the-day.json", 200),
    "feed": ("/masterpiece-of-the-day.atom", 200),
    "sitemap": ("/sitemap.xml", 200),
    **{
        f"sitemap of {name}": (f"/sitemap-{name}.xml", 200)
        for name in ("pages", "artworks", "museums", "epochs", "cultures", "countries", "exhibitions")
    },
    "robots": ("/robots.txt", 200),
    "health": ("/healthz", 200),
}
# What stands in the frames of other sites: pages with a language, but without a head and a foot.
FRAMES: dict[str, tuple[str, int]] = {
    "embed of the map": ("/embed/influences/?kind=motif", 200),
    "embed of a path": ("/embed/influences/paths/?from=iran&to=dutch-republic", 200),
}
EVERYTHING = PAGES | FRAMES | MACHINES
# The one public page with a form that is posted: it needs a cookie against forgery.
WITH_COOKIE = frozenset({"correction"})


def address_of(name: str, world: World) -> str:
    """The path of the address called `name`."""
    path, _status = EVERYTHING[name]
    return path.format(work=world.work.public_id, withdrawn=world.withdrawn.public_id)
