"""Whole public pages, kept in memory until the catalogue is another one.

A page that Django made (collection.views.caching.public_page marks it) is given again to whoever asks the same, while
the catalogue version that this worker hears is the same, on the same UTC day, for a minute at most. Who is signed in is
always answered by Django.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from django.conf import settings

from collection.views.caching import MARK, MAX_AGE, sorted_query
from members.heard import HeardVersion

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]
Headers = list[tuple[str, str]]

LONGEST_QUERY = 1000  # signs; a longer one is somebody's own
LARGEST_SHARE = 20  # no page takes more than a twentieth of the memory
_OVERHEAD = 2500  # bytes of a page's headers, key and place
_DAY = 86_400
_NOT_PUBLIC = ("/admin/", "/accounts/", "/static/", "/media/", "/healthz")
_OF_A_304 = frozenset(
    {"etag", "cache-control", "vary", "content-security-policy", "content-language", "expires"}
)


@dataclass(frozen=True, slots=True)
class Page:
    """An answer as it was sent."""

    status: str
    headers: Headers
    body: bytes
    etag: str
    until: float

    @property
    def size(self) -> int:
        return len(self.body) + _OVERHEAD


class Pages:
    """Pages of one catalogue version, those asked for last, in at most so many bytes."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.bytes = 0
        self._version = -1
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def find(self, version: int, key: Hashable) -> Page | None:
        with self._lock:
            found = self._pages.get(key) if version == self._version else None
            if found is not None and found.until < time.monotonic():
                self._take_out(key)
                return None
            if found is not None:
                self._pages.move_to_end(key)
            return found

    def keep(self, version: int, key: Hashable, page: Page) -> None:
        if page.size * LARGEST_SHARE > self.most:
            return
        with self._lock:
            if version != self._version:
                self._pages.clear()
                self.bytes, self._version = 0, version
            self._take_out(key)
            self._pages[key] = page
            self.bytes += page.size
            while self.bytes > self.most:
                self._take_out(next(iter(self._pages)))

    def _take_out(self, key: Hashable) -> None:
        if (page := self._pages.pop(key, None)) is not None:
            self.bytes -= page.size


def question_of(environ: Environ) -> Hashable | None:
    """All that an answer to a stranger depends on beside the catalogue; None where it is not to be kept."""
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return None
    path, query = environ["PATH_INFO"], environ.get("QUERY_STRING", "")
    if path.startswith(_NOT_PUBLIC) or len(query) > LONGEST_QUERY or _is_somebody(environ):
        return None
    return (
        path,
        sorted_query(query),
        bool(environ.get("HTTP_HX_REQUEST")),
        "gzip" in environ.get("HTTP_ACCEPT_ENCODING", ""),
        environ.get("HTTP_HOST", ""),  # checked by Django when the page was made
        environ.get("HTTP_X_FORWARDED_PROTO", ""),
        int(time.time() // _DAY),
    )


def _is_somebody(environ: Environ) -> bool:
    """Whether a session comes along, or a message for somebody."""
    given = environ.get("HTTP_COOKIE", "")
    if not given:
        return False
    try:
        names = SimpleCookie(given).keys()
    except CookieError:
        return True
    return settings.SESSION_COOKIE_NAME in names or "messages" in names or not names


class KeptPages:
    """A WSGI application that answers from memory what it may, and leaves the rest to `site`.

    Addresses with filters are without number: they have a memory of their own, so that walking them pushes no plain page out.
    """

    def __init__(self, site: Application, heard: HeardVersion, most: int) -> None:
        self._site = site
        self._heard = heard
        self.plain, self.filtered = Pages(most // 2), Pages(most // 2)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        version = self._heard.version
        question = question_of(environ) if version is not None else None
        if version is None or question is None:
            return self._site(environ, start_response)
        pages = self.filtered if environ.get("QUERY_STRING") else self.plain
        if (page := pages.find(version, question)) is not None:
            return _given(page, environ, start_response)
        return self._made(environ, start_response, pages, version, question)

    def _made(
        self, environ: Environ, start_response: StartResponse, pages: Pages, version: int, key: Hashable
    ) -> Iterable[bytes]:
        """What Django answers; kept if it is a public page and nothing was heard meanwhile."""
        said: list[Any] = []

        def heard(status: str, headers: Headers, *more: Any) -> Any:
            said[:] = [status, headers]
            return start_response(status, headers, *more)

        answer = self._site(environ, heard)
        if not environ.get(MARK) or environ["REQUEST_METHOD"] != "GET" or not said:
            return answer
        try:
            body = b"".join(answer)
        finally:
            if (close := getattr(answer, "close", None)) is not None:
                close()
        if self._heard.version == version:
            status, headers = said
            etag = next((value for name, value in headers if name == "ETag"), "")
            pages.keep(version, key, Page(status, headers, body, etag, time.monotonic() + MAX_AGE))
        return [body]


def _given(page: Page, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    asked = environ.get("HTTP_IF_NONE_MATCH", "")
    if asked and page.etag and page.etag in asked:
        start_response("304 Not Modified", [pair for pair in page.headers if pair[0].lower() in _OF_A_304])
        return [b""]
    start_response(page.status, page.headers)
    return [b"" if environ["REQUEST_METHOD"] == "HEAD" else page.body]
