"""Views that other sites may show in a frame: without cookies, with who made it and the way back; offered by oEmbed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_exempt

from collection.views.answers import absolute

View = Callable[..., HttpResponse]
WIDTH, HEIGHT = 800, 680
LEAST = 240  # pixels: less shows nothing
# Pages by name → the page that stands in a frame for them.
EMBEDS = {"influences": "embed_influences", "influence_paths": "embed_path"}


def embeddable(view: View) -> View:
    """Every site may frame this page, and only such pages."""

    @wraps(view)
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    opened: View = xframe_options_exempt(csp_replace({"frame-ancestors": ["*"]})(framed))
    return opened


def frame_of(url: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """The frame as another page writes it."""
    return format_html(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" allowfullscreen></iframe>',
        url,
        width,
        height,
        title,
    )


def embedding(request: HttpRequest, path: str) -> dict[str, Any]:
    """What a page that can be embedded says of it: the links of discovery, and the frame to copy."""
    _page, _sign, query = path.partition("?")
    frame = absolute(f"{reverse(EMBEDS[request.resolver_match.url_name])}{'?' + query if query else ''}")
    asked = urlencode({"url": absolute(path)})
    return {
        "oembed": [
            {
                "type": "application/json+oembed",
                "url": f"{absolute(reverse('oembed_in', args=['json']))}?{asked}",
            },
            {"type": "text/xml+oembed", "url": f"{absolute(reverse('oembed_in', args=['xml']))}?{asked}"},
        ],
        "frame": frame_of(frame, _("Virtual Collection of Masterpieces")),
    }
