"""The vocabulary as a file names it: by address or by any of its names, read once for a whole file."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from functools import partial
from typing import Any

from collection.actions.terms import propose_term
from collection.enums import ConceptKind, TermStatus
from collection.models import Agent, Concept, Culture, Epoch, Place
from members.models import Museum, User

_SPACES = re.compile(r"[\s\u2010-\u2015_-]+")


def folded(words: str) -> str:
    """A name without case and with one kind of space and hyphen, for comparing."""
    return _SPACES.sub(" ", words).strip().casefold()


def _own_names(term: Any) -> list[str]:
    return [term.slug, *term.labels.values()]


def _other_names(term: Any) -> list[str]:
    return [other["text"] for other in term.alt_labels]


class Terms:
    """All usable terms of one model (and one kind or country each): a name leads to an id."""

    def __init__(self, terms: Iterable[Any], scope: str = "") -> None:
        self._scope = scope
        self._ids: dict[tuple[str, str], int] = {}
        self.fresh: list[tuple[str, str]] = []
        known = sorted(terms, key=lambda t: (t.term_status != TermStatus.ACCEPTED, t.pk))
        for names_of in (_own_names, _other_names):  # a term's own name is never another's other name
            for term in known:
                pk = term.merged_into_id or term.pk
                where = str(getattr(term, scope)) if scope else ""
                for name in names_of(term):
                    self._ids.setdefault((where, folded(name)), pk)

    def id_of(self, name: str, where: str = "") -> int | None:
        return self._ids.get((str(where), folded(name)))

    def names(self, where: str = "") -> list[str]:
        """All names known, folded."""
        return [name for scope, name in self._ids if scope == str(where)]

    def near(self, name: str, where: str = "", cutoff: float = 0.75) -> list[str]:
        """Up to three known names that look like this one."""
        known = [word for scope, word in self._ids if scope == str(where)]
        return difflib.get_close_matches(folded(name), known, n=3, cutoff=cutoff)

    def add(self, name: str, pk: int, where: str = "") -> None:
        key = (str(where), folded(name))
        self._ids[key] = pk
        self.fresh.append(key)

    def forget(self, since: int = 0) -> None:
        """The names added since were rolled back: they do not exist."""
        for key in self.fresh[since:]:
            self._ids.pop(key, None)
        del self.fresh[since:]


class Vocabulary:
    """Every vocabulary that a row may name, and the museums."""

    def __init__(self, by: User | None = None, *, is_demonstration: bool = False) -> None:
        status = TermStatus.ACCEPTED if is_demonstration else TermStatus.PROPOSED
        self._propose = partial(propose_term, by=by, status=status)
        self.museums = {museum.slug: museum for museum in Museum.objects.all()}
        self.cultures = Terms(Culture.objects.all())
        self.epochs = Terms(Epoch.objects.all())
        self.concepts = Terms(Concept.objects.all(), scope="kind")
        self.places = Terms(Place.objects.all(), scope="country")
        self.agents = Terms(Agent.objects.all())

    @property
    def _all(self) -> list[Terms]:
        return [self.cultures, self.epochs, self.concepts, self.places, self.agents]

    def mark(self) -> list[int]:
        """How many names were added so far, for `forget`."""
        return [len(terms.fresh) for terms in self._all]

    def keep(self) -> None:
        """What was added is committed."""
        for terms in self._all:
            terms.fresh.clear()

    def forget(self, mark: list[int] | None = None) -> None:
        """What was added since `mark`, or since the last commit, was rolled back."""
        for terms, since in zip(self._all, mark or [0] * len(self._all), strict=True):
            terms.forget(since)

    def place(self, name: str, country: str) -> int:
        """The place of this name in this country; one that is not known is proposed."""
        if (pk := self.places.id_of(name, country)) is None:
            pk = self._propose(Place, {"en": name}, country=country).pk
            self.places.add(name, pk, country)
        return pk

    def agent(self, name: str, kind: str, alias: str = "") -> int:
        """The maker of this name; one that is not known is proposed."""
        if (pk := self.agents.id_of(name)) is None:
            others = [{"text": alias, "lang": "und"}] if alias else []
            pk = self._propose(Agent, {"und": name}, kind=kind, alt_labels=others).pk
            self.agents.add(name, pk)
        return pk

    def propose_concept(self, name: str, kind: ConceptKind) -> int:
        pk: int = self._propose(Concept, {"en": name}, kind=kind).pk
        self.concepts.add(name, pk, kind)
        return pk
