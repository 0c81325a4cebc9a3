"""The small markup of texts and labels: paragraphs, emphasis, lists, links. Cleaned when shown, whatever was saved."""

from __future__ import annotations

import nh3
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from markdown_it import MarkdownIt

from members.languages import best_language, direction

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


def html_of(texts: dict[str, str]) -> SafeString:
    """A text for the reader, marked with its language where that is not the page's; empty for an empty map."""
    tag = best_language(texts)
    if tag is None:
        return SafeString("")
    html = rendered(texts[tag])
    if tag.split("-")[0] == (get_language() or "en").split("-")[0]:
        return html
    return format_html('<div lang="{}" dir="{}">{}</div>', tag, direction(tag), html)


def plain(text: str) -> str:
    """The words without the markup, for search and for summaries."""
    return " ".join(strip_tags(rendered(text)).split())
