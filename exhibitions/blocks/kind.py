"""The contract of a kind of block: how it is filled in, checked, shown, searched and tried."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from collection.exports.seal import canonical_json
from exhibitions.blocks.richtext import html_of, plain

if TYPE_CHECKING:
    from exhibitions.arrangement import Wall


class Place(TypedDict):
    """The place of a work: its card if it may be shown now, else None and the sentence that stands there instead."""

    card: dict[str, Any] | None
    museum: str
    absence: str


Places = Mapping[int, Place]  # key of an artwork → its place


class NoData(forms.Form):
    """Of a kind that needs no more than heading, text, attribution and works."""


class BlockKindBase:
    """Copy a folder beside this file to make another kind; see docs/add-a-block-kind.md."""

    template: ClassVar[str]
    min_works: ClassVar[int] = 0
    max_works: ClassVar[int | None] = 0
    needs_text: ClassVar[bool] = False
    needs_attribution: ClassVar[bool] = False
    form: ClassVar[type[forms.Form]] = NoData  # of `data`: what it cleans must be JSON

    def clean(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """`data` as it is kept: only what the form knows, checked by it, without what is empty. Raises ValidationError."""
        strange = sorted(set(data) - set(self.form.base_fields))
        if strange:
            raise ValidationError(
                _("This kind of wall knows no “%(name)s”."), params={"name": strange[0][:60]}
            )
        form = self.form(dict(data))
        if not form.is_valid():
            raise ValidationError({f"data.{name}": errors for name, errors in form.errors.as_data().items()})
        kept = {name: value for name, value in form.cleaned_data.items() if value not in (None, "", [], {})}
        canonical_json(kept)  # a release holds it: texts, whole numbers, truth values, lists and maps of them
        return kept

    def faults(self, wall: Wall) -> list[str]:
        """Sentences a curator understands; an empty list if the wall can be shown."""
        found = []
        if len(wall.works) < self.min_works:
            found.append(_("“%(block)s” has too few works.") % {"block": wall})
        if self.max_works is not None and len(wall.works) > self.max_works:
            found.append(_("“%(block)s” has too many works.") % {"block": wall})
        if self.needs_text and not wall.text:
            found.append(_("“%(block)s” has no text.") % {"block": wall})
        if self.needs_attribution and not wall.attribution.strip():
            found.append(_("A quotation needs the name of the one who said it."))
        return found

    def context(self, wall: Wall, places: Places) -> dict[str, Any]:
        """What the template needs, without a query for each wall. A work that may not be shown leaves a courteous note in
        its place."""
        return {
            "block": wall,
            "html": html_of(wall.text),
            "works": [places[key] for key in wall.works],
        }

    def words(self, wall: Wall) -> str:
        """All its words in every language, for search and for counting."""
        texts = [*wall.title.values(), *wall.text.values(), wall.attribution]
        return " ".join(plain(text) for text in texts if text)

    def sample(self) -> dict[str, Any]:
        """Values of a block as a curator would fill it, for tests and the gallery."""
        return {"text": {"en": "Words on the wall."}}
