"""An influence told in words, for the thread of a work and for lists: who, what, how sure, who says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from collection.enums import Certainty, InfluenceKind
from collection.models import Artwork, Culture, Influence
from members.languages import best_language


def end_link(end: Culture | Artwork) -> dict[str, Any]:
    """{label, lang, url} of a culture or work at the end of a statement."""
    if isinstance(end, Artwork):
        return {
            "label": end.title_text,
            "lang": "en",
            "url": reverse("artwork", args=[end.public_id]),
        }
    tag = best_language(end.labels) or "und"
    return {"label": end.labels.get(tag, end.slug), "lang": tag, "url": reverse("culture", args=[end.slug])}


def who_says_so(influence: Influence) -> str:
    """The voice behind the claim, in a sentence. Nobody is named who did not assert it."""
    return voice(str(influence.asserted_by_museum or influence.asserted_by_agent or ""))


def voice(who: str) -> str:
    """The same of a name; none for a claim of nobody yet."""
    if who:
        return _("So says %(who)s.") % {"who": who}
    return _("Compiled for the demonstration; no museum has asserted it yet.")


def told(influence: Influence, *, towards: Culture | Artwork | None = None) -> dict[str, Any]:
    """One item of the thread component. `towards` is the end to name; the source if None."""
    end = towards if towards is not None else influence.source
    tag = best_language(influence.statement) or "und"
    kinds = [str(InfluenceKind(kind).label) for kind in influence.kinds]
    return {
        **end_link(end),
        "kind": influence.kinds[0],
        "kinds": influence.kinds,
        "kind_label": ", ".join(kinds),
        "certainty": influence.certainty,
        "certainty_label": str(Certainty(influence.certainty).label),
        "statement": influence.statement.get(tag, ""),
        "statement_lang": tag,
        "who": who_says_so(influence),
        "source_url": "",
        "picture": None,
        "public_id": influence.public_id,
    }


def _family(culture: Culture | None) -> set[int]:
    """The culture and its broader ones: what speaks for the work itself."""
    family: set[int] = set()
    while culture is not None and culture.pk not in family:
        family.add(culture.pk)
        culture = culture.broader
    return family


def thread_of(
    artwork: Artwork, influences: Iterable[Influence]
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """(received, gave) of a work: the far ends of the statements it witnesses, receives or gives.

    A witness stands with its own culture, so that end is not told as something foreign to it.
    """
    own = _family(artwork.culture)
    received, gave = [], []
    for influence in influences:
        if influence.target_artwork_id == artwork.pk:
            received.append(told(influence, towards=influence.source))
            continue
        if influence.source_artwork_id == artwork.pk:
            gave.append(told(influence, towards=influence.target))
            continue
        source_is_own = influence.source_culture_id in own
        target_is_own = influence.target_culture_id in own
        if not source_is_own or target_is_own:
            received.append(told(influence, towards=influence.source))
        if not target_is_own:
            gave.append(told(influence, towards=influence.target))
    return _once(received), _once(gave)


def received_by(artwork: Artwork, influences: Iterable[Influence]) -> list[Influence]:
    """The statements of what came to a work: it is their target, or witnesses what its culture had from another."""
    own = _family(artwork.culture)
    return [
        one
        for one in influences
        if one.target_artwork_id == artwork.pk
        or (
            one.source_artwork_id != artwork.pk
            and (one.source_culture_id not in own or one.target_culture_id in own)
        )
    ]


def _once(items: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row with n sources and k targets is n × k statements; each far end is told once."""
    seen: dict[tuple[str, str], dict[str, Any]] = {}
    for item in items:
        seen.setdefault((item["url"], item["statement"]), item)
    return list(seen.values())
