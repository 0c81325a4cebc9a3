"""How long until what one process publishes is counted by another; the work is withdrawn again, so that the catalogue stays."""

from __future__ import annotations

import json
import time
import urllib.request

from collection.actions.artworks import publish, submit, withdraw
from collection.enums import Status
from collection.models import Artwork

_PATIENCE = 30


def seconds_until_seen(site: str) -> float:
    """Publish a draft here; ask the site for the works of its country until there is one more."""
    work = Artwork.objects.filter(status=Status.DRAFT).exclude(production_country="").order_by("pk").first()
    if work is None:
        raise RuntimeError("The catalogue has no draft left.")
    before = _count(site, work.production_country)
    submit(work, by=None)
    work.refresh_from_db()
    publish(work, by=None)
    try:
        began = time.perf_counter()
        while _count(site, work.production_country) != before + 1:
            if time.perf_counter() - began > _PATIENCE:
                raise TimeoutError("What was published is not seen.")
        return time.perf_counter() - began
    finally:
        work.refresh_from_db()
        withdraw(work, by=None, reason="Published to see how long it takes.")


def _count(site: str, country: str) -> int:
    """What the country's value says in the facets of all works."""
    with urllib.request.urlopen(f"{site}/artworks.json", timeout=60) as answer:  # noqa: S310  an address of our own
        values = json.load(answer)["facets"]["country"]
    return int(next(each["count"] for each in values if each["value"] == country))
