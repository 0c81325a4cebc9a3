"""Photographs under the artwork's form: checked before anything is kept, shown small, ordered, described."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin import StackedInline
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from collection.actions.images import AlreadyThere, attach_image, demand_new, inspected
from collection.actions.refusal import Refused
from collection.admin.scope import ScopedInline
from collection.models import ArtworkImage

ACCEPTED = "image/jpeg,image/png,image/tiff,image/webp,image/avif,image/jp2,.jp2,.j2k"
# Fields that a row may give besides those that every photograph needs.
MORE = ("view", "viewing_direction", "shown_width_cm", "withheld_reason")


class ImageForm(forms.ModelForm):
    """A new row takes a file; a row that has one keeps it (a new file is a new photograph)."""

    shows_this_too = forms.BooleanField(
        required=False,
        label=_("It shows this work too"),
        help_text=_("Only where the very same photograph is already on another work of the museum."),
    )

    class Meta:
        model = ArtworkImage
        fields = ["original", "alt", "caption", "credit", "rights", *MORE, "order"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "original" not in self.fields:
            return
        if self.instance.pk:
            for name in ("original", "shows_this_too"):
                self.fields[name] = forms.Field(required=False, disabled=True, widget=forms.HiddenInput)
        else:
            self.fields["original"].widget = forms.FileInput(
                attrs={"accept": ACCEPTED, "data-photograph": ""}
            )
            self.fields["original"].help_text = _(
                "JPEG, PNG, TIFF, WebP, AVIF or JPEG 2000. The file is kept as it is; pages show copies and tiles."
            )

    def clean_original(self) -> Any:
        file = self.cleaned_data["original"]
        if self.instance.pk:
            return file
        try:
            found = inspected(file)
        except Refused as refusal:
            raise ValidationError(refusal.sentences) from refusal
        self.instance.sha256 = found.sha256
        self.instance.format = found.format
        self.instance.width, self.instance.height = found.width, found.height
        self.instance.bytes = found.size
        return file

    def clean(self) -> Any:
        data = super().clean()
        artwork = getattr(self.instance, "artwork", None)
        if self.instance.pk or not self.instance.sha256 or artwork is None or not artwork.museum_id:
            return data
        try:
            demand_new(
                artwork, self.instance.sha256, shows_this_too=self.cleaned_data.get("shows_this_too", False)
            )
        except AlreadyThere as there:
            self.add_error("original", _offer(there))
        return data

    def _post_clean(self) -> None:
        """A file that was refused leaves nothing to check further."""
        if not self.instance.pk and "original" in self.errors:
            return
        super()._post_clean()


def _offer(there: AlreadyThere) -> str:
    """What to do about a file that the museum has, with the way to it."""
    if not there.may_repeat:
        return there.sentence
    return format_html(
        '{} <a href="{}">{}</a>. {}',
        there.sentence,
        reverse("admin:collection_artwork_change", args=[there.image.artwork_id]),
        _("See it there"),
        _("If it shows this work too, say so below and send it again."),
    )


class ImageFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """New photographs come in through the action that every upload takes."""

    by: Any = None

    def clean(self) -> None:
        super().clean()
        sums = [form.instance.sha256 for form in self.forms if not form.instance.pk and form.instance.sha256]
        if len(sums) != len(set(sums)):
            raise ValidationError(_("The same photograph stands in two rows."))

    def save_new(self, form: Any, commit: bool = True) -> Any:
        data = form.cleaned_data
        image = attach_image(
            self.instance,
            data["original"],
            by=self.by,
            rights=data["rights"],
            credit=data.get("credit", ""),
            caption=data.get("caption"),
            alt=data.get("alt"),
            shows_this_too=data.get("shows_this_too", False),
            **{name: data[name] for name in MORE if data.get(name)},
        )
        if data.get("order"):
            image.order = data["order"]
            image.save(update_fields=["order"])
        return image


class ImageInline(ScopedInline, StackedInline):
    model = ArtworkImage
    form = ImageForm
    formset = ImageFormSet
    fields = [
        "preview",
        "original",
        "shows_this_too",
        ("rights", "credit", "order"),
        "alt",
        "caption",
        ("view", "viewing_direction", "shown_width_cm"),
        "withheld_reason",
    ]
    readonly_fields = ["preview"]

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj is None or not obj.images.exists() else 0

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        return type("ImageFormSetOfUser", (formset,), {"by": request.user})

    @staticmethod
    def thumbnail(image: ArtworkImage) -> str:
        """The address of the smallest copy, or an empty text while the worker has not made it."""
        widths = sorted(int(width) for width in image.derivatives)
        if not widths:
            return ""
        try:
            return reverse("image", args=[image.public_id, widths[0], "jpeg"])
        except NoReverseMatch:
            return ""

    def preview(self, image: ArtworkImage) -> str:
        """The smallest copy, or what is being done about it, or why there is none."""
        if not image.pk:
            return "–"
        facts = _("%(width)d × %(height)d pixels, %(format)s") % {
            "width": image.width, "height": image.height, "format": image.format.upper()
        }  # fmt: skip
        if address := self.thumbnail(image):
            return format_html(
                '<img class="photograph" src="{}" alt="" width="160"><span>{}</span>', address, facts
            )
        words = _("%(facts)s. Its tiles and copies are being made.") % {"facts": facts}
        if image.failure:
            words = format_html(
                '{}. {} <a href="{}">{}</a>',
                facts,
                _(image.failure),
                reverse("admin:collection_artworkimage_changelist") + f"?q={image.public_id}",
                _("Try again"),
            )
        return format_html('<span class="photograph photograph--waiting">{}</span>', words)

    preview.short_description = _("photograph")  # type: ignore[attr-defined]
