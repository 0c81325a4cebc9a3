"""The query string of `/artworks/`: bound, checked, and turned into works. The same for page and JSON."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Any

import django_filters
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pyroaring import BitMap

from collection import forms
from collection.dates.centuries import span_of
from collection.models import Artwork, Place
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.around import works_near
from collection.search.facets import FACETS
from collection.search.found import Found
from collection.search.index.current import current_index
from collection.search.index.memory import Index
from collection.search.likelihood import Spans, joined
from collection.search.likeness import works_like
from collection.search.listing import page_of
from collection.search.query import Answer, answer_to
from collection.search.sorting import ordered

NEAR_KM = 100  # that “near” means
SORTS = [
    ("relevance", _("Relevance")),
    ("oldest", _("Oldest first")),
    ("newest", _("Newest first")),
    ("title", _("Title")),
    ("museum", _("Museum")),
    ("recent", _("Recently published")),
    ("probability", _("Most likely of that time")),
]
VIEWS = [("grid", _("Grid")), ("list", _("List")), ("map", _("Map"))]
EVERY = [("1", _("all of them"))]  # instead of any
VERBATIM = [("1", _("as it was typed"))]  # no other words in place of misspelt ones
FAR = [("1", _("far away"))]  # of what is like a work, what was made far away in place or time
MATCHES = [("possible", _("possibly")), ("certain", _("certainly"))]


# What the form of the page has no control for: it goes along hidden.
KEPT = ("sort", "view", "from_year", "to_year", "around", "place", "near", "within", "like", "far")


class ValuesFilter(forms.Declared, django_filters.Filter):
    """A facet: several values are joined by “or”."""

    field_class = forms.ValuesField


class WordsFilter(forms.Declared, django_filters.Filter):
    """What is typed as it stands: the search box, the id of a work."""

    field_class = forms.WordsField


class YearFilter(forms.Declared, django_filters.Filter):
    field_class = forms.YearField


class DateFilter(forms.Declared, django_filters.Filter):
    field_class = forms.DateField


class PointFilter(forms.Declared, django_filters.Filter):
    field_class = forms.PointField


class KilometresFilter(forms.Declared, django_filters.Filter):
    field_class = forms.KilometresField


class ChosenFilter(forms.Declared, django_filters.Filter):
    field_class = forms.ChosenField


class PageFilter(forms.Declared, django_filters.Filter):
    field_class = forms.PageField


class ArtworkFilterSet(django_filters.FilterSet):
    """All parameters of CONTRACTS §3 that stand on the browse page. `works()` answers with the result."""

    q = WordsFilter(label=_("Words"), max_length=forms.LONGEST_QUERY)
    verbatim = ChosenFilter(choices=VERBATIM)
    country = ValuesFilter()
    century = ValuesFilter(check=forms.century_value)
    epoch = ValuesFilter()
    region = ValuesFilter()
    culture = ValuesFilter()
    type = ValuesFilter()
    material = ValuesFilter()
    technique = ValuesFilter()
    motif = ValuesFilter()
    influence_from = ValuesFilter()
    influence_to = ValuesFilter()
    influence_kind = ValuesFilter()
    museum = ValuesFilter()
    keeper_country = ValuesFilter()
    photograph = ValuesFilter(check=forms.yes_or_no)
    reuse = ValuesFilter()
    century_all = ChosenFilter(choices=EVERY)
    epoch_all = ChosenFilter(choices=EVERY)
    culture_all = ChosenFilter(choices=EVERY)
    type_all = ChosenFilter(choices=EVERY)
    material_all = ChosenFilter(choices=EVERY)
    technique_all = ChosenFilter(choices=EVERY)
    motif_all = ChosenFilter(choices=EVERY)
    influence_from_all = ChosenFilter(choices=EVERY)
    influence_to_all = ChosenFilter(choices=EVERY)
    influence_kind_all = ChosenFilter(choices=EVERY)
    date = DateFilter(label=_("When"))
    date_from = YearFilter(label=_("From"))
    date_to = YearFilter(label=_("To"))
    from_year = YearFilter()
    to_year = YearFilter()
    around = YearFilter(label=_("Around"))
    place = ValuesFilter()
    near = PointFilter()
    within = KilometresFilter()
    like = WordsFilter(max_length=16)
    far = ChosenFilter(choices=FAR)
    date_match = ChosenFilter(label=_("Made then"), choices=MATCHES)
    sort = ChosenFilter(label=_("Order"), choices=SORTS)
    view = ChosenFilter(label=_("View"), choices=VIEWS)
    page = PageFilter(label=_("Page"))

    class Meta:
        model = Artwork
        fields: list[str] = []
        form = forms.ArtworkFilterForm

    def __init__(self, data: QueryDict | None = None, **kwargs: Any) -> None:
        super().__init__(
            data if data is not None else QueryDict(), queryset=Artwork.objects.published(), **kwargs
        )

    def get_form_class(self) -> type[forms.ArtworkFilterForm]:
        """Made once: it is the same for every question."""
        return _form_class()

    @property
    def given(self) -> dict[str, Any]:
        """The checked values."""
        return self.form.cleaned_data

    @cached_property
    def typed(self) -> dict[str, str]:
        """What was typed, right or wrong, as the form shows it again: without signs that no page may hold."""
        given = {name: self.form.data[name] for name in self.form.data if name in self.filters}
        said = {name: "".join(sign for sign in text if sign.isprintable()) for name, text in given.items()}
        return dict.fromkeys(self.filters, "") | said

    @property
    def kept(self) -> list[tuple[str, str]]:
        """What was given that the form has no control for."""
        return [
            (name, text)
            for name in KEPT
            for text in self.form.data.getlist(name)
            if text and text.isprintable()
        ]

    @property
    def narrowings(self) -> int:
        """How many things narrow the result: every chosen value, the words, the years, the place, the work."""
        others = bool(self._windows()) + sum(
            bool(self.given[name]) for name in ("q", "place", "near", "like")
        )
        return sum(len(values) for values in self.chosen.values()) + others

    @cached_property
    def chosen(self) -> dict[str, list[str]]:
        """The chosen values of each facet that has any."""
        return {name: self.given[name] for name in FACETS if self.given.get(name)}

    def several(self, name: str) -> list[str]:
        """The values of a parameter of which one may give several."""
        return self.given["place"] if name == "place" else self.chosen.get(name, [])

    @cached_property
    def places(self) -> dict[int, Place]:
        """The places of making that were asked for, by primary key."""
        asked = self.given["place"]
        return {place.pk: place for place in Place.objects.filter(public_id__in=asked)} if asked else {}

    @property
    def certain(self) -> bool:
        return bool(self.given["date_match"] == "certain")

    @property
    def window(self) -> tuple[int | None, int | None]:
        return self.form.window(self.given)

    @cached_property
    def _with_words(self) -> ArtworkQuerySet:
        return self.answer.works if self.given["q"] else self.queryset

    @cached_property
    def answer(self) -> Answer:
        """The works for the words. Asked once: the search decides with a query whether a word was misspelt."""
        return answer_to(self.given["q"], as_typed=bool(self.given["verbatim"]), index=self._index)

    @cached_property
    def _index(self) -> Index | None:
        """The facet index as of now; None where SQL must answer."""
        return current_index()

    def works(self, *, without: str = "") -> ArtworkQuerySet:
        """The result, unordered; as if the facet `without` were not chosen from."""
        works = self._with_words
        for name, values in self.chosen.items():
            if name != without:
                several = [[value] for value in values] if name in self.every else [values]
                for some in several:
                    works = FACETS[name].narrow(works, some, certain=self.certain)
        if without != "date":
            for first, last in self._windows():
                works = works.in_window(first, last, certain=self.certain)
        for others in self._others():
            works = works.filter(pk__in=others.values("pk"))
        return works.made_at(self.places) if self.given["place"] else works

    @cached_property
    def found(self) -> Found | None:
        """The result as the index has it, as of now; None where SQL must answer."""
        return self._found(certain=self.certain)

    @cached_property
    def sure(self) -> int:
        """How many works of the result were certainly made then."""
        if self.certain:
            return self.count
        if found := self._found(certain=True):
            return found.count
        data = self.form.data.copy()
        data["date_match"] = "certain"
        other = type(self)(data)
        return other.works().count() if other.is_valid() else 0

    def found_in_time(self) -> Found | None:
        """The result as if no years were asked for."""
        return self._found(certain=self.certain, windows=False)

    def _found(self, *, certain: bool, windows: bool = True) -> Found | None:
        index, base = self._index, self._base
        if index is None or base is None:
            return None
        for first, last in self._windows() if windows else ():
            base = base & index.in_window(first, last, certain=certain)
        return Found(index, base, self.chosen, every=self.every, certain=certain)

    @cached_property
    def _base(self) -> BitMap | None:
        """The works that words, place and likeness leave."""
        index = self._index
        if index is None:
            return None
        base = index.all
        for works in self._others():
            base = base & BitMap(works.order_by().values_list("pk", flat=True))
        if self.given["place"]:
            base = base & index.any_of("place", map(str, self.places))
        if self.given["q"]:
            base = base & (self.answer.asked.works if self.answer.asked else BitMap())
        return base

    def _windows(self) -> list[tuple[int | None, int | None]]:
        """The spans of years that were asked for."""
        found = [self.window] if self.window != (None, None) else []
        if self.given["around"]:
            near = self.given["around"].widened(forms.ABOUT)
            found.append((near.earliest_begin, near.latest_end))
        if self.given["date"]:
            found.append((self.given["date"].earliest_begin, self.given["date"].latest_end))
        return found

    @cached_property
    def spans(self) -> Spans:
        """The years that were asked for in whatever way; none if none were."""
        centuries = [span_of(int(label)) for label in self.chosen.get("century", [])]
        windows = self._windows()
        if not windows and not centuries:
            return []
        return joined(windows, [(c.earliest_begin or 0, c.latest_end or 0) for c in centuries])

    def _others(self) -> list[ArtworkQuerySet]:
        """The works that what is neither words, facets nor years leaves."""
        found = []
        if self.given["near"]:
            found.append(works_near(*self.given["near"], self.given["within"] or NEAR_KM))
        if self.given["like"]:
            found.append(works_like(self.given["like"], far=bool(self.given["far"])))
        return found

    @property
    def every(self) -> frozenset[str]:
        """The facets in which a work must stand under all chosen values."""
        return frozenset(name for name in self.chosen if self.given.get(f"{name}_all"))

    def filter_queryset(self, queryset: Any) -> ArtworkQuerySet:
        """django-filter's own door to the result."""
        return self.in_order()

    @property
    def order(self) -> str:
        """The order in force: relevance only where words give one, probability only where years do."""
        asked = self.given["sort"] or ("relevance" if self.given["q"] else "oldest")
        lacks = {"relevance": not self.given["q"], "probability": not self.spans}
        return "oldest" if lacks.get(asked) else str(asked)

    @property
    def layout(self) -> str:
        """`grid`, `list` or `map`."""
        return self.given["view"] or "grid"

    def in_order(self) -> ArtworkQuerySet:
        """The result as it is listed."""
        return ordered(self.works(), self.order, get_language() or "en", self.spans)

    @property
    def count(self) -> int:
        """How many works the result has."""
        return self.found.count if self.found else self.works().count()

    def listed(self, first: int, count: int) -> list[Artwork]:
        """The works of one page of the result, in its order, with their cards."""
        if self.found is None:
            return list(self.in_order().with_card()[first : first + count])
        return page_of(
            self.found.index,
            self.found.works,
            self.answer.asked if self.given["q"] else None,
            order=self.order,
            language=get_language() or "en",
            first=first,
            count=count,
            spans=self.spans,
        )


@lru_cache(maxsize=1)
def _form_class() -> type[forms.ArtworkFilterForm]:
    found: type[forms.ArtworkFilterForm] = super(ArtworkFilterSet, ArtworkFilterSet()).get_form_class()
    return found
