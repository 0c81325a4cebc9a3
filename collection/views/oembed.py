"""oEmbed (https://oembed.com/): what another site writes to show one of our views in a frame."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils.translation import get_language_from_path, override
from django.utils.translation import gettext as _

from collection.views.answers import absolute, json_answer
from collection.views.caching import public_page
from collection.views.embed_pages import is_answered
from collection.views.embeds import EMBEDS, HEIGHT, LEAST, WIDTH, frame_of

CACHE_AGE = 86_400  # seconds: what a frame shows is asked for anew anyhow


class RefusedError(Exception):
    """Says in a sentence why there is no answer, and with which status."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status


@public_page
def oembed(request: HttpRequest, form: str = "") -> HttpResponse:
    """`/oembed.json?url=&maxwidth=&maxheight=`, `/oembed.xml`, or `/oembed?format=`. 400 without a usable question,
    404 for what cannot be embedded, 501 for another format."""
    form = form or request.GET.get("format") or "json"
    try:
        if form not in ("json", "xml"):
            raise RefusedError(501, _("There is JSON and XML."))
        answer = _answer(request.GET)
    except RefusedError as refusal:
        return json_answer({"error": str(refusal)}, status=refusal.status)
    return _json(answer) if form == "json" else _xml(answer)


def _answer(query: QueryDict) -> dict[str, Any]:
    url = query.get("url", "")
    if not url:
        raise RefusedError(400, _("Say of which page: “url” is its address."))
    width, height = _size(query, "maxwidth", WIDTH), _size(query, "maxheight", HEIGHT)
    frame, language = _frame(url)
    with override(language):
        title = _("Influences: who gave what to whom")
        name = _("Virtual Collection of Masterpieces")
    return {
        "version": "1.0",
        "type": "rich",
        "title": title,
        "provider_name": name,
        "provider_url": absolute("/"),
        "cache_age": CACHE_AGE,
        "width": width,
        "height": height,
        "html": frame_of(frame, f"{title} · {name}", width, height),
    }


def _size(query: QueryDict, name: str, usual: int) -> int:
    """No larger than asked, no larger than usual. Raises RefusedError."""
    given = query.get(name) or str(usual)
    if not (given.isascii() and given.isdecimal() and len(given) <= 6):
        raise RefusedError(400, _("“%(name)s” is a number of pixels.") % {"name": name})
    if int(given) < LEAST:
        raise RefusedError(404, _("So small a frame shows nothing; %(n)s pixels are needed.") % {"n": LEAST})
    return min(int(given), usual)


def _frame(url: str) -> tuple[str, str]:
    """(address of the frame, language) for the address of a page. Raises RefusedError for what is not ours or has none."""
    own = urlsplit(settings.PUBLIC_URL)
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = own._replace(netloc="")
    if (parts.scheme, parts.netloc) != (own.scheme, own.netloc):
        raise RefusedError(404, _("This address is not one of this portal."))
    language = get_language_from_path(parts.path) or settings.LANGUAGE_CODE
    with override(language):
        try:
            name = resolve(parts.path).url_name
        except Resolver404:
            name = None
        if name not in EMBEDS or not is_answered(name, QueryDict(parts.query)):
            raise RefusedError(404, _("There is nothing to embed at this address."))
        frame = absolute(reverse(EMBEDS[name]))
    return frame + (f"?{parts.query}" if parts.query else ""), language


def _json(answer: dict[str, Any]) -> JsonResponse:
    return json_answer(answer)


def _xml(answer: dict[str, Any]) -> HttpResponse:
    root = ElementTree.Element("oembed")
    for name, value in answer.items():
        ElementTree.SubElement(root, name).text = str(value)
    text = ElementTree.tostring(root, encoding="unicode")
    response = HttpResponse(
        f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n{text}',
        content_type="text/xml; charset=utf-8",
    )
    response["Access-Control-Allow-Origin"] = "*"
    return response
