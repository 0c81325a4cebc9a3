"""Flows: statements added up between cultures, regions or countries. Pure over `Statement`s."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import product

from collection.dates.centuries import label_of
from collection.enums import CERTAINTY_RANKS, Certainty
from collection.influences.statements import End, Statement


@dataclass
class Flow:
    """All that went from one place to another."""

    source: str
    target: str
    statements: list[Statement] = field(default_factory=list)

    @property
    def works(self) -> list[str]:
        """Public ids of the works that show it, each once, in the order of the statements."""
        return list(dict.fromkeys(work for statement in self.statements for work in statement.works))

    @property
    def kinds(self) -> list[str]:
        """The kinds, most frequent first."""
        counts: dict[str, int] = {}
        for statement in self.statements:
            for kind in statement.kinds:
                counts[kind] = counts.get(kind, 0) + 1
        return sorted(counts, key=lambda kind: (-counts[kind], kind))

    @property
    def certainty(self) -> Certainty:
        """That of its surest statement."""
        return max((s.certainty for s in self.statements), key=lambda c: CERTAINTY_RANKS[c])


OLDEST = -4999  # 5000 BCE
LEVELS: dict[str, Callable[[End], tuple[str, ...]]] = {
    "culture": lambda end: (end.slug,),
    "region": lambda end: (end.region,),
    "country": lambda end: end.countries,
    "epoch": lambda end: end.epochs,
}


def within(
    statements: Iterable[Statement],
    *,
    kinds: Iterable[str] = (),
    earliest: int | None = None,
    latest: int | None = None,
) -> list[Statement]:
    """Statements of one of `kinds` (all if empty) whose years possibly overlap the window.

    A statement without years is kept unless a window is asked for.
    """
    wanted = frozenset(kinds)
    windowed = earliest is not None or latest is not None

    def keeps(statement: Statement) -> bool:
        if wanted and not wanted.intersection(statement.kinds):
            return False
        if not windowed:
            return True
        if statement.earliest is None or statement.latest is None:
            return False
        return (latest is None or statement.earliest <= latest) and (
            earliest is None or statement.latest >= earliest
        )

    return [statement for statement in statements if keeps(statement)]


def flows(statements: Iterable[Statement], level: str = "culture") -> list[Flow]:
    """Add statements up by their ends at `level`; most works first, then by name.

    What stays inside one region or country is a flow too: it says so by equal ends.
    """
    ends_of = LEVELS[level]
    found: dict[tuple[str, str], Flow] = {}
    for statement in statements:
        for source, target in product(ends_of(statement.source), ends_of(statement.target)):
            found.setdefault((source, target), Flow(source, target)).statements.append(statement)
    return sorted(found.values(), key=lambda flow: (-len(flow.works), flow.source, flow.target))


@dataclass(frozen=True)
class Century:
    """What was possibly passed on within a hundred years: `label` is their first year as people say it."""

    label: int
    statements: int
    works: int

    @property
    def first(self) -> int:
        return self.label + 1 if self.label < 0 else max(self.label, 1)

    @property
    def last(self) -> int:
        return self.label + 100 if self.label < 0 else self.label + 99


def through_time(statements: Iterable[Statement]) -> list[Century]:
    """Century by century, oldest first: a statement counts in each that its years touch. One without years in none, and
    what is older than OLDEST in that one."""
    told: dict[int, list[Statement]] = {}
    for said in statements:
        if said.earliest is not None and said.latest is not None:
            first, last = (label_of(max(year, OLDEST)) for year in (said.earliest, said.latest))
            for label in range(first, last + 1, 100):
                told.setdefault(label, []).append(said)
    return [
        Century(label, len(told[label]), len({work for said in told[label] for work in said.works}))
        for label in sorted(told)
    ]


def ends_of(statements: Iterable[Statement]) -> dict[str, End]:
    """Every culture that gives or receives, by slug."""
    return {end.slug: end for statement in statements for end in (statement.source, statement.target)}
