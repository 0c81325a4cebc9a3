"""A page as large as the browse page, and nothing but its template: what the engines alone can do. Served by granian.

`BARE_ENGINE` is django or jinja2, `BARE_PROPS` a file of {cards, facets}; the template is in the words that both know.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent


def _django() -> Callable[[dict[str, Any]], str]:
    from django.conf import settings
    from django.template import Context, Engine

    settings.configure(USE_I18N=False)
    template = Engine(dirs=[str(_FOLDER)]).get_template("bare.html")
    return lambda props: str(template.render(Context(props)))


def _jinja() -> Callable[[dict[str, Any]], str]:
    from jinja2 import Environment, FileSystemLoader

    template = Environment(loader=FileSystemLoader(_FOLDER), autoescape=True).get_template("bare.html")
    return lambda props: template.render(props)


_render = {"django": _django, "jinja2": _jinja}[os.environ.get("BARE_ENGINE", "django")]()
_props: dict[str, Any] = json.loads(Path(os.environ["BARE_PROPS"]).read_text())


def application(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
    body = _render(_props).encode()
    start_response(
        "200 OK", [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(body)))]
    )
    return [body]
