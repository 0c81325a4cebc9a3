"""Pictures: derivatives of photographs, and drawn plates. Originals are never served."""

from __future__ import annotations

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from collection.enums import ConceptKind, Status
from collection.exports.card import concepts_of, silhouette_of
from collection.images.plate_ornaments import ornament_of
from collection.images.plates import PlateSpec, plate_svg
from collection.models import Artwork, ArtworkImage

YEAR = 365 * 24 * 3600
TYPES = {"jpeg": "image/jpeg", "webp": "image/webp"}


@require_safe
def image(request: HttpRequest, public_id: str, width: int, form: str) -> HttpResponse | FileResponse:
    """One small copy. A new photograph has a new id, so a public copy may be kept for ever."""
    found = ArtworkImage.objects.public().filter(public_id=public_id).first()
    is_public = found is not None
    if found is None:
        found = _for_staff(request, public_id)
    path = found.derivatives.get(str(width), {}).get(form)
    files = storages["default"]
    if not path or not files.exists(path):
        raise Http404("no such copy")
    response = FileResponse(files.open(path), content_type=TYPES[form])
    keeping = f"public, max-age={YEAR}, immutable" if is_public else "private, no-store"
    response["Cache-Control"] = keeping
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _for_staff(request: HttpRequest, public_id: str) -> ArtworkImage:
    """A photograph that is not public, for those who may see its work; for others there is none."""
    found = ArtworkImage.objects.select_related("artwork").filter(public_id=public_id).first()
    user = request.user  # asked only here: a public picture reads no session
    if found is None or not user.is_authenticated:
        raise Http404("no such image")
    if not Artwork.objects.editable_by(user).filter(pk=found.artwork_id).exists():
        raise Http404("no such image")
    return found


@require_safe
def plate(request: HttpRequest, public_id: str) -> HttpResponse:
    """The drawing of a work, made from its record alone; the works of a museum's staff too."""
    works = Artwork.objects.select_related("culture").prefetch_related("concepts", "titles")
    work = works.filter(public_id=public_id).exclude(status=Status.WITHDRAWN).first()
    if work is None or not (work.is_public or _may_preview(request, work)):
        raise Http404("no such work")
    materials = concepts_of(work, ConceptKind.MATERIAL)
    culture = work.culture
    spec = PlateSpec(
        silhouette_of(work),
        ornament_of(culture.slug, culture.region) if culture else "hatching",
        materials[0].slug if materials else "",
        work.public_id,
        work.title_text,
    )
    response = HttpResponse(plate_svg(spec), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400" if work.is_public else "private, no-store"
    return response


def _may_preview(request: HttpRequest, work: Artwork) -> bool:
    user = request.user
    return user.is_authenticated and Artwork.objects.editable_by(user).filter(pk=work.pk).exists()
