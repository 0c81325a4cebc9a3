"""Addresses of the web as people read them, without a scheme and broken at strokes only; and as a form sends them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,}(?::\d+)?(?:/\S*)?)", re.IGNORECASE)


def web_link(text: str) -> SafeString:
    """A link to a web address, written with or without its scheme; anything else stays words.

    After each stroke stands `<wbr>`: a narrow column breaks the address there and not within a word.
    """
    found = _ADDRESS.fullmatch(text.strip())
    if found is None:
        return format_html("{}", text)
    scheme = "" if text.strip().lower().startswith("http") else "https://"
    words = re.split(r"(?<=/)", found[1].rstrip("/"))
    shown = format_html_join(SafeString("<wbr>"), "{}", ((part,) for part in words))
    return format_html('<a href="{}{}" rel="external">{}</a>', scheme, text.strip(), shown)


def hidden_inputs(fields: Iterable[tuple[str, str]] | None) -> SafeString:
    """What a form sends along beside its own controls."""
    inputs = SafeString("")
    for name, value in fields or ():
        inputs += _hidden_input(name, value)
    return inputs


@lru_cache(maxsize=5000)
def _hidden_input(name: str, value: str) -> SafeString:
    return format_html('<input type="hidden" name="{}" value="{}">', name, value)


def web_links(text: str) -> list[SafeString]:
    """Several addresses, separated by ` | ` as in files of imports."""
    return [web_link(part.strip()) for part in text.split("|") if part.strip()]
