"""Which title of a work a reader sees first, and which stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import get_language

from collection.enums import TitleKind

if TYPE_CHECKING:
    from collection.models import Artwork, Title

# A former or popular name never leads where there is a title proper.
_LEADS = {TitleKind.PREFERRED: 0, TitleKind.TRANSLATED: 1, TitleKind.POPULAR: 2}


def titles_of(artwork: Artwork, language: str | None = None) -> tuple[Title | None, list[Title]]:
    """(the title for a reader of `language`, all others: the object's own first). No query if prefetched.

    Without a title in the reader's language it is the English one, else the original, else the first.
    """
    reader = (language or get_language() or "en").split("-")[0]

    def nearness(title: Title) -> tuple[int, int, bool, int]:
        tongue = title.language.split("-")[0]
        distance = 0 if tongue == reader else 1 if tongue == "en" else 2
        return (distance, _LEADS.get(TitleKind(title.kind), 3), not title.is_original, title.order)

    titles = sorted(artwork.titles.all(), key=nearness)
    if not titles:
        return None, []
    others = sorted(titles[1:], key=lambda title: (not title.is_original, title.order, title.pk))
    return titles[0], others


def titles_in_their_scripts(artwork: Artwork, language: str | None = None) -> list[dict[str, str]]:
    """[{text, lang}] for the title component: the reader's first, then one in each other language."""
    main, others = titles_of(artwork, language)
    seen: dict[str, str] = {}
    for title in [main, *others] if main else []:
        if title.kind != TitleKind.FORMER or title is main:
            seen.setdefault(title.language, title.text)
    return [{"text": text, "lang": tag} for tag, text in seen.items()]
