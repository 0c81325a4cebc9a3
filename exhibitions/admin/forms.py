"""The forms of an exhibition, of a room and of what hangs in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from exhibitions.actions.exhibitions import free_slug
from exhibitions.admin.choosers import WorksField
from exhibitions.admin.ordered import OrderedForm
from exhibitions.admin.stamps import StampedForm
from exhibitions.blocks import KINDS, BlockKindBase
from exhibitions.enums import ExhibitionStatus
from exhibitions.models import Block, Exhibition, Section
from exhibitions.texts import check_length
from members.languages import text_in

MARKUP = gettext_lazy(
    "One line a language, such as “en: …”; indent the lines that follow. Understood: *italics*, **bold**, "
    "[words](address), lists with a hyphen, an empty line between paragraphs."
)


class ExhibitionForm(StampedForm):
    """An exhibition's own fields; the address is made of the title where it is left empty."""

    class Meta:
        model = Exhibition
        exclude: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False
        for name in {"opens_at", "closes_at"} & set(self.fields):
            parts = self.fields[name].widget.widgets
            for part, words in zip(parts, (_("date"), _("time")), strict=True):
                part.attrs["aria-label"] = f"{self.fields[name].label}: {words}"

    def rows(self, thing: Any) -> list[models.Model]:
        return [
            thing,
            *thing.sections.all(),
            *thing.exhibition_curators.all(),
            *thing.exhibition_museums.all(),
        ]

    def clean_introduction(self) -> dict[str, str]:
        return check_length(self.cleaned_data["introduction"])

    def clean_slug(self) -> str:
        wanted = self.cleaned_data.get("slug") or self.instance.slug
        return wanted or free_slug(text_in(self.cleaned_data.get("titles") or {}, "en"))


class SectionForm(StampedForm):
    """A room with its text on the wall."""

    class Meta:
        model = Section
        fields = ["titles", "text"]
        help_texts = {"text": MARKUP}

    def rows(self, thing: Any) -> list[models.Model]:
        return [
            thing,
            *thing.blocks.all(),
            *(work for block in thing.blocks.all() for work in block.block_works.all()),
        ]

    def clean_text(self) -> dict[str, str]:
        return check_length(self.cleaned_data["text"])


class SectionRowForm(OrderedForm):
    """A room in the list of rooms."""

    class Meta:
        model = Section
        fields = ["order", "titles"]


class BlockForm(OrderedForm):
    """Something on the wall. What its kind asks for is checked here; what is only missing yet, at the opening."""

    works: WorksField  # made by the inline, which knows the admin site
    address = forms.CharField(
        required=False,
        label=gettext_lazy("address of the view"),
        help_text=gettext_lazy("For a path or map of influence: open it, and paste its address here."),
    )

    class Meta:
        model = Block
        fields = ["order", "kind", "title", "text", "attribution"]
        help_texts = {"text": MARKUP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["address"] = self.instance.data.get("address", "")
            self.initial["works"] = [work.artwork_id for work in self.instance.block_works.all()]
            self.fields["works"].allow(self.instance)  # type: ignore[attr-defined]

    def clean_text(self) -> dict[str, str]:
        return check_length(self.cleaned_data["text"])

    def clean(self) -> Any:
        data = super().clean() or self.cleaned_data
        kind = KINDS.get(data.get("kind", ""))
        if kind is not None:
            self._keep_view(kind, data.get("address", ""))
        if kind is None or "works" not in data:
            return data
        count = len(data["works"])
        if kind.max_works is not None and count > kind.max_works:
            self.add_error("works", _too_many(kind.max_works))
        elif count < kind.min_works and self.is_public:
            self.add_error("works", _("The exhibition is public: choose the works first, then save."))
        if data["kind"] == "quotation" and not data.get("attribution", "").strip():
            self.add_error("attribution", _("A quotation needs the name of the one who said it."))
        return data

    def _keep_view(self, kind: BlockKindBase, address: str) -> None:
        """What its kind keeps of the address, where it asks for one."""
        if "address" not in kind.form.base_fields:
            if address:
                self.add_error(
                    "address",
                    _("This kind of wall knows no “%(name)s”.") % {"name": _("address of the view")},
                )
            return
        try:
            self.instance.data = kind.clean({"address": address})
        except ValidationError as error:
            self.add_error("address", list(error.messages))

    @property
    def is_public(self) -> bool:
        section = self.instance.section if self.instance.section_id else None
        return section is not None and section.exhibition.status == ExhibitionStatus.PUBLISHED


def _too_many(limit: int) -> str:
    if limit == 0:
        return _("A text or a quotation stands alone: take the works out, or choose another kind.")
    if limit == 1:
        return _("A label belongs to one work: take the others out, or choose “group”.")
    return _("At most %(limit)d works hang together.") % {"limit": limit}
