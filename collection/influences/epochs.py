"""In which epoch each end of a statement stood: that of its own work, or the shortest one of its countries at that time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from collection.influences.statements import End, Shown, Statement
from collection.models import ArtworkEpoch, Epoch


@dataclass(frozen=True)
class Period:
    """An epoch with the bounds and countries of its preferred definition."""

    slug: str
    labels: tuple[tuple[str, str], ...]
    begin: int
    end: int
    countries: frozenset[str]

    @property
    def label_map(self) -> dict[str, str]:
        return dict(self.labels)


def in_epochs(
    said: Statement, periods: Iterable[Period], of_works: dict[str, str], shown: Iterable[Shown]
) -> Statement:
    """The statement with the epochs of its ends, as far as they can be told. `of_works`: public id → slug."""
    periods = tuple(periods)

    def placed(end: End, work: str) -> End:
        own = [work] if work else [one.public_id for one in shown if one.culture == end.slug]
        named = [of_works[name] for name in own if name in of_works]
        slug = named[0] if named else _at(periods, end, said)
        return replace(end, epochs=(slug,)) if slug else end

    return replace(
        said, source=placed(said.source, said.source_work), target=placed(said.target, said.target_work)
    )


def _at(periods: tuple[Period, ...], end: End, said: Statement) -> str:
    """The shortest epoch that lay in all countries of the culture in the middle of the years; "" where there is none."""
    if said.earliest is None or said.latest is None or not end.countries:
        return ""
    year = (said.earliest + said.latest) // 2
    here = [
        one for one in periods if one.begin <= year <= one.end and one.countries.issuperset(end.countries)
    ]
    return min(here, key=lambda one: (one.end - one.begin, one.slug)).slug if here else ""


def read_periods() -> list[Period]:
    """Every public epoch with bounds. One query."""
    rows = Epoch.objects.public().with_bounds()
    return [
        Period(one.slug, tuple(one.labels.items()), one.begins, one.ends, frozenset(one.places or ()))
        for one in rows
    ]


def read_epochs_of(works: Iterable[str], known: Iterable[Period]) -> dict[str, str]:
    """public id → the first epoch that a work stands under. One query."""
    links = ArtworkEpoch.objects.filter(artwork__public_id__in=set(works)).order_by("-order", "-pk")
    public = {one.slug for one in known}
    pairs = links.values_list("artwork__public_id", "epoch__slug")
    return {work: slug for work, slug in pairs if slug in public}
