"""Whether a step can be true: its keeper alive, its place there, the work made; and whether it says its source."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from collection.dates.display import year_text
from collection.provenance.checks.step import ORIGINS, TAKEN, Chain, Finding, Step
from collection.provenance.checks.where import name_in_use


def people(chain: Chain) -> Iterator[Finding]:
    """Keepers alive when they got it; givers by will dead, givers by hand alive."""
    before: Step | None = None
    for step in chain.steps:
        first, last = step.begin
        names = {"keeper": step.keeper, "date": step.date}
        if step.life.born is not None and last is not None and last < step.life.born:
            sentence = _("“%(keeper)s” was born in %(year)s, after %(date)s.")
            yield Finding("not-born", "error", sentence % {**names, "year": step.life.born}, (step.number,))
        if step.life.died is not None and first is not None and first > step.life.died:
            sentence = _("“%(keeper)s” died in %(year)s, before %(date)s.")
            yield Finding("dead", "error", sentence % {**names, "year": step.life.died}, (step.number,))
        if before is not None and before.is_direct:
            yield from _giver(before, step)
        before = step


def _giver(giver: Step, step: Step) -> Iterator[Finding]:
    died, (first, last) = giver.life.died, step.begin
    names = {"giver": giver.keeper, "date": step.date, "year": died}
    numbers = (giver.number, step.number)
    if died is not None and step.kind == "bequest" and last is not None and last < died:
        yield Finding(
            "early-bequest",
            "error",
            _("A bequest of %(date)s, but “%(giver)s” died in %(year)s.") % names,
            numbers,
        )
    if died is not None and step.kind == "gift" and first is not None and first > died:
        yield Finding(
            "late-gift",
            "error",
            _("A gift of %(date)s, but “%(giver)s” had died in %(year)s.") % names,
            numbers,
        )


def places(chain: Chain) -> Iterator[Finding]:
    """Places that bore their name then."""
    for step in chain.steps:
        found = name_in_use(step.place)
        if not found:
            continue
        name, begin, end, note = found
        first, last = step.begin
        is_early = begin is not None and last is not None and last < begin
        is_late = end is not None and first is not None and first > end
        if is_early or is_late:
            sentence = _("%(date)s does not fit %(place)s: %(note)s.")
            words = sentence % {"date": step.date, "place": name, "note": note}
            yield Finding("place", "error", words, (step.number,))


def beginnings(chain: Chain) -> Iterator[Finding]:
    """The first steps against what is known of the work: made when, found where."""
    for step in chain.steps:
        last = step.begin[1] if step.begin[1] is not None else step.end[1]
        if chain.made_from is not None and last is not None and last < chain.made_from:
            sentence = _("“%(keeper)s” had it in %(date)s, but it was made in %(year)s at the earliest.")
            words = {"keeper": step.keeper, "date": step.date, "year": year_text(chain.made_from)}
            yield Finding("not-made", "error", sentence % words, (step.number,))
        if (
            step.kind in ("find", "excavation")
            and step.country
            and chain.find_country
            and step.country != chain.find_country
        ):
            sentence = _(
                "It is said to be found in %(place)s, but the record names another country as its find place."
            )
            yield Finding("find-place", "error", sentence % {"place": step.place}, (step.number,))
        if step.kind in ORIGINS - {"commission"} and step.number and chain.steps[0].kind not in ORIGINS:
            sentence = _("It is found or made (“%(keeper)s”) only after others had it.") % {
                "keeper": step.keeper or step.place
            }
            yield Finding("late-find", "error", sentence, (step.number,))
    first = chain.steps[0] if chain.steps else None
    if first and chain.find_country and first.kind not in ORIGINS:
        sentence = _("Its find place is known, but the chain begins with “%(keeper)s” and not with the find.")
        yield Finding("no-find", "missing", sentence % {"keeper": first.keeper}, (0,))


def sources(chain: Chain) -> Iterator[Finding]:
    """Steps without a source, and takings that nothing settled."""
    for step in chain.steps:
        if not step.source:
            sentence = _("“%(keeper)s” has no source.") % {"keeper": step.keeper or step.place}
            yield Finding("source", "missing", sentence, (step.number,))
    for step in chain.steps:
        settled = {later.kind for later in chain.steps[step.number + 1 :]} & {"restitution", "return"}
        if step.kind in TAKEN and not settled:
            sentence = _("It was taken (%(date)s, “%(keeper)s”), and nothing says that this was settled.")
            yield Finding(
                "unsettled",
                "care",
                sentence % {"keeper": step.keeper, "date": step.date or "?"},
                (step.number,),
            )
