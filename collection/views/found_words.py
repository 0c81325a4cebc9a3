"""What a result says of its words: why each work was found, and that others were meant than were typed."""

from __future__ import annotations

from collections.abc import Sequence
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


def meant(browse: ArtworkFilterSet, address: Address) -> dict[str, Any] | None:
    """That works have most of the words (`most`; `complete`: how many have all), are for other words than were typed
    (`shown`), or which may have been meant (`suggested`), with the address of the other result."""
    answer = browse.answer
    if answer.most:
        url = address.url(verbatim="1") if answer.complete else ""
        return {"asked": browse.given["q"], "most": True, "complete": answer.complete, "url": url}
    if answer.is_corrected:
        return {"asked": browse.given["q"], "shown": answer.words, "url": address.url(verbatim="1")}
    if answer.meant:
        url = address.url(q=answer.meant, verbatim="")
        return {"asked": browse.given["q"], "suggested": answer.meant, "url": url}
    return None


def with_notes(browse: ArtworkFilterSet, works: list[Artwork]) -> list[Card]:
    """The cards of the works, each with why it was found where its title does not say it."""
    found = _reasons(browse, works)
    return [card_of(work).noted(note_of(found.get(work.pk), _lacking(browse, work))) for work in works]


def with_reasons(
    browse: ArtworkFilterSet, works: list[Artwork], results: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The results for machines with `matched`: {field, text, lang}, null where a title says it; and `lacking`: the words
    that a work does not have, null where all works have all."""
    found = _reasons(browse, works)
    return [
        result
        | {
            "matched": said and {"field": said.field, "text": said.text, "lang": said.lang},
            "lacking": _lacking(browse, work) if browse.given["q"] and browse.answer.most else None,
        }
        for result, work, said in zip(results, works, (found.get(work.pk) for work in works), strict=True)
    ]


def _lacking(browse: ArtworkFilterSet, work: Artwork) -> list[str]:
    most = browse.answer.most if browse.given["q"] else None
    return most.lacking(work.pk) if most else []


def _reasons(browse: ArtworkFilterSet, works: list[Artwork]) -> dict[int, Matched]:
    return reasons(browse.answer.words, works, browse.answer.stems) if browse.given["q"] else {}


def note_of(matched: Matched | None, lacking: Sequence[str] = ()) -> SafeString | str:
    """“material: celadon (청자); without: organ”, what matched being marked and in its language."""
    without = format_html(_("without: {words}"), words=", ".join(lacking)) if lacking else ""
    said = _matched(matched)
    return format_html("{}; {}", said, without) if said and without else said or without


def _matched(matched: Matched | None) -> SafeString | str:
    if matched is None:
        return ""
    words = format_html(
        '<mark lang="{}" dir="{}">{}</mark>', matched.lang, direction(matched.lang), matched.text
    )
    said = format_html("{} ({})", matched.label, words) if matched.label else words
    return format_html(_("{field}: {words}"), field=FIELDS[matched.field], words=said)
