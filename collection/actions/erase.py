"""Erasure by law: words leave a record and everything that remembers it; that they were there stays provable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pgtrigger
from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.actions.erasing_beside import Reached, reach
from collection.actions.erasing_rows import Words, append_only_tables, drop_rows, sweep
from collection.actions.erasure_ledger import found_again, marked, not_done, remember
from collection.actions.readiness import missing_for_publishing
from collection.actions.refusal import Refused, demand
from collection.actions.versions import write_versions
from collection.enums import Status
from collection.exports.erasing import erased, texts_of
from collection.exports.record import OWN_MAPS, OWN_TEXTS, public_record
from collection.exports.seal import leaves
from collection.models import Artwork, ArtworkVersion, Erasure, Inscription, ProvenanceEvent
from collection.search.document import refresh
from collection.search.spelling import forget
from collection.search.words import spots
from members.deeds import deed
from members.models import User
from members.permissions import Do

FIELDS = (*OWN_TEXTS, *OWN_MAPS, "date_note")
ROWS: dict[str, tuple[type[Model], str]] = {
    "provenance": (ProvenanceEvent, "provenance_events"),
    "inscriptions": (Inscription, "inscriptions"),
}
_SHORTEST, _TELLING = (
    3,
    8,
)  # letters of words that are asked for; of a text that is sought everywhere by itself
_MAY_NOT = gettext_lazy("Only a director of this museum or an administrator may erase by law.")


def erase(
    artwork: Artwork, target: str, *, by: User | None, note: str, words: Iterable[str] = (), instead: str = ""
) -> list[Reached]:
    """Erase a field (`description`), an entry (`provenance/2`, as the present record counts) or, with an empty
    target, only `words`; these leave every other text of the record as well, and what speaks of it elsewhere, which is
    told. A published record gets its next version. Raises Refused, and then nothing happened."""
    demand(by, Do.ERASE, artwork, _MAY_NOT)
    asked = [word.strip() for word in words if word.strip()]
    _demand_sense(target, asked, note)
    with deed("erase", artwork, by=by, note=note, is_public=True):
        work = Artwork.objects.select_for_update(of=("self",)).get(pk=artwork.pk)
        before = public_record(Artwork.objects.with_record().get(pk=work.pk))
        gone, keys = _gone(work, before, target, asked, instead)
        if gone.are_in(note):
            raise Refused(_("The reason is public: it may not hold what is erased."), field="note")
        remember(work, gone, target=target, instead=instead, note=note)
        _take_out(work, gone, keys, target, by)
        reached = reach(work, gone, by=by, note=note)
    artwork.refresh_from_db()
    return reached


def erase_again(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Do erasures again that a restored backup knows nothing of; the public ids of the works, with the reason where
    one is refused."""
    done = []
    for row in not_done(rows):
        work = Artwork.objects.filter(public_id=row["public_id"]).first()
        if work is None:
            continue
        try:
            _once_more(work, row)
            done.append(work.public_id)
        except Refused as refusal:
            done.append(f"{work.public_id} (not done: {refusal.sentence})")
    return done


def _once_more(work: Artwork, row: Mapping[str, Any]) -> None:
    with deed("erase", work, by=None, note=row["note"], is_public=True):
        work = Artwork.objects.select_for_update(of=("self",)).get(pk=work.pk)
        gone, keys = _gone_again(work, row)
        Erasure.objects.create(**row)
        _take_out(work, gone, keys, row["target"], None)
        reach(work, gone, by=None, note=row["note"])


def _gone_again(work: Artwork, row: Mapping[str, Any]) -> tuple[Words, dict[str, set[int]]]:
    """What `_gone` said, from the marks of the ledger."""
    target, words = row["target"], found_again(work, row["words"])
    if target in FIELDS:
        instead = row["instead"]
        blank: Any = ({"en": instead} if instead else {}) if target in OWN_MAPS else instead
        return Words(words, {target: blank}), {}
    name = target.partition("/")[0]
    if name not in ROWS:
        return Words(words), {}
    marks = {str(mark) for _length, mark in row["exact"]}
    rows = list(getattr(work, ROWS[name][1]).all())
    exact = {text for one in rows for text in texts_of(one.text) if marked(text)[1] in marks}
    keys = {one.pk for one in rows if exact & set(texts_of(one.text))}
    return Words(words, inside=name, exact=frozenset(exact)), {name: keys} if keys else {}


