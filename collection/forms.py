"""What visitors type into: the filters of the browse page, and a correction of a record."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Self

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.dates.centuries import parse_label
from collection.dates.spans import Span
from collection.dates.words import read
from collection.dates.years import YearError, parse_year
from collection.models import Correction, Epoch

LONGEST_QUERY = 500
ABOUT = 25  # years on each side that “around” means
LONGEST_VALUE = 200
MOST_VALUES = 60
FARTHEST_KM = 20_000
_POINT = re.compile(r"(-?[0-9]{1,3}(?:\.[0-9]{1,8})?)\s*,\s*(-?[0-9]{1,3}(?:\.[0-9]{1,8})?)")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def any_value(text: str) -> str:
    """A slug or code as it stands; whether there is such a thing is not asked here."""
    return text


def century_value(text: str) -> str:
    """The label of a century, written the one way. Raises ValidationError."""
    try:
        return str(parse_label(text))
    except YearError as error:
        raise forms.ValidationError(str(error)) from error


def yes_or_no(text: str) -> str:
    """`1` or `0`. Raises ValidationError."""
    if text not in ("0", "1"):
        raise forms.ValidationError(_("“photograph” is 1 (with) or 0 (without)."))
    return text


class Declared:
    """A field or filter that nobody changes once it is declared: a copy shares all that it holds. There are forty of them on
    a page, and copying what they hold would cost more than checking what was asked."""

    def __deepcopy__(self, memo: Any) -> Self:
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        return other


class ValuesField(Declared, forms.Field):
    """The values of a facet: repeated parameters, each once, in the order given."""

    widget = forms.MultipleHiddenInput

    def __init__(self, *, check: Callable[[str], str] = any_value, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.check = check

    def clean(self, value: Any) -> list[str]:
        texts = [text.strip() if not _CONTROL.search(text) else text for text in value or []]
        given = list(dict.fromkeys(text for text in texts if text))
        if len(given) > MOST_VALUES:
            raise forms.ValidationError(_("At most %(most)d values of one filter.") % {"most": MOST_VALUES})
        if any(_CONTROL.search(text) or len(text) > LONGEST_VALUE for text in given):
            raise forms.ValidationError(_("A filter has a value that cannot be read."))
        return list(dict.fromkeys(self.check(text) for text in given))


class YearField(Declared, forms.CharField):
    """A year as a number (astronomical) or in words, or a century; cleaned it is a Span, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 100, **kwargs})

    def clean(self, value: Any) -> Span | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            year = parse_year(text)
        except YearError as error:
            reading = read(text)
            if not (reading.understood and reading.span.is_bounded):
                raise forms.ValidationError(str(error)) from error
            return reading.span
        return Span.between(year, year)


class WordsField(Declared, forms.CharField):
    """Words as they are typed."""


class DateField(Declared, forms.CharField):
    """Any time in words: “around 1600”, “1400–1450”, “before 500 BCE”, a century, a reign, an epoch of the vocabulary.

    Cleaned it is a Span, one end of which may be open, or None.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 100, **kwargs})

    def clean(self, value: Any) -> Span | None:
        text = super().clean(value)
        if not text:
            return None
        with suppress(YearError):
            year = parse_year(text)
            return Span.between(year, year)
        reading = read(text, ABOUT)
        if reading.understood and not reading.span.is_unknown:
            return reading.span
        epoch = Epoch.objects.public().with_bounds().called(text).in_order().first()
        if epoch is None:
            raise forms.ValidationError(
                _(
                    "“%(text)s” is not understood as a time. Write for example: around 1600, 1400–1450, before 500 BCE, "
                    "17th century, Kangxi, Edo period."
                )
                % {"text": text[:60]}
            )
        return Span.between(epoch.begins, epoch.ends)


class PageField(Declared, forms.Field):
    """A page's number, from 1."""

    def clean(self, value: Any) -> int:
        text = (value or "").strip()
        if not text:
            return 1
        if not (text.isascii() and text.isdecimal() and len(text) <= 12 and int(text) > 0):
            raise forms.ValidationError(_("A page is a number from 1."))
        return int(text)


class ChosenField(Declared, forms.ChoiceField):
    """One of a few words; anything else is an error that says which words there are."""

    def clean(self, value: Any) -> str:
        text = (value or "").strip()
        words = [key for key, _label in self.choices]
        if text and text not in words:
            raise forms.ValidationError(_("Choose one of: %(words)s.") % {"words": ", ".join(words)})
        return text


class PointField(Declared, forms.CharField):
    """`latitude,longitude` in decimal degrees; cleaned it is a pair of numbers, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 60, **kwargs})

    def clean(self, value: Any) -> tuple[float, float] | None:
        text = super().clean(value)
        if not text:
            return None
        found = _POINT.fullmatch(text)
        if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
            raise forms.ValidationError(_("A point is latitude,longitude in degrees: 34.7,135.5."))
        return float(found[1]), float(found[2])


class KilometresField(Declared, forms.CharField):
    """A distance from 1 to 20,000 kilometres, or None."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 10, **kwargs})

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        if not (text.isascii() and text.isdecimal() and 1 <= int(text) <= FARTHEST_KM):
            raise forms.ValidationError(_("A distance is a number of kilometres from 1 to 20,000."))
        return int(text)


class ArtworkFilterForm(forms.Form):
    """Checks what belongs together: the first year does not lie after the last. Of what nothing was said of, nothing is asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unsaid = {name: field for name, field in self.fields.items() if name not in self.data}
        for name in self.unsaid:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        data = {name: field.clean(None) for name, field in self.unsaid.items()} | (super().clean() or {})
        first, last = self.window(data)
        if first is not None and last is not None and first > last:
            raise forms.ValidationError(_("The first year lies after the last one."))
        return data

    @staticmethod
    def window(data: dict[str, Any]) -> tuple[int | None, int | None]:
        """First and last year that were asked for; None is open."""
        begins = [data[name].earliest_begin for name in ("date_from", "from_year") if data.get(name)]
        ends = [data[name].latest_end for name in ("date_to", "to_year") if data.get(name)]
        return max(begins, default=None), min(ends, default=None)


class CorrectionForm(forms.ModelForm):
    """A visitor's correction. `website` is a trap: people do not see it, programs fill it in."""

    website = forms.CharField(
        label=gettext_lazy("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = Correction
        fields = ["text", "source", "name", "email"]
        widgets = {
            "text": forms.Textarea(attrs={"rows": 6, "maxlength": 4000}),
            "source": forms.Textarea(attrs={"rows": 2, "maxlength": 1000}),
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
        }
        help_texts = {
            "text": gettext_lazy("Say what is wrong or missing, and what should stand there instead."),
            "source": gettext_lazy("A book, a page, an inscription: what lets the museum check it."),
            "email": gettext_lazy("Only if you would like an answer. It is shown to the museum alone."),
        }
