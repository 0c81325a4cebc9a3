"""The small markup of texts and labels: paragraphs, emphasis, lists, links. Cleaned when shown, whatever was saved."""

from __future__ import annotations

import nh3
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

TAGS = {"p", "em", "strong", "ul", "ol", "li", "a", "br", "blockquote"}
ATTRIBUTES = {"a": {"href", "title"}}
SCHEMES = {"http", "https", "mailto"}
MAX_LENGTH = 20_000

_markdown = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "heading", "lheading", "code", "fence", "hr"]
)


def rendered(text: str) -> SafeString:
    """Safe HTML of a text in the small markup; what it does not know is shown as the words it is."""
    html = nh3.clean(
        _markdown.render(text[:MAX_LENGTH]),
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel="external",
    )
    return mark_safe(html)


def plain(text: str) -> str:
    """The words without the markup, for search and for summaries."""
    return " ".join(strip_tags(rendered(text)).split())
