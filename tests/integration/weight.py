"""What a visitor must fetch before pictures and fonts: the page, its style sheets and its scripts, compressed."""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

LIMIT = 100_000  # bytes
_FILES = re.compile(r'<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="/static/([^"]+)"')


@cache
def _weight_of_file(name: str) -> int:
    found = finders.find(name)
    assert isinstance(found, str), f"{name} is not among the static files"
    return len(gzip.compress(Path(found).read_bytes()))


@cache
def _behaviours() -> tuple[str, ...]:
    """Scripts that site.js may load beside itself: all of them are counted for every page."""
    folder = finders.find("js/site.js")
    assert isinstance(folder, str)
    names = [path.name for path in Path(folder).parent.glob("*.js")]
    return tuple(f"js/{name}" for name in names if not name.startswith(("admin-", "studio")))


def weight_of(client: Client, address: str) -> int:
    """Bytes over the wire for `address`, opened by a browser that has nothing yet."""
    response = client.get(address, headers={"Accept-Encoding": "gzip, deflate, br"})
    assert response["Content-Encoding"] == "gzip", f"{address} is not compressed"
    files = {*_FILES.findall(gzip.decompress(response.content).decode()), *_behaviours()}
    return len(response.content) + sum(_weight_of_file(name) for name in files)
