"""The address of one of our own answers as a wall keeps it: a path and a question, in no language."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import BadRequest, ValidationError
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from exhibitions.blocks.kind import BlockKindBase

if TYPE_CHECKING:
    from exhibitions.arrangement import Wall

LONGEST = 2000


class PermalinkForm(forms.Form):
    """`address`: the permalink of a page, as it was copied, in any language."""

    page: str  # name of the page

    address = forms.CharField(max_length=LONGEST, label=gettext_lazy("address of the view"))

    def clean_address(self) -> str:
        path, query = parted(self.cleaned_data["address"])
        if path != path_of(self.page):
            raise ValidationError(
                _("Paste the address of a page of %(page)s."), params={"page": path_of(self.page)}
            )
        try:
            return f"{path}?{self.asked(query)}"
        except BadRequest as refusal:
            raise ValidationError(str(refusal)) from refusal

    def asked(self, query: QueryDict) -> str:
        """The question as it is kept. Raises BadRequest or ValidationError with a sentence."""
        raise NotImplementedError


class PermalinkBlock(BlockKindBase):
    """A wall that shows the answer at an address."""

    def faults(self, wall: Wall) -> list[str]:
        found = super().faults(wall)
        if not wall.data.get("address"):
            found.append(_("“%(block)s” has no view: paste its address.") % {"block": wall})
        return found


def path_of(page: str) -> str:
    """The path of a page in the language that has no part in addresses."""
    with override(settings.LANGUAGE_CODE):
        return reverse(page)


def parted(address: str) -> tuple[str, QueryDict]:
    """(path without its language, query) of an address of this site; of another site the path is “”."""
    parts = urlsplit(address.strip())
    own = urlsplit(settings.PUBLIC_URL)
    if parts.netloc and parts.netloc != own.netloc:
        return "", QueryDict()
    path = parts.path
    for code, _name in settings.LANGUAGES:
        path = path.removeprefix(f"/{code}") if path.startswith(f"/{code}/") else path
    return path, QueryDict(parts.query)
