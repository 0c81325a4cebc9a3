"""Photographs sent in parts from an artwork's form: begin, put a part, finish, ask how it stands, cancel."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.admin.utils import unquote
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from collection.actions import uploads as actions
from collection.actions.images import demand_may_attach, may_attach
from collection.actions.refusal import NotAllowed, Refused
from collection.admin.images import ACCEPTED, ImageInline
from collection.images.signing import signed
from collection.images.visible import service_path
from collection.models import Artwork, ArtworkImage, Upload
from collection.rights import Rights
from collection.upload_tasks import check_upload
from members.languages import check_language_map

_MOST_WORDS = 20_000  # bytes of a JSON body
_REFUSED, _FORBIDDEN, _NOT_ALLOWED, _NO_ROOM = 422, 403, 405, 507
View = Callable[..., HttpResponse]


def answering(**methods: View) -> View:
    """One address, a view for each method; a refusal is answered with its sentence."""

    def view(request: HttpRequest, **place: Any) -> HttpResponse:
        handler = methods.get(request.method or "")
        if handler is None:
            response: HttpResponse = JsonResponse(
                {"words": _("That cannot be done here.")}, status=_NOT_ALLOWED
            )
            response["Allow"] = ", ".join(methods)
            return response
        try:
            response = handler(request, **place)
        except NotAllowed as refusal:
            return JsonResponse({"words": refusal.sentence}, status=_FORBIDDEN)
        except actions.DiskFull as refusal:
            return JsonResponse({"words": refusal.sentence}, status=_NO_ROOM)
        except Refused as refusal:
            return JsonResponse({"words": refusal.sentence, "field": refusal.field}, status=_REFUSED)
        response["Cache-Control"] = "no-store"
        return response

    return view


class UploadPages:
    """A mixin of the artwork's admin."""

    admin_site: Any

    def upload_urls(self) -> list[URLPattern]:
        at = self.admin_site.admin_view
        one = "<path:object_id>/uploads/<uuid:upload_id>/"
        return [
            path(
                "<path:object_id>/uploads/",
                at(answering(POST=self.begin)),
                name="collection_artwork_uploads",
            ),
            path(
                f"{one}parts/<int:number>/",
                at(answering(PUT=self.part)),
                name="collection_artwork_upload_part",
            ),
            path(f"{one}finish/", at(answering(POST=self.finish)), name="collection_artwork_upload_finish"),
            path(one, at(answering(GET=self.how, DELETE=self.cancel)), name="collection_artwork_upload"),
        ]

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """The place to drop photographs, with the rights and the credit that were used last."""
        artwork: Artwork | None = context.get("original")
        if artwork is not None and may_attach(artwork, request.user):
            own = ArtworkImage.objects.filter(artwork__museum=artwork.museum_id)
            last = own.order_by("-uploaded_at").values("rights", "credit").first()
            context["upload"] = {"choices": Rights.choices, "accept": ACCEPTED, **(last or {})}
        return super().render_change_form(request, context, *args, **kwargs)  # type: ignore[misc]

    def begin(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Take a file's name and size; answer with its upload and the parts that are there already."""
        artwork = self._work(request, object_id)
        said = _json(request)
        size = said.get("size")
        if not isinstance(size, int) or isinstance(size, bool):
            raise Refused(_("The size of the file is missing."))
        upload = actions.begin_upload(
            artwork,
            by=request.user,  # type: ignore[arg-type]
            file_name=_text(said, "name"),
            size=size,
            fingerprint=_text(said, "fingerprint"),
        )
        return JsonResponse(stand_of(upload))

    def part(self, request: HttpRequest, object_id: str, upload_id: UUID, number: int) -> HttpResponse:
        """Take one part, as the body of the request."""
        upload = self._upload(request, object_id, upload_id)
        data = request.read(settings.UPLOAD_PART_BYTES + 1)
        actions.keep_part(upload, number, data)
        return JsonResponse({"parts": upload.parts})

    def finish(self, request: HttpRequest, object_id: str, upload_id: UUID) -> HttpResponse:
        """Take the words; a small file is checked at once, a large one by the worker."""
        upload, said = self._upload(request, object_id, upload_id), _json(request)
        with transaction.atomic():
            is_next = actions.finish_upload(
                upload,
                rights=_text(said, "rights"),
                credit=_text(said, "credit"),
                alt=_language_map(said.get("alt")),
                shows_this_too=said.get("shows_this_too") is True,
            )
            is_large = upload.size > settings.UPLOAD_CHECKED_AT_ONCE
            if is_large and is_next:
                check_upload.defer(upload_id=str(upload.pk), language=get_language() or "en")
        if not is_large:
            try:
                actions.check_upload(upload)
            except Exception:
                actions.give_back(upload)
                raise
        return JsonResponse(stand_of(upload))

    def how(self, request: HttpRequest, object_id: str, upload_id: UUID) -> HttpResponse:
        """How the upload stands, and its photograph."""
        return JsonResponse(stand_of(self._upload(request, object_id, upload_id)))

    def cancel(self, request: HttpRequest, object_id: str, upload_id: UUID) -> HttpResponse:
        """Forget an upload; the photograph that came of it stays."""
        actions.forget_upload(self._upload(request, object_id, upload_id))
        return HttpResponse(status=204)

    def _work(self, request: HttpRequest, object_id: str) -> Artwork:
        """The work, for those who may see it; 403 for those who may not add to it."""
        artwork: Artwork = self.get_object(request, unquote(object_id))  # type: ignore[attr-defined]
        demand_may_attach(artwork, request.user)  # type: ignore[arg-type]
        return artwork

    def _upload(self, request: HttpRequest, object_id: str, upload_id: UUID) -> Upload:
        """One's own upload for this work; anybody else's is not there."""
        artwork = self._work(request, object_id)
        mine = Upload.objects.filter(by=request.user.pk, artwork=artwork)
        upload = (
            mine.select_related("image", "there__artwork", "by", "artwork__museum")
            .filter(pk=upload_id)
            .first()
        )
        if upload is None:
            raise Http404
        return upload


def stand_of(upload: Upload) -> dict[str, Any]:
    """An upload as JSON: state, words, the parts that are there, its photograph and the one of the museum's own."""
    return {
        "id": str(upload.pk),
        "state": upload.state,
        "words": upload.refusal,
        "parts": upload.parts,
        "part_bytes": settings.UPLOAD_PART_BYTES,
        "image": _image(upload.image) if upload.image else None,
        "there": _there(upload.there)
        if upload.there and upload.there.artwork_id != upload.artwork_id
        else None,
    }


def _image(image: ArtworkImage) -> dict[str, Any]:
    """A photograph for its row: an address of its tiles that is good for an hour, public or not."""
    is_ready = image.is_ready and bool(image.pyramid)
    return {
        "id": image.public_id,
        "is_ready": is_ready,
        "failure": _(image.failure) if image.failure else "",
        "thumbnail": ImageInline.thumbnail(image),
        "info": f"{service_path(signed(image.public_id))}/info.json" if is_ready else "",
    }


def _there(image: ArtworkImage) -> dict[str, str]:
    return {
        "title": str(image.artwork),
        "url": reverse("admin:collection_artwork_change", args=[image.artwork_id]),
    }


def _json(request: HttpRequest) -> dict[str, Any]:
    body = request.read(_MOST_WORDS + 1)
    try:
        said = json.loads(body) if len(body) <= _MOST_WORDS else None
    except ValueError:
        said = None
    if not isinstance(said, dict):
        raise Refused(_("The request is not what this page sends."))
    return said


def _text(said: dict[str, Any], name: str) -> str:
    value = said.get(name, "")
    return value.replace("\x00", "") if isinstance(value, str) else ""


def _language_map(value: Any) -> dict[str, str]:
    """Texts by language, as the page sends them. Raises Refused."""
    texts = (
        {tag: text.strip() for tag, text in value.items() if isinstance(text, str)}
        if isinstance(value, dict)
        else {}
    )
    texts = {tag: text.replace("\x00", "") for tag, text in texts.items() if text}
    try:
        check_language_map(texts)
    except ValidationError as error:
        raise Refused(*error.messages, field="alt") from error
    return texts
