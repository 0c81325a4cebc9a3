"""Order, overlaps and gaps: whether one keeper can have given the work to the next."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from collection.dates.display import year_text
from collection.provenance.checks.step import CUSTODY, ORIGINS, Chain, Finding, Step


def links(chain: Chain) -> Iterator[Finding]:
    """What is wrong between two steps, and every gap with its length."""
    for before, after in zip(chain.steps, chain.steps[1:], strict=False):
        yield from _order(before, after)
        if before.kind in CUSTODY or after.kind in CUSTODY:
            continue  # who keeps a loan may keep it while another owns it
        yield from _overlap(before, after)
        yield from _gap(before, after)


def _order(before: Step, after: Step) -> Iterator[Finding]:
    last, first = after.begin[1] if after.begin[1] is not None else after.end[1], before.begin[0]
    if last is not None and first is not None and last < first:
        yield Finding(
            "order",
            "error",
            _("“%(after)s” (%(date)s) stands behind “%(before)s”, who had it only from %(year)s on.")
            % {"after": after.keeper, "date": after.date, "before": before.keeper, "year": year_text(first)},
            (before.number, after.number),
        )


def _overlap(before: Step, after: Step) -> Iterator[Finding]:
    ended, began = before.end[0], after.begin[1]
    if ended is not None and began is not None and began < ended and not (before.begin[0] or began) > began:
        yield Finding(
            "overlap",
            "error",
            _("“%(before)s” still had it in %(ended)s, but “%(after)s” already from %(began)s on.")
            % {
                "before": before.keeper,
                "ended": year_text(ended),
                "after": after.keeper,
                "began": year_text(began),
            },
            (before.number, after.number),
            (began, ended),
        )


def _gap(before: Step, after: Step) -> Iterator[Finding]:
    if before.is_direct:
        return
    end, begin = before.known_until, after.known_from
    names = {"before": before.keeper, "after": after.keeper}
    if end is None or begin is None or begin < end:
        sentence = _("How it came from “%(before)s” to “%(after)s” is not known.") % names
        yield Finding("link", "gap", sentence, (before.number, after.number))
        return
    years = begin - end
    sentence = ngettext(
        "Nothing is known for %(years)d year between “%(before)s” (%(end)s) and “%(after)s” (%(begin)s).",
        "Nothing is known for %(years)d years between “%(before)s” (%(end)s) and “%(after)s” (%(begin)s).",
        years,
    ) % {**names, "years": years, "end": year_text(end), "begin": year_text(begin)}
    yield Finding("gap", "gap", sentence, (before.number, after.number), (end, begin))


def ends(chain: Chain) -> Iterator[Finding]:
    """The last step should be the museum that shows the work; nothing can follow its loss or lie in the future."""
    if not chain.steps:
        return
    for step in chain.steps:
        if step.kind in ("loss", "destruction") and step is not chain.steps[-1]:
            sentence = _("It is said to be lost or destroyed (%(date)s), yet the chain goes on.") % {
                "date": step.date
            }
            yield Finding("after-loss", "error", sentence, (step.number, step.number + 1))
        if step.begin[0] is not None and step.begin[0] > chain.this_year:
            sentence = _("“%(keeper)s” is dated %(date)s, which is yet to come.")
            yield Finding(
                "future", "error", sentence % {"keeper": step.keeper, "date": step.date}, (step.number,)
            )
    last = chain.steps[-1]
    if last.is_named and last.kind not in CUSTODY | ORIGINS and not _is_same(last.keeper, chain.museum):
        sentence = _("The chain ends with “%(keeper)s”; how it came to %(museum)s is not said.")
        names = {"keeper": last.keeper, "museum": chain.museum}
        yield Finding("museum", "missing", sentence % names, (last.number,))


def words(chain: Chain) -> Iterator[Finding]:
    """Steps that are words alone cannot be checked."""
    bare = tuple(step.number for step in chain.steps if not step.is_named)
    if bare:
        sentence = ngettext(
            "%(count)d step is words alone: name who had it, so that it can be checked.",
            "%(count)d steps are words alone: name who had it, so that they can be checked.",
            len(bare),
        )
        yield Finding("words", "missing", sentence % {"count": len(bare)}, bare)


def repeats(chain: Chain) -> Iterator[Finding]:
    """The same keeper twice running, and a keeper whose time ends before it begins."""
    for before, after in zip(chain.steps, chain.steps[1:], strict=False):
        if (
            before.kind not in CUSTODY
            and after.kind == before.kind
            and before.keeper.casefold() == after.keeper.casefold()
        ):
            sentence = _("“%(keeper)s” stands twice, one behind the other.") % {"keeper": after.keeper}
            yield Finding("twice", "error", sentence, (before.number, after.number))
    for step in chain.steps:
        if step.begin[0] is not None and step.end[1] is not None and step.end[1] < step.begin[0]:
            sentence = _("The time of “%(keeper)s” ends before it begins (%(date)s).")
            yield Finding(
                "backwards", "error", sentence % {"keeper": step.keeper, "date": step.date}, (step.number,)
            )


def _is_same(keeper: str, museum: str) -> bool:
    """A museum is named in short, by a department or by its town."""
    words, own = set(keeper.casefold().split()), set(museum.casefold().split())
    return (
        not museum
        or keeper.casefold() in ("museum", "the museum")
        or len(words & own) * 2 >= min(len(words), len(own))
    )
