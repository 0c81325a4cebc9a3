"""What a result says of its words: why each work was found, and that others were meant than were typed."""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from collection.exports.card import Card, card_of
from collection.filters import ArtworkFilterSet
from collection.models import Artwork
from collection.search.matched import FIELDS, Matched, reasons
from collection.views.browse import Address
from members.languages import direction


def meant(browse: ArtworkFilterSet, address: Address) -> dict[str, str] | None:
    """That the works are for other words than were typed (`shown`), or which may have been meant (`suggested`), with the
    address of the other result."""
    answer = browse.answer
    if answer.is_corrected:
        return {"asked": browse.given["q"], "shown": answer.words, "url": address.url(verbatim="1")}
    if answer.meant:
        url = address.url(q=answer.meant, verbatim="")
        return {"asked": browse.given["q"], "suggested": answer.meant, "url": url}
    return None


def with_notes(browse: ArtworkFilterSet, works: list[Artwork]) -> list[Card]:
    """The cards of the works, each with why it was found where its title does not say it."""
    found = _reasons(browse, works)
    return [card_of(work).noted(note_of(found.get(work.pk))) for work in works]


def with_reasons(
    browse: ArtworkFilterSet, works: list[Artwork], results: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The results for machines with `matched`: {field, text, lang}, null where a title says it."""
    found = _reasons(browse, works)
    return [
        result | {"matched": said and {"field": said.field, "text": said.text, "lang": said.lang}}
        for result, said in zip(results, (found.get(work.pk) for work in works), strict=True)
    ]


def _reasons(browse: ArtworkFilterSet, works: list[Artwork]) -> dict[int, Matched]:
    return reasons(browse.answer.words, works, browse.answer.stems) if browse.given["q"] else {}


def note_of(matched: Matched | None) -> SafeString | str:
    """“material: celadon (청자)”, what matched being marked and in its language."""
    if matched is None:
        return ""
    words = format_html(
        '<mark lang="{}" dir="{}">{}</mark>', matched.lang, direction(matched.lang), matched.text
    )
    said = format_html("{} ({})", matched.label, words) if matched.label else words
    return format_html(_("{field}: {words}"), field=FIELDS[matched.field], words=said)
