"""Why a work was found: the part of its record and the words that answer what was typed. Pure but for reading the texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from collection.models import Artwork
from collection.search.asking import Part, Stems, parts_of
from collection.search.record_words import RecordWords
from collection.search.texts import Texts, add_words, texts_of
from collection.search.vocabulary import Text
from collection.search.words import fold, runs
from members.kept import Kept

FIELDS = {
    "title": _("title"), "maker": _("maker"), "number": _("number"), "object_type": _("type"), "material": _("material"),
    "technique": _("technique"), "subject": _("subject"), "motif": _("motif"), "epoch": _("epoch"), "culture": _("culture"), "place": _("place"),
    "country": _("country"), "museum": _("museum"), "city": _("city of the museum"), "keeper_country": _("country of the museum"),
    "date": _("date"), "description": _("description"), "statement": _("why it is a masterpiece"), "note": _("note"),
    "inscription": _("inscription"), "provenance": _("provenance"), "influence": _("influence"),
}  # fmt: skip
_records: Kept[RecordWords] = Kept(400)  # of works, by primary key: some 50 kB each
_BEFORE, _AFTER = 30, 60  # letters shown around what matched in a long text


class Matched(NamedTuple):
    """A part of the record (a key of FIELDS), its words, their language, and the term's name where the words are another."""

    field: str
    text: str
    lang: str
    label: str = ""


def reasons(words: str, works: Sequence[Artwork], stems: Stems) -> dict[int, Matched]:
    """Primary key → why it was found, for works whose titles do not say it. A bounded number of queries, none if all do.

    `works` have their titles prefetched.
    """
    if not (parts := _asked(words)):
        return {}
    unsaid = [work for work in works if not _is_said(parts, work, stems)]
    found = {key: reason(words, texts, stems) for key, texts in _records_of(unsaid).items()} if unsaid else {}
    return {key: matched for key, matched in found.items() if matched is not None}


def _records_of(works: Sequence[Artwork]) -> dict[int, RecordWords]:
    """Primary key → its words: from memory, the others read."""
    found = {work.pk: record for work in works if (record := _records.seek(work.pk)) is not None}
    if missing := [work for work in works if work.pk not in found]:
        add_words(missing)
        for key, texts in texts_of(missing).items():
            found[key] = record_of(texts)
            _records.put(key, found[key])
    return found


def record_of(texts: Texts) -> RecordWords:
    """The heaviest texts first."""
    return RecordWords([text for weight in sorted(texts) for text in texts[weight]])


def _is_said(parts: list[Part], work: Artwork, stems: Stems) -> bool:
    titles = RecordWords([Text(title.text, "und", "title") for title in work.titles.all()])
    return all(titles.answering(part, stems) for part in parts)


def _asked(words: str) -> list[Part]:
    return [part for part in parts_of(words) if not part.is_excluded and runs(fold(part.text))]


def reason(words: str, record: RecordWords, stems: Stems) -> Matched | None:
    """The heaviest text that answers the whole question; else one that answers a word that no title has."""
    parts = _asked(words)
    if not parts:
        return None
    having = {part: record.answering(part, stems) for part in parts}
    titles = {place for place, text in enumerate(record.texts) if text.field == "title"}
    open_parts = [part for part in parts if not having[part] & titles] or parts
    for asked in (open_parts, *([part] for part in open_parts)):
        if found := set.intersection(*(having[part] for part in asked)):
            return _said(_best([record.texts[place] for place in sorted(found)], words), asked[0], stems)
    return None


def _best(found: list[Text], words: str) -> Text:
    """Of the texts of the heaviest part: the one that is just what was asked, else the first."""
    same = [text for text in found if text.field == found[0].field]
    asked = fold(words).strip()
    return next((text for text in same if fold(text.words) == asked), same[0])


def _said(text: Text, part: Part, stems: Stems) -> Matched:
    label = text.label if fold(text.label) != fold(text.words) else ""
    return Matched(text.field, _around(text.words, part, stems), text.language, label)


def _around(words: str, part: Part, stems: Stems) -> str:
    """A long text cut down to what stands around the first word that answers."""
    if len(words) <= _BEFORE + _AFTER:
        return words
    parts = words.split()
    having = RecordWords([Text(word, "und", "") for word in parts]).answering(part, stems)
    at = min(having, default=0)
    first = at
    while first > 0 and len(" ".join(parts[first - 1 : at])) <= _BEFORE:
        first -= 1
    last = at + 1
    while last < len(parts) and len(" ".join(parts[at : last + 1])) <= _AFTER:
        last += 1
    shown = " ".join(parts[first:last])[: 2 * (_BEFORE + _AFTER)]
    return f"{'… ' if first else ''}{shown}{' …' if last < len(parts) else ''}"
