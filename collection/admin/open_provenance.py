"""“Open in the provenance”: a museum's work list, by kind of finding. Each page costs the same, whatever the museum has."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import CharField, Count, F, QuerySet
from django.db.models.expressions import Func
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.findings import open_of
from collection.admin.scope import artworks_of
from collection.exports.record import public_record
from collection.models import Artwork
from collection.models.provenance_findings import not_looked_at
from collection.provenance.checks.kinds import KINDS
from collection.provenance.checks.run import summary
from collection.provenance.checks.step import chain_of
from members.models import Museum

_A_PAGE = 25


class OpenProvenance:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.open_provenance_view)
        return [path("provenance/", view, name="collection_artwork_provenance"), *super().get_urls()]  # type: ignore[misc]

    def open_provenance_view(self, request: HttpRequest) -> HttpResponse:
        """Those with the most first; `kind` is the code of a check, `museum` a slug."""
        works = artworks_of(request, Artwork.objects.all())
        museums = Museum.objects.filter(pk__in=works.values("museum")).order_by("sort_name", "pk")
        chosen = next((one for one in museums if one.slug == request.GET.get("museum")), None)
        works = works.filter(museum=chosen) if chosen else works
        kind = request.GET.get("kind", "")
        found = works.filter(provenance_findings__count__gt=0)
        if kind in KINDS:
            found = found.filter(provenance_findings__codes__contains=[kind])
        page = Paginator(found.order_by("-provenance_findings__count", "pk"), _A_PAGE).get_page(
            request.GET.get("page")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": _("Open in the provenance"),
            "museums": museums if len(museums) > 1 else [],
            "chosen": chosen,
            "kinds": _counted(works),
            "kind": kind if kind in KINDS else "",
            "page": page,
            "rows": [_row(work, kind) for work in _shown(page.object_list)],
            "not_looked_at": works.filter(not_looked_at()).count(),
        }
        return TemplateResponse(request, "admin/collection/artwork/gaps.html", context)


def _counted(works: QuerySet[Artwork]) -> list[dict[str, Any]]:
    """Kinds that some work has, with the number of works."""
    codes = Func(F("provenance_findings__codes"), function="unnest", output_field=CharField())
    counted = works.annotate(code=codes).order_by().values("code").annotate(n=Count("pk", distinct=True))
    numbers = dict(counted.values_list("code", "n"))
    return [
        {"code": code, "label": label, "count": numbers[code]}
        for code, label in KINDS.items()
        if code in numbers
    ]


def _shown(works: Any) -> list[Artwork]:
    keys = [work.pk for work in works.only("pk")]
    by_key = Artwork.objects.with_record().with_actors().in_bulk(keys)
    return [by_key[key] for key in keys if key in by_key]


def _row(work: Artwork, kind: str) -> dict[str, Any]:
    """What is open, that of the chosen kind first; in the reader's language, as the record stands now."""
    record = public_record(work)
    findings = sorted(open_of(work, record), key=lambda finding: finding.code != kind)
    return {
        "work": work,
        "summary": summary(chain_of(record, timezone.localdate().year)),
        "findings": findings,
    }
