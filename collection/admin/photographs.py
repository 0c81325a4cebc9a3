"""All photographs as a list: which are ready, which the worker has still to make, which failed and may be tried again."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import BigIntegerField, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.http import HttpRequest
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from procrastinate.contrib.django.models import ProcrastinateJob

from collection.admin.images import ImageInline
from collection.admin.scope import ScopedAdmin, of_museums
from collection.models import ArtworkImage
from collection.tasks import prepare_image
from collection.upload_tasks import publish_photographs
from members.permissions import Do, may

WORDS = {
    "ready": gettext_lazy("ready"),
    "waiting": gettext_lazy("waiting"),
    "doing": gettext_lazy("being made"),
    "failed": gettext_lazy("failed"),
}


def job_of_image() -> Subquery:
    """The state of the job that is to make a photograph's tiles: todo, doing, or null where there is none."""
    jobs = ProcrastinateJob.objects.filter(task_name=prepare_image.name, status__in=["todo", "doing"])
    jobs = jobs.annotate(image=Cast(KeyTextTransform("image_id", "args"), BigIntegerField()))
    return Subquery(jobs.filter(image=OuterRef("pk")).order_by("status").values("status")[:1])


class ReadinessFilter(admin.SimpleListFilter):
    """Ready, not ready, failed."""

    title = gettext_lazy("state")
    parameter_name = "made"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return [(name, WORDS[name]) for name in ("ready", "waiting", "failed")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "ready":
            return queryset.exclude(derivatives={})
        if self.value() == "waiting":
            return queryset.filter(derivatives={}, failure="")
        return queryset.exclude(failure="") if self.value() == "failed" else queryset


@admin.register(ArtworkImage)
class PhotographAdmin(ScopedAdmin):
    """Looked at here; written in the form of its work."""

    saves_by_actions = True
    list_display = ["small", "work", "museum_name", "made", "measures", "uploaded"]
    list_display_links = None
    list_filter = [ReadinessFilter]
    search_fields = ["public_id", "artwork__public_id", "artwork__accession_number", "artwork__titles__text"]
    search_help_text = gettext_lazy("Title, accession number or public id")
    ordering = ["-uploaded_at", "-pk"]
    actions = ["make_again"]

    def scope(self, queryset: QuerySet[Any], request: HttpRequest) -> QuerySet[Any]:
        return (
            of_museums(request, queryset, "artwork__museum")
            .select_related("artwork__museum")
            .prefetch_related("artwork__titles")
            .annotate(job=job_of_image())
        )

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return may(request.user, Do.VIEW, obj.artwork if obj else None)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return may(request.user, Do.DRAFT) or may(request.user, Do.PUBLISH)

    # --- columns ------------------------------------------------------------------------------------
    @admin.display(description=gettext_lazy("photograph"))
    def small(self, image: ArtworkImage) -> str:
        address = ImageInline.thumbnail(image)
        return format_html('<img class="photograph" src="{}" alt="" width="64">', address) if address else "–"

    @admin.display(description=gettext_lazy("artwork"))
    def work(self, image: ArtworkImage) -> str:
        address = reverse("admin:collection_artwork_change", args=[image.artwork_id])
        return format_html('<a href="{}">{}</a>', address, image.artwork)

    @admin.display(description=gettext_lazy("museum"))
    def museum_name(self, image: ArtworkImage) -> str:
        return str(image.artwork.museum)

    @admin.display(description=gettext_lazy("state"))
    def made(self, image: Any) -> str:
        state = state_of(image, image.job)
        words = f"{WORDS[state]}: {_(image.failure)}" if image.failure else WORDS[state]
        return format_html('<span class="state" data-state="{}">{}</span>', state, words)

    @admin.display(description=gettext_lazy("size"))
    def measures(self, image: ArtworkImage) -> str:
        return f"{image.width} × {image.height} · {image.format.upper()} · {image.bytes / 1_000_000:.1f} MB"

    @admin.display(description=gettext_lazy("uploaded"), ordering="uploaded_at")
    def uploaded(self, image: ArtworkImage) -> str:
        return date_format(image.uploaded_at, "j M Y, H:i")

    # --- try again ----------------------------------------------------------------------------------
    @admin.action(description=gettext_lazy("Make tiles and copies again"))
    def make_again(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Another try for those that are not ready; who may write the record may ask for it."""
        chosen = [
            image
            for image in queryset
            if (image.failure or not image.is_ready) and may(request.user, Do.DRAFT, image.artwork)
        ]
        for image in chosen:
            if image.job is None:
                prepare_image.defer(image_id=image.pk)
            if image.artwork.is_public:
                publish_photographs.defer(artwork_id=image.artwork_id, by_id=request.user.pk)
        ArtworkImage.objects.filter(pk__in=[image.pk for image in chosen]).update(failure="")
        self.message_user(
            request,
            ngettext(
                "%(count)d photograph is tried again.", "%(count)d photographs are tried again.", len(chosen)
            )
            % {"count": len(chosen)},
            messages.SUCCESS if chosen else messages.WARNING,
        )


def state_of(image: ArtworkImage, job: str | None) -> str:
    """`ready`, `waiting`, `doing` or `failed`."""
    if image.is_ready and not image.failure:
        return "ready"
    if job == "doing":
        return "doing"
    return "failed" if image.failure else "waiting"
