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

from collection.actions.images import attach_image, inspected
from collection.actions.refusal import Refused
from collection.admin.scope import ScopedInline
from collection.models import ArtworkImage


class ImageForm(forms.ModelForm):
    """A new row takes a file; a row that has one keeps it (a new file is a new photograph)."""

    class Meta:
        model = ArtworkImage
        fields = ["original", "alt", "caption", "credit", "rights", "withheld_reason", "order"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "original" not in self.fields:
            return
        if self.instance.pk:
            self.fields["original"] = forms.Field(required=False, disabled=True, widget=forms.HiddenInput)
        else:
            self.fields["original"].widget = forms.FileInput(
                attrs={
                    "accept": "image/jpeg,image/png,image/tiff,image/webp,image/avif",
                    "data-photograph": "",
                }
            )
            self.fields["original"].help_text = _(
                "JPEG, PNG, TIFF, WebP or AVIF. The file is kept as it is; pages show smaller copies."
            )

    def clean_original(self) -> Any:
        file = self.cleaned_data["original"]
        if self.instance.pk:
            return file
        try:
            found = inspected(file)
        except Refused as refusal:
            raise ValidationError(refusal.sentences) from refusal
        artwork = getattr(self.instance, "artwork", None)
        if artwork and artwork.pk and artwork.images.filter(sha256=found.sha256).exists():
            raise ValidationError(_("This very photograph is already attached to the work."))
        self.instance.sha256 = found.sha256
        self.instance.format = found.format
        self.instance.width, self.instance.height = found.width, found.height
        self.instance.bytes = found.size
        return file

    def _post_clean(self) -> None:
        """A file that was refused leaves nothing to check further."""
        if not self.instance.pk and "original" in self.errors:
            return
        super()._post_clean()


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
        )
        if data.get("withheld_reason") or data.get("order"):
            image.withheld_reason = data.get("withheld_reason", "")
            image.order = data.get("order") or image.order
            image.save(update_fields=["withheld_reason", "order"])
        return image


class ImageInline(ScopedInline, StackedInline):
    model = ArtworkImage
    form = ImageForm
    formset = ImageFormSet
    fields = ["preview", "original", ("rights", "credit", "order"), "alt", "caption", "withheld_reason"]
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
        if not image.pk:
            return "–"
        facts = _("%(width)d × %(height)d pixels, %(format)s") % {
            "width": image.width, "height": image.height, "format": image.format.upper()
        }  # fmt: skip
        address = self.thumbnail(image)
        if not address:
            return format_html(
                '<span class="photograph photograph--waiting">{}</span>',
                _("%(facts)s. The smaller copies are being made.") % {"facts": facts},
            )
        return format_html(
            '<img class="photograph" src="{}" alt="" width="160"><span>{}</span>', address, facts
        )

    preview.short_description = _("photograph")  # type: ignore[attr-defined]
