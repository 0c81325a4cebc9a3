"""The form of an artwork: its own fields and its terms in order."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from collection.admin.dates import DatedFormMixin
from collection.admin.widgets import OrderedAutocomplete, OrderedChoiceField, Proposing
from collection.enums import ConceptKind
from collection.models import Artwork, ArtworkConcept, ArtworkEpoch, Concept, Epoch

_CONCEPT = ArtworkConcept._meta.get_field("concept")
_EPOCH = ArtworkEpoch._meta.get_field("epoch")
# Field of the form → the kind of concept it holds.
CONCEPT_FIELDS = {
    "object_types": ConceptKind.OBJECT_TYPE,
    "materials": ConceptKind.MATERIAL,
    "techniques": ConceptKind.TECHNIQUE,
    "subjects": ConceptKind.SUBJECT,
    "motifs": ConceptKind.MOTIF,
}


def _terms(field: Any, queryset: Any, label: Any, help_text: Any, kind: str = "") -> OrderedChoiceField:
    widget = Proposing(
        OrderedAutocomplete(field, admin.site, kind), field.remote_field, admin.site, can_add_related=True
    )
    return OrderedChoiceField(
        queryset=queryset, label=label, help_text=help_text, required=False, widget=widget
    )


def _concepts(kind: ConceptKind, label: Any, help_text: Any) -> OrderedChoiceField:
    return _terms(_CONCEPT, Concept.objects.usable().filter(kind=kind), label, help_text, kind.value)


class ArtworkForm(DatedFormMixin, forms.ModelForm):
    """Checks what the database would refuse, and says it beside the field."""

    object_types = _concepts(
        ConceptKind.OBJECT_TYPE,
        gettext_lazy("object type"),
        gettext_lazy("moon jar, tapestry, reliquary, kris"),
    )
    materials = _concepts(
        ConceptKind.MATERIAL, gettext_lazy("materials"), gettext_lazy("porcelain, walnut, silk, gilt bronze")
    )
    techniques = _concepts(
        ConceptKind.TECHNIQUE,
        gettext_lazy("techniques"),
        gettext_lazy("underglaze painting, lost-wax casting, marquetry"),
    )
    subjects = _concepts(
        ConceptKind.SUBJECT, gettext_lazy("subjects"), gettext_lazy("Jataka tales, the Annunciation, cranes")
    )
    motifs = _concepts(
        ConceptKind.MOTIF,
        gettext_lazy("motifs"),
        gettext_lazy(
            "blue-and-white, lotus, vine scroll: forms and images that went from culture to culture"
        ),
    )
    epoch_list = _terms(
        _EPOCH,
        Epoch.objects.usable(),
        gettext_lazy("epochs"),
        gettext_lazy("Joseon, Edo, Gupta, Renaissance"),
    )

    class Meta:
        model = Artwork
        exclude = ["concepts", "agents", "references", "epochs"]  # noqa: DJ006  a new field belongs to the form

    refusals: list[str] = []  # what an action said of the record as it was posted

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._read_terms()

    def _read_terms(self) -> None:
        rows = list(self.instance.artwork_concepts.select_related("concept"))
        for name, kind in CONCEPT_FIELDS.items():
            self.initial[name] = [row.concept_id for row in rows if row.concept.kind == kind]
        self.initial["epoch_list"] = list(self.instance.artwork_epochs.values_list("epoch_id", flat=True))

    def clean(self) -> Any:
        data = super().clean()
        for sentence in self.refusals:
            self.add_error(None, sentence)
        self._check_number(data)
        is_named = data.get("accession_number") or data.get("accession_missing_reason")
        if not is_named and "accession_number" in self.fields and "accession_number" not in self.errors:
            self.add_error(
                "accession_number", _("Give the accession number, or say below why there is none.")
            )
        return data

    def _check_number(self, data: dict[str, Any]) -> None:
        museum = data.get("museum") or (self.instance.museum if self.instance.museum_id else None)
        for name, words in (
            ("accession_number", _("This museum already has a work with that accession number.")),
            ("source_id", _("This museum already has a work with that id in the source.")),
        ):
            value = data.get(name)
            if not museum or not value:
                continue
            others = Artwork.objects.filter(museum=museum, **{name: value}).exclude(pk=self.instance.pk)
            if others.exists():
                self.add_error(name, ValidationError(words, code="unique"))

    def save_terms(self) -> None:
        """Write the chosen concepts and epochs into their through tables, in order; touch nothing unchanged."""
        if not {*CONCEPT_FIELDS, "epoch_list"} & set(self.changed_data):
            return
        wanted = [term.pk for name in CONCEPT_FIELDS for term in self.cleaned_data.get(name, [])]
        _write(self.instance.artwork_concepts, "concept_id", wanted)
        _write(
            self.instance.artwork_epochs,
            "epoch_id",
            [term.pk for term in self.cleaned_data.get("epoch_list", [])],
        )


def _write(rows: Any, name: str, wanted: list[int]) -> None:
    present = {getattr(row, name): row for row in rows.all()}
    gone = [row.pk for key, row in present.items() if key not in wanted]
    if gone:
        rows.filter(pk__in=gone).delete()
    for order, key in enumerate(wanted):
        row = present.get(key)
        if row is None:
            rows.create(**{name: key}, order=order)
        elif row.order != order:
            row.order = order
            row.save(update_fields=["order"])
