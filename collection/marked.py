"""Two texts with what only one of them has marked, word by word."""

from __future__ import annotations

import difflib
import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

_WORDS = re.compile(r"\s+|[^\s]+")
_MOST_WORDS = 4000


def marked(before: str, after: str) -> tuple[SafeString, SafeString]:
    """Both texts as HTML: words only in the first in `<del>`, only in the second in `<ins>`."""
    first, second = _WORDS.findall(before), _WORDS.findall(after)
    if len(first) + len(second) > _MOST_WORDS:
        return format_html("<del>{}</del>", before), format_html("<ins>{}</ins>", after)
    matcher = difflib.SequenceMatcher(None, first, second, autojunk=False)
    old, new = [], []
    for verb, i1, i2, j1, j2 in matcher.get_opcodes():
        old.append((_piece("del" if verb != "equal" else "", "".join(first[i1:i2])),))
        new.append((_piece("ins" if verb != "equal" else "", "".join(second[j1:j2])),))
    return format_html_join("", "{}", old), format_html_join("", "{}", new)


def _piece(tag: str, text: str) -> SafeString:
    if not text or not tag:
        return format_html("{}", text)
    return format_html("<del>{}</del>", text) if tag == "del" else format_html("<ins>{}</ins>", text)
