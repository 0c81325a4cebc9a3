"""Choosing works for a wall: published ones of all museums, found by title, number, culture or museum."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db.models import Field, Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse

from collection.admin.widgets import OrderedAutocomplete, OrderedChoiceField
from collection.models import Artwork
from exhibitions.models import Block
from members.permissions import Do, may

URL_NAME = "admin:exhibitions_works"


class WorkChooser(AutocompleteSelect):
    """One published work."""

    def get_url(self) -> str:
        return reverse(URL_NAME)


class WorksChooser(OrderedAutocomplete):
    """Published works in the order in which they were chosen."""

    def get_url(self) -> str:
        return reverse(URL_NAME)


class WorksField(OrderedChoiceField):
    """Published works; those that hang there already stay, whatever became of them."""

    def __init__(self, admin_site: AdminSite, **kwargs: Any) -> None:
        field: Field[Any, Any] = Block._meta.get_field("artworks")  # type: ignore[assignment]
        super().__init__(queryset=choosable(), widget=WorksChooser(field, admin_site), **kwargs)

    def allow(self, block: Block) -> None:
        """Keep the works of `block` choosable."""
        if block.pk:
            self.queryset = choosable(block)

    def label_from_instance(self, work: Any) -> str:
        return words_of(work)


def choosable(block: Block | None = None) -> QuerySet[Artwork]:
    """What may be hung: published works, and those that hang in `block`."""
    wanted = Q(pk__in=Artwork.objects.published().values("pk"))
    if block is not None:
        wanted |= Q(pk__in=block.block_works.values("artwork"))
    return Artwork.objects.filter(wanted).select_related("museum").prefetch_related("titles")


def words_of(work: Artwork) -> str:
    """A work in one line: title, date, museum."""
    return " · ".join(filter(None, [str(work), work.display_date, str(work.museum)]))


class WorksView(AutocompleteJsonView):
    """Answers the choosers. Only who curates may ask, and only public records are found."""

    def process_request(self, request: HttpRequest) -> tuple[str, Any, Any, str]:
        field = Block._meta.get_field("artworks")
        return request.GET.get("term", "")[:200], self.admin_site.get_model_admin(Artwork), field, "id"

    def has_perm(self, request: HttpRequest, obj: Any = None) -> bool:
        if not may(request.user, Do.CURATE):
            raise PermissionDenied
        return True

    def get_queryset(self) -> QuerySet[Artwork]:
        found: Any = super().get_queryset()
        return found.published().select_related("museum").prefetch_related("titles")

    def serialize_result(self, obj: Artwork, to_field_name: str) -> dict[str, str]:
        return {"id": str(obj.pk), "text": words_of(obj)}
