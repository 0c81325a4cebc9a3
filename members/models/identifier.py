"""The ledger of public ids: every id ever given, so that none is given twice."""

from __future__ import annotations

import pgtrigger
from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _

from members import identifiers


class Identifier(models.Model):
    """One public id, the name part of an ARK. Rows are never changed or deleted, not even when the
    thing they name is."""

    public_id = models.CharField(max_length=16, primary_key=True)
    noun = models.CharField(max_length=32)
    assigned_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("identifier")
        triggers = [pgtrigger.Protect(name="never_changed", operation=pgtrigger.Update | pgtrigger.Delete)]

    def __str__(self) -> str:
        return self.public_id

    @classmethod
    def give(cls, noun: str) -> str:
        """Mint an id that was never given before and write it into the ledger."""
        for _attempt in range(20):
            name = identifiers.mint(settings.ARK_NAAN)
            try:
                with transaction.atomic():
                    cls.objects.create(public_id=name, noun=noun)
            except IntegrityError:
                continue
            return name
        raise RuntimeError("Twenty minted ids were all taken: the random source is broken.")

    @classmethod
    def give_many(cls, noun: str, count: int) -> list[str]:
        """As `give`, for a whole file of things at once. Call it in the transaction that makes them."""
        names: set[str] = set()
        while len(names) < count:
            names |= {identifiers.mint(settings.ARK_NAAN) for _number in range(count - len(names))}
            names -= set(cls.objects.filter(public_id__in=names).values_list("public_id", flat=True))
        cls.objects.bulk_create(cls(public_id=name, noun=noun) for name in names)
        return list(names)


class Identified(models.Model):
    """A thing with a public id, given at creation."""

    public_id = models.CharField(_("public id"), max_length=16, unique=True, editable=False)

    class Meta:
        abstract = True

    @property
    def noun(self) -> str:
        return self._meta.model_name or ""

    @property
    def ark(self) -> str:
        """The ARK of this thing without resolver, e.g. `ark:/99999/2bcdfgh5`."""
        return f"ark:/{settings.ARK_NAAN}/{self.public_id}"

    def save(self, *args: object, **kwargs: object) -> None:
        if not self.public_id:
            with transaction.atomic():
                self.public_id = Identifier.give(self.noun)
                super().save(*args, **kwargs)  # type: ignore[arg-type]
            return
        super().save(*args, **kwargs)  # type: ignore[arg-type]
