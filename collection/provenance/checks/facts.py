"""Whether a step can be true: its keeper alive, its place there, the work made; and whether it says its source."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from collection.dates.display import year_text
from collection.provenance.checks.step import ORIGINS, TAKEN, Chain, Finding, Step
from collection.provenance.checks.where import name_in_use
from collection.provenance.life import Life

_NEAR = 5  # years by which two sources may differ about a life


def people(chain: Chain) -> Iterator[Finding]:
    """Keepers alive when they got it; givers by will dead, givers by hand alive."""
    before: Step | None = None
    for step in chain.steps:
        yield from _alive(step, step.keeper, _known_life(step))
        yield from _differs(step)
        if step.giver_life is not None:
            yield from _giver(step, step.origin or _("the giver"), step.giver_life, (step.number,))
        elif before is not None and before.is_direct:
            yield from _giver(step, before.keeper, _known_life(before), (before.number, step.number))
        before = step


def _known_life(step: Step) -> Life:
    """The years of the text; those that it does not say are of the actor's record."""
    text, record = step.life, step.record_life
    born = text.born if text.born is not None else record.born
    died = text.died if text.died is not None else record.died
    return Life(born, died, record.is_person)


def _alive(step: Step, name: str, life: Life) -> Iterator[Finding]:
    first, last = step.begin
    names = {"keeper": name, "date": step.date}
    if life.born is not None and last is not None and last < life.born:
        person = _("“%(keeper)s” was born in %(year)s, after %(date)s.")
        sentence = person if life.is_person else _("“%(keeper)s” was founded in %(year)s, after %(date)s.")
        words = sentence % {**names, "year": year_text(life.born)}
        yield Finding("not-born", "error", words, (step.number,))
    if life.died is not None and first is not None and first > life.died:
        person = _("“%(keeper)s” died in %(year)s, before %(date)s.")
        sentence = person if life.is_person else _("“%(keeper)s” ended in %(year)s, before %(date)s.")
        words = sentence % {**names, "year": year_text(life.died)}
        yield Finding("dead", "error", words, (step.number,))


def _differs(step: Step) -> Iterator[Finding]:
    """Life dates of the text that are not those of the linked actor: one of them is wrong, or another person is meant."""
    pairs = ((step.life.born, step.record_life.born), (step.life.died, step.record_life.died))
    if any(a is not None and b is not None and abs(a - b) > _NEAR for a, b in pairs):
        sentence = _("“%(keeper)s” lived %(text)s by the text and %(record)s by the actor's record.")
        text, record = (_years(life) for life in (step.life, step.record_life))
        words = sentence % {"keeper": step.keeper, "text": text, "record": record}
        yield Finding("life", "error", words, (step.number,))


def _years(life: Life) -> str:
    return "–".join("?" if year is None else year_text(year) for year in (life.born, life.died))


def _giver(step: Step, giver: str, life: Life, numbers: tuple[int, ...]) -> Iterator[Finding]:
    died, (first, last) = life.died, step.begin
    if died is None or not life.is_person:
        return
    names = {"giver": giver, "date": step.date, "year": year_text(died)}
    if step.kind == "bequest" and last is not None and last < died:
        sentence = _("A bequest of %(date)s, but “%(giver)s” died in %(year)s.")
        yield Finding("early-bequest", "error", sentence % names, numbers)
    if step.kind == "gift" and first is not None and first > died:
        sentence = _("A gift of %(date)s, but “%(giver)s” had died in %(year)s.")
        yield Finding("late-gift", "error", sentence % names, numbers)


def places(chain: Chain) -> Iterator[Finding]:
    """Places that bore their name then: by the place's record, else by the table of names."""
    for step in chain.steps:
        if step.place_years != (None, None):
            begin, end = step.place_years
            name, note = step.place, _used(begin, end)
        elif found := name_in_use(step.place):
            name, begin, end, note = found
        else:
            continue
        first, last = step.begin
        is_early = begin is not None and last is not None and last < begin
        is_late = end is not None and first is not None and first > end
        if is_early or is_late:
            sentence = _("%(date)s does not fit %(place)s: %(note)s.")
            words = sentence % {"date": step.date, "place": name, "note": note}
            yield Finding("place", "error", words, (step.number,))


def _used(begin: int | None, end: int | None) -> str:
    """What a place's record says of its years, as a part of a sentence."""
    if begin is None or end is None:
        sentence = _("so named since %(year)s") if end is None else _("so named until %(year)s")
        return sentence % {"year": year_text(begin if begin is not None else end or 0)}
    return _("so named from %(begin)s to %(end)s") % {"begin": year_text(begin), "end": year_text(end)}


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
