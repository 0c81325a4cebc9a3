"""Pictures: card sizes of photographs, and drawn plates. Originals are never served."""

from __future__ import annotations

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from collection.enums import Status
from collection.images.copies import TYPES, copy_answer
from collection.images.plates import plate_svg
from collection.images.registry import plate_spec
from collection.images.service import Answer, answer
from collection.models import Artwork, ArtworkImage


def iiif(request: HttpRequest, rest: str) -> HttpResponse:
    """The image service where nothing stands before Django: in development and in tests."""
    return _response(answer(request.method or "", request.path, request.META))


def _response(found: Answer) -> HttpResponse:
    response = HttpResponse(found.body, status=int(found.status.split()[0]))
    del response["Content-Type"]
    for name, value in found.headers:
        response[name] = value
    return response


@require_safe
def image(request: HttpRequest, public_id: str, width: int, form: str) -> HttpResponse | FileResponse:
    """One small copy: of a public photograph for everybody, of any other for those who may see its work."""
    public = copy_answer(request.method or "", request.path, request.META)
    if public is not None:
        return _response(public)
    found = _for_staff(request, public_id)
    path = found.derivatives.get(str(width), {}).get(form)
    files = storages["default"]
    if not path or not files.exists(path):
        raise Http404("no such copy")
    response = FileResponse(files.open(path), content_type=TYPES[form])
    response["Cache-Control"] = "private, no-store"
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
    spec = plate_spec(work, work.title_text)
    response = HttpResponse(plate_svg(spec), content_type="image/svg+xml")
    response["Cache-Control"] = "public, max-age=86400" if work.is_public else "private, no-store"
    return response


def _may_preview(request: HttpRequest, work: Artwork) -> bool:
    user = request.user
    return user.is_authenticated and Artwork.objects.editable_by(user).filter(pk=work.pk).exists()
