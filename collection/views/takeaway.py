"""In which other forms a result may be had: followed as a feed, kept as a table, read by a script."""

from __future__ import annotations

from math import ceil
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.filters import ArtworkFilterSet
from collection.views.asked_flows import Asked
from collection.views.browse import Address

NEWS = {"artworks_atom": "application/atom+xml", "artworks_feed_json": "application/feed+json"}


def takeaway(address: Address, count: int) -> list[dict[str, str]]:
    """Links for people: {label, url, type, note}."""
    files = ceil(count / settings.TABLE_ROWS)
    note = _("in %(files)d files; this is the first") % {"files": files} if files > 1 else ""
    links = [
        (_("Follow this search (feed)"), _news("artworks_atom", address), NEWS["artworks_atom"], ""),
        (_("Save as a table (CSV)"), _plain("artworks_csv", address), "text/csv", note),
        (_("As data (JSON)"), _plain("artworks_json", address), "application/json", ""),
    ]
    return [{"label": label, "url": url, "type": kind, "note": remark} for label, url, kind, remark in links]


def exchange_url(browse: ArtworkFilterSet) -> str:
    """The same exchange on the map of influences, where the result is one of influences."""
    chosen = browse.chosen
    sources, targets, kinds = (tuple(chosen.get(f"influence_{name}", ())) for name in ("from", "to", "kind"))
    if not (sources or targets or kinds):
        return ""
    earliest, latest = browse.window
    return Asked(kinds, earliest, latest, sources=sources, targets=targets).address("influences")


def alternates(address: Address) -> list[dict[str, Any]]:
    """Links for programs, in the head of the page."""
    return [{"url": _news(name, address), "type": kind} for name, kind in NEWS.items()]


def _news(name: str, address: Address) -> str:
    """A feed speaks the language of the page that it was found on."""
    language = get_language() or settings.LANGUAGE_CODE
    lang = language if language != settings.LANGUAGE_CODE else ""
    return _with(name, address.query(sort="", view="", lang=lang))


def _plain(name: str, address: Address) -> str:
    return _with(name, address.query(view=""))


def _with(name: str, query: str) -> str:
    return f"{reverse(name)}?{query}" if query else reverse(name)
