"""Books, articles and pages that records rest on."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from collection.enums import ReferenceKind
from members.history import track


@track()
class Reference(models.Model):
    """A publication, in the words of a bibliography."""

    kind = models.CharField(_("kind"), max_length=12, choices=ReferenceKind, default=ReferenceKind.BOOK)
    citation = models.TextField(
        _("citation"), help_text=_("As it should stand in a bibliography."), unique=True
    )
    url = models.URLField(_("address"), blank=True, max_length=500)

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["citation"]

    def __str__(self) -> str:
        return self.citation