def _take_out(work: Artwork, gone: Words, keys: dict[str, set[int]], target: str, by: User | None) -> None:
    """Out of the tables of the work, its versions and the search."""
    with pgtrigger.ignore(*append_only_tables()):
        for name in keys:
            drop_rows(ROWS[name][0], work, gone, keys[name])
        sweep(work, gone)
        _versions(work, gone, target)
    _bring_forward(work, gone, by)
    forget({word for text in gone.words for spot in spots(text, is_name=True) for word in spot.words})


def _demand_sense(target: str, words: list[str], note: str) -> None:
    if not note.strip():
        raise Refused(_("Say which law or whose right asks for it. The reason is public."), field="note")
    if not target and not words:
        raise Refused(_("Choose what is to be erased, or give its words."), field="target")
    if any(len(word) < _SHORTEST for word in words):
        raise Refused(_("Words have three letters at least."), field="words")


def _gone(
    work: Artwork, record: dict[str, Any], target: str, asked: list[str], instead: str
) -> tuple[Words, dict[str, set[int]]]:
    """What is to go, and the keys of rows that go whole. Raises Refused for a target that is not there."""
    if not target:
        return Words(asked), {}
    if target in FIELDS:
        said = [*texts_of(record[target] or ""), *_said_before(work, target)]
        blank: Any = ({"en": instead} if instead else {}) if target in OWN_MAPS else instead
        return Words([*asked, *(text for text in said if len(text) >= _TELLING)], {target: blank}), {}
    name, _slash, place = target.partition("/")
    rows = list(getattr(work, ROWS[name][1]).all()) if name in ROWS and place.isdecimal() else []
    if not rows or int(place) >= len(rows):
        raise Refused(_("The record has no such part."), field="target")
    told = texts_of(record[name][int(place)]["text"])
    telling = [text for text in told if len(text) >= _TELLING]
    return Words([*asked, *telling], inside=name, exact=frozenset(told)), {name: {rows[int(place)].pk}}


def _said_before(work: Artwork, field: str) -> list[str]:
    """Every text that the field had in a published version."""
    documents = ArtworkVersion.objects.filter(artwork=work).values_list("document", flat=True)
    return [text for document in documents for text in texts_of(document.get(field) or "")]


def _versions(work: Artwork, gone: Words, target: str) -> None:
    """Leaves of every version: the field, the entries that held the words, every other text with them."""

    def is_gone(pointer: str, value: Any) -> bool:
        if not isinstance(value, str) or not value:
            return False
        if target in FIELDS and f"{pointer}/".startswith(f"/{target}/"):
            return True
        is_entry = pointer.startswith(f"/{gone.inside}/") and "/text" in pointer and value in gone.exact
        return is_entry or gone.are_in(value)

    for version in ArtworkVersion.objects.filter(artwork=work):
        if any(is_gone(pointer, value) for pointer, value in leaves(version.document)):
            document, salts = erased(version.document, version.salts, is_gone)
            ArtworkVersion.objects.filter(pk=version.pk).update(document=document, salts=salts)


def _bring_forward(work: Artwork, gone: Words, by: User | None) -> None:
    """The next version of a published record, its search document; raises Refused if words are left."""
    present = Artwork.objects.with_record().get(pk=work.pk)
    for name, value in public_record(present).items():
        if gone.are_in(value):
            raise Refused(
                _("The words also stand in “%(name)s”, which is kept elsewhere: change them there first.")
                % {"name": name.replace("_", " ")}
            )
    if present.status == Status.PUBLISHED:
        if missing := missing_for_publishing(present):
            raise Refused(*missing, field="instead")
        now = timezone.now()
        Artwork.objects.filter(pk=work.pk).update(published_at=now, changed_at=now)
        write_versions([present], by=by, at=now)
    refresh([present])
