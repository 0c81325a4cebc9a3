"""Slugs that may change, and the past ones that go on leading to the thing."""

from __future__ import annotations

from typing import Any, Self

from anyascii import anyascii
from django.db import models, transaction
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _


def slug_of(words: str) -> str:
    """A slug in ASCII letters of words in any script; never empty."""
    return slugify(anyascii(words))[:120].strip("-") or "untitled"


class PastSlug(models.Model):
    """An address that a thing once had."""

    noun = models.CharField(max_length=32)
    slug = models.SlugField(max_length=120)
    public_id = models.CharField(max_length=16)
    retired_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("past address")
        verbose_name_plural = _("past addresses")
        constraints = [
            models.UniqueConstraint(fields=["noun", "slug"], name="pastslug_is_unique_within_its_noun"),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.slug}"


class Slugged(models.Model):
    """A thing with an address of its own in words."""

    slug = models.SlugField(
        _("address"),
        max_length=120,
        unique=True,
        help_text=_("Part of the public address. When it changes, the old address goes on leading here."),
    )

    class Meta:
        abstract = True

    @classmethod
    def from_db(cls, db: Any, field_names: Any, values: Any) -> Self:
        thing = super().from_db(db, field_names, values)
        thing._loaded_slug = thing.__dict__.get("slug")
        return thing

    def save(self, *args: Any, **kwargs: Any) -> None:
        before = getattr(self, "_loaded_slug", None)
        with transaction.atomic():
            super().save(*args, **kwargs)
            noun = self._meta.model_name
            if before and before != self.slug:
                PastSlug.objects.update_or_create(
                    noun=noun, slug=before, defaults={"public_id": self.public_id}
                )
            if before != self.slug:
                PastSlug.objects.filter(noun=noun, slug=self.slug).delete()
        self._loaded_slug = self.slug

    @classmethod
    def now_at(cls, slug: str) -> str | None:
        """The present slug of the thing that once had `slug`, or None."""
        past = PastSlug.objects.filter(noun=cls._meta.model_name, slug=slug).first()
        if past is None:
            return None
        return cls._default_manager.filter(public_id=past.public_id).values_list("slug", flat=True).first()
