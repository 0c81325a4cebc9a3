"""How the studio is asked and answers: who may, what is read from the body, and every no as JSON with a sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied, RequestDataTooBig, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from collection.actions.refusal import NotAllowed, Refused
from exhibitions.actions.changes import Outdated
from exhibitions.exports.workshop import blocks_of, section_alone
from exhibitions.models import Block, Exhibition, Section
from members.models import User
from members.permissions import Do, may

MOST_BYTES = 600_000  # of a body: twenty languages of the longest text fit
View = Callable[..., HttpResponse]


def answer(content: Any, status: int = 200) -> JsonResponse:
    """JSON for one person: no cache keeps it."""
    response = JsonResponse(content, status=status, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def studio_json(*methods: str) -> Callable[[View], View]:
    """For people who are signed in; what an action refuses is told with its reason."""

    def decorated(view: View) -> View:
        @wraps(view)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            user: Any = request.user
            if not user.is_authenticated or not user.is_staff:
                return answer({"error": _("Sign in first.")}, 401)
            if request.method not in methods:
                refused = answer({"error": _("This address is asked otherwise.")}, 405)
                refused["Allow"] = ", ".join(methods)
                return refused
            try:
                return view(request, *args, **kwargs)
            except (Http404, PermissionDenied, RequestDataTooBig, ValidationError, Refused) as no:
                return _refusal(no)

        return answered

    return decorated


def _refusal(no: Exception) -> JsonResponse:
    """404 unseen, 403 not allowed, 409 outdated, 413 too large, 400 all else."""
    if isinstance(no, Http404):
        return answer({"error": _("There is nothing here for you.")}, 404)
    if isinstance(no, Outdated):
        return answer({"error": no.sentence, "stored": _stored(no.stored)}, 409)
    if isinstance(no, NotAllowed | PermissionDenied):
        return answer({"error": str(no)}, 403)
    if isinstance(no, RequestDataTooBig):
        return answer(
            {"error": _("That is more than a wall holds. Shorten it; nothing of it was saved.")}, 413
        )
    if isinstance(no, Refused):
        return answer({"error": no.sentence, "errors": {no.field: no.sentences} if no.field else {}}, 400)
    assert isinstance(no, ValidationError)  # noqa: S101  the last that is caught
    errors = no.message_dict if hasattr(no, "error_dict") else {}
    return answer({"error": " ".join(no.messages), "errors": errors}, 400)


def _stored(thing: Any) -> Any:
    if isinstance(thing, Block):
        fresh = Block.everything.prefetch_related("block_works__artwork").get(pk=thing.pk)
        return blocks_of([fresh])[0]
    if isinstance(thing, Section):
        return section_alone(thing)
    return thing


def body_of(request: HttpRequest, *allowed: str) -> dict[str, Any]:
    """The body, an object with no members but `allowed`. Raises Refused or RequestDataTooBig."""
    if len(request.body) > MOST_BYTES:
        raise RequestDataTooBig
    try:
        read = json.loads(request.body or b"{}")
    except (ValueError, RecursionError):
        raise Refused(_("The body is not JSON.")) from None
    if not isinstance(read, dict):
        raise Refused(_("The body is not a JSON object."))
    if strange := sorted(set(read) - set(allowed)):
        raise Refused(_("Nothing is known of “%(name)s” here.") % {"name": strange[0][:60]})
    if "\\u0000" in request.body.decode(errors="replace"):
        raise Refused(_("The text holds a NUL sign."))
    return read


_TYPES: dict[str, tuple[type, ...]] = {
    "titles": (dict,), "title": (dict,), "text": (dict,), "data": (dict,), "attribution": (str,), "works": (list,),
    "base": (int,), "section": (int,), "after": (int, type(None)), "kind": (str,),
}  # fmt: skip


def checked(body: dict[str, Any]) -> dict[str, Any]:
    """The body again, its members of the types that sections and blocks know. Raises Refused."""
    for name, value in body.items():
        if not isinstance(value, _TYPES[name]) or isinstance(value, bool):
            raise Refused(_("“%(name)s” is not written as it should be.") % {"name": name}, field=name)
        if name == "works" and not all(isinstance(work, str) for work in value):
            raise Refused(_("“%(name)s” is not written as it should be.") % {"name": name}, field=name)
    return body


def own_exhibition(request: HttpRequest, slug: str) -> Exhibition:
    """The exhibition that who asks has a part in. Raises Http404."""
    found = Exhibition.objects.filter(slug=slug).first()
    if found is None or not may(request.user, Do.REVIEW, found):
        raise Http404
    return found


def person(request: HttpRequest) -> User:
    user: Any = request.user
    return user
