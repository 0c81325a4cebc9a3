"""Every number of the demonstration's pages is what its link finds. A module of its own: it empties the database."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.http import QueryDict
from django.test import Client

from collection.filters import ArtworkFilterSet
from collection.models import Culture, Epoch
from collection.search.counts import one_facet
from collection.search.index.build import rebuild
from collection.views.under import under
from members.models import Museum

# A link to the list with the number behind it, or in it.
COUNTED = re.compile(
    r'<a href="(/artworks/\?[^"]+)"[^>]*>(?:(?:<span[^>]*>)?[^<]*(?:</span>)?</a> <span class="links__count">([\d,]+)</span>'
    r"|([\d,]+) works?</a>|([\d,]+)</a>)"
)


class Lists:
    """What the list counts at an address, each asked once."""

    def __init__(self) -> None:
        self.known: dict[str, int] = {}

    def count(self, url: str) -> int:
        query = unescape(url).partition("?")[2]
        if query not in self.known:
            browse = ArtworkFilterSet(QueryDict(query))
            assert browse.is_valid()
            self.known[query] = browse.count
        return self.known[query]


def check(html: str, lists: Lists, address: str) -> int:
    """Compare every number of a page that stands with a link to the list; how many there were."""
    main = html.partition("<main")[2].partition("</main>")[0]
    found = [(url, int((a or b or c).replace(",", ""))) for url, a, b, c in COUNTED.findall(main)]
    wrong = [(url, count, lists.count(url)) for url, count in found if lists.count(url) != count]
    assert wrong == [], address
    return len(found)


@pytest.mark.slow
def test_every_number_of_the_demonstration_is_what_its_link_finds(
    transactional_db: None, client: Client
) -> None:
    call_command("load_demo", verbosity=0)
    rebuild()
    lists = Lists()
    pages = [
        f"/countries/{code}/"
        for code in {v.value for f in ("country", "keeper_country") for v in one_facet(under(), f).values}
    ]
    pages += [
        f"/epochs/{slug}/" for slug in Epoch.objects.public().with_bounds().values_list("slug", flat=True)
    ]
    pages += [f"/cultures/{slug}/" for slug in Culture.objects.public().values_list("slug", flat=True)]
    pages += [f"/museums/{slug}/" for slug in Museum.objects.values_list("slug", flat=True)]
    shown = {
        address: client.get(address).content.decode() for address in [*pages, "/influences/", "/museums/"]
    }
    numbers = sum(check(html, lists, address) for address, html in shown.items())
    assert len(pages) > 300
    assert numbers > 2000
    said = {
        "epoch": ("epochs", r'<p class="quiet">{} masterpieces?</p>'),
        "culture": ("cultures", r'<p class="quiet">{} masterpieces?</p>'),
        "country": ("countries", r"\b{} masterpieces? w(?:as|ere) made here"),
        "keeper_country": ("countries", r"\b{} (?:is|are) kept here"),
    }
    for name, (path, words) in said.items():
        for item in one_facet(under(), name).values:
            html = shown.get(f"/{path}/{item.value}/", "")
            assert re.search(words.format(item.count), html), (name, item.value)
