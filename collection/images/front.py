"""Stands before Django: pictures are answered here, everything else goes on."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from collection.images.copies import copy_answer
from collection.images.listener import Listener
from collection.images.registry import registry
from collection.images.service import answer
from members.heard import heard_version

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


def in_front_of(site: Application, *, listens: bool = True) -> Application:
    """A WSGI application that answers /iiif/ and public /images/ and leaves the rest to `site`.

    With `listens`, a listener hears for this process what changes, from now on.
    """
    listening_in = 0  # the process whose listener runs

    def listen() -> None:
        nonlocal listening_in
        listening_in = os.getpid()
        Listener(registry, heard_version).start()

    def application(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        path: str = environ["PATH_INFO"]
        if listens and listening_in != os.getpid():
            listen()  # a server may have forked since
        if not path.startswith(("/iiif/", "/images/")):
            return site(environ, start_response)
        if path.startswith("/images/"):
            found = copy_answer(environ["REQUEST_METHOD"], path, environ)
        else:
            found = answer(environ["REQUEST_METHOD"], path, environ)
        if found is None:
            return site(environ, start_response)
        start_response(found.status, [*found.headers, ("Content-Length", str(len(found.body)))])
        return [found.body]

    if listens:
        listen()
    return application
