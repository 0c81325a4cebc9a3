"""The words of a museum's export, looked for in our vocabulary: what is known is used, what is frequent is
proposed, and what is left stays in words and is counted."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from collection.enums import ConceptKind
from collection.imports.columns import CONCEPT_COLUMNS, SEPARATOR
from collection.imports.countries_said import countries_said
from collection.imports.dating import date_facts
from collection.imports.epochs_said import EpochsSaid
from collection.imports.formats.table import Row
from collection.imports.phrases_said import Names, as_type, bare, chunks, plain, scanned
from collection.imports.terms import Terms, Vocabulary

# Works of one file that use a word before it is proposed as a term.
PROPOSED_FROM = {"object_types": 10, "subjects": 25}
_LONGEST_PROPOSAL = 3  # words
_KEPT_OF_REPORT = 500
_MOST_TYPES = 3
_MOST_SUBJECTS = 12


@dataclass(slots=True)
class Report:
    """What a file said that is in no vocabulary, and the fields that nobody reads: counted."""

    unknown: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    unread: Counter[str] = field(default_factory=Counter)
    matched: Counter[str] = field(default_factory=Counter)
    proposed: list[str] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        unknown = {column: dict(words.most_common(_KEPT_OF_REPORT)) for column, words in self.unknown.items()}
        return {
            "matched": dict(self.matched),
            "unknown": unknown,
            "unknown_in_all": {column: len(words) for column, words in self.unknown.items()},
            "unread": dict(self.unread.most_common(_KEPT_OF_REPORT)),
            "proposed": self.proposed,
        }


class Matcher:
    """Fills the cells of rows of one export."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        same: Mapping[str, Mapping[str, str]],
        known_fields: frozenset[str],
    ) -> None:
        self.vocabulary, self.same, self.known_fields = vocabulary, same, known_fields
        self.report = Report()
        self.spelt: dict[str, str] = {}
        self.wanted: list[tuple[str, ConceptKind]] = []
        self.cultures = _names(vocabulary.cultures, "", same.get("culture", {}))
        self.concepts = {
            kind: _names(vocabulary.concepts, kind, same.get(column, {}))
            for column, kind in CONCEPT_COLUMNS.items()
        }
        self.epochs = EpochsSaid(vocabulary.epochs)

    def survey(self, rows: Iterable[Row]) -> None:
        """Go through the whole file once, to learn which unknown words are frequent enough for a term."""
        for row in rows:
            if not row.fault:
                self.matched(row)
        counted, self.report = self.report.unknown, Report()
        self.wanted = [
            (self.spelt[word], CONCEPT_COLUMNS[column])
            for column in PROPOSED_FROM
            for word, count in counted[column].most_common()
            if count >= PROPOSED_FROM[column] and _is_a_name(word)
        ]
        self.spelt.clear()
        self.report.proposed = [word for word, _kind in self.wanted]

    def propose(self) -> None:
        """Propose what is frequent, once; in the caller's transaction."""
        for word, kind in self.wanted:
            if self.vocabulary.concepts.id_of(word, kind) is None:
                self.vocabulary.propose_concept(word, kind)
                self.concepts[kind].add(word)

    def matched(self, row: Row) -> Row:
        """The row with its words in the cells of the vocabulary's columns."""
        self.report.unread.update(name for name in row.source if name not in self.known_fields)
        cells = dict(row.cells)
        country = countries_said(
            row.words.get("production_country", ()), self.same.get("production_country", {})
        )
        for column, said in row.words.items():
            if column == "production_country":
                cells[column] = country
            elif column == "epochs":
                cells[column] = SEPARATOR.join(self._epochs(said, country, cells))
            elif column == "culture":
                cells[column] = self._culture(said)
            elif column == "subjects":
                cells[column] = SEPARATOR.join(self._subjects(said))
            elif column == "object_types":
                cells[column] = SEPARATOR.join(self._types(said))
            else:
                cells[column] = SEPARATOR.join(self._in_medium(column, said))
            if said and cells[column]:
                self.report.matched[column] += 1
            elif said and column in ("culture", "production_country"):
                self.report.unknown[column][plain(said[0])[:120]] += 1
        return replace(row, cells=cells)

    def _count(self, column: str, chunk: str) -> None:
        """A word that is no term: counted without marks and case, remembered as it was first written."""
        word = plain(chunk)[:120]
        self.report.unknown[column][word] += 1
        self.spelt.setdefault(word, " ".join(bare(chunk).split()).lower())

    def _types(self, said: Iterable[str]) -> list[str]:
        names = self.concepts[ConceptKind.OBJECT_TYPE]
        for words in said:
            found: list[str] = []
            for chunk in chunks(words):
                if name := as_type(chunk, names):
                    found.append(name)
                elif plain(chunk):
                    self._count("object_types", chunk)
            if found:
                return list(dict.fromkeys(found))[:_MOST_TYPES]
        return []

    def _subjects(self, said: Iterable[str]) -> list[str]:
        """What is shown, by whole names only: “Dragons” is a dragon, “dragon robes” are something else."""
        names, found = self.concepts[ConceptKind.SUBJECT], []
        for chunk in (chunk for words in said for chunk in chunks(words)):
            if name := names.find(plain(chunk)):
                found.append(name)
            elif plain(chunk) and not self._is_said_elsewhere(plain(chunk)):
                self._count("subjects", chunk)
        return list(dict.fromkeys(found))[:_MOST_SUBJECTS]

    def _is_said_elsewhere(self, word: str) -> bool:
        """True for the name of a type, material, culture or epoch: keywords often repeat them."""
        others = (names for kind, names in self.concepts.items() if kind != ConceptKind.SUBJECT)
        return any(names.find(word) for names in (*others, self.cultures)) or self.epochs.knows(word)

    def _in_medium(self, column: str, said: Iterable[str]) -> list[str]:
        """Every material or technique that stands in the words, in their order."""
        names, other = self.concepts[CONCEPT_COLUMNS[column]], self.concepts[ConceptKind.TECHNIQUE]
        found: list[str] = []
        for medium in said:
            for chunk in chunks(medium, commas=True):
                here = scanned(chunk, names)
                found += here
                if column == "materials" and not here and not scanned(chunk, other) and plain(chunk):
                    self._count(column, chunk)
            if found:
                break
        return list(dict.fromkeys(found))

    def _culture(self, said: Iterable[str]) -> str:
        """The one culture that the words name; two that are joined by “or” are left to the words."""
        for words in said:
            for part in _brackets_first(words):
                found = {self.vocabulary.cultures.id_of(name): name for name in scanned(part, self.cultures)}
                if len(found) == 1:
                    return next(iter(found.values()))
        return ""

    def _epochs(self, said: Iterable[str], country: str, cells: dict[str, str]) -> list[str]:
        facts = date_facts(cells)[0]
        years = (facts.get("earliest_begin"), facts.get("latest_end"))
        found, unknown = self.epochs.read(said, country, years)
        self.report.unknown["epochs"].update(unknown)
        return found


def _names(terms: Terms, scope: str, same: Mapping[str, str]) -> Names:
    """The names of a vocabulary, and the words that stand for those of them that there are."""
    names = Names(terms.names(scope))
    for words, term in same.items():
        if not term or terms.id_of(term, scope) is not None:
            names.mean(words, term)
    return names


def _brackets_first(words: str) -> list[str]:
    """“Indonesia (Java)” is Java first and Indonesia else; what is doubted in brackets is not read."""
    before, _bracket, inside = words.partition("(")
    inside = inside.rpartition(")")[0]
    is_doubted = "?" in inside or inside.lower().startswith(("possibly", "probably", "perhaps", "or "))
    return [before] if not inside or is_doubted else [inside, before]


def _is_a_name(word: str) -> bool:
    """True for words that can name a term: few, long enough, without figures or a bracket left over."""
    return len(word) > 2 and len(word.split()) <= _LONGEST_PROPOSAL and not re.search(r"[\d()\[\]:,]", word)
