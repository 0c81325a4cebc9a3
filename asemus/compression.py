"""Text is sent compressed to whoever takes it so; pictures and archives are compressed already and go as they are."""

from __future__ import annotations

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXT = ("text/", "application/json", "application/xml", "application/javascript", "image/svg+xml")
_TEXT_ENDINGS = ("+json", "+xml")


def is_text(content_type: str) -> bool:
    """True if a media type (RFC 6838) is text that gzip makes smaller."""
    media_type = content_type.partition(";")[0].strip().lower()
    return media_type.startswith(_TEXT) or media_type.endswith(_TEXT_ENDINGS)


class TextCompressionMiddleware(GZipMiddleware):
    """Django's own gzip (weak ETags, `Vary`, padding against BREACH), kept away from pictures: streaming one through
    gzip would take its length and its ranges away."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not is_text(response.get("Content-Type", "")):
            return response
        return super().process_response(request, response)
