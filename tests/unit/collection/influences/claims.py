"""Invented statements for the tests of this room."""

from __future__ import annotations

from itertools import count

from hypothesis import strategies as st

from collection.enums import Certainty, InfluenceKind
from collection.influences.statements import End, Shown, Statement

REGIONS = ("east-asia", "europe", "west-asia")
_numbers = count()


def end(slug: str, region: str = "east-asia", countries: tuple[str, ...] = ("CN",), broader: str = "") -> End:
    epochs = (f"{region}-epoch",) if slug[-1] in "024" else ()
    return End(slug, (("en", slug.title()),), region, 35.0, 105.0, countries, broader, epochs=epochs)


def said(
    source: str | End,
    target: str | End,
    years: tuple[int, int] | None = None,
    *works: Shown,
    certainty: Certainty = Certainty.PROBABLE,
    kinds: tuple[str, ...] = ("motif",),
) -> Statement:
    """`said("china", "iran", (1300, 1350))`: one claim, shown by `works`."""
    return Statement(
        public_id=f"s{next(_numbers)}",
        source=source if isinstance(source, End) else end(source),
        target=target if isinstance(target, End) else end(target),
        kinds=kinds,
        certainty=certainty,
        earliest=years[0] if years else None,
        latest=years[1] if years else None,
        text=(("en", "A claim."),),
        works=tuple(work.public_id for work in works),
        shown=works,
    )


ENDS = [end(f"culture-{n}", REGIONS[n % 3], (f"A{n}",), "culture-0" if n == 5 else "") for n in range(6)]
WORKS = [Shown(f"w{n}", f"culture-{n}", 100 * n, 100 * n + 50) for n in range(1, 5)]
YEARS = st.one_of(st.none(), st.integers(0, 600))


@st.composite
def statements(draw: st.DrawFn) -> Statement:
    earliest = draw(YEARS)
    source, target = draw(st.permutations(ENDS))[:2]
    return said(
        source,
        target,
        None if earliest is None else (earliest, earliest + draw(st.integers(0, 300))),
        *draw(st.lists(st.sampled_from(WORKS), unique=True, max_size=3)),
        certainty=draw(st.sampled_from(list(Certainty))),
        kinds=tuple(draw(st.sets(st.sampled_from(InfluenceKind.values), min_size=1, max_size=3))),
    )
