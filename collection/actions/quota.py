"""How many masterpieces a museum shows. The quota is soft: passing it asks for an editor's leave."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from collection.actions.refusal import Refused, demand
from collection.models import Artwork, QuotaRequest
from members.deeds import deed
from members.models import Museum, User
from members.permissions import Do


def quota_warning(museum: Museum) -> str:
    """A sentence if the museum shows more works than its quota, else an empty text."""
    shown = Artwork.objects.for_museum(museum).published().count()
    if shown <= museum.quota:
        return ""
    return _(
        "%(museum)s now shows %(shown)d works; its quota is %(quota)d. The editors have been asked for leave."
    ) % {"museum": museum, "shown": shown, "quota": museum.quota}


def ask_if_passed(museum: Museum, *, by: User | None) -> str:
    """Ask the editors if the quota is passed and nobody has asked yet; returns the warning to show."""
    warning = quota_warning(museum)
    if warning:
        QuotaRequest.objects.get_or_create(
            museum=museum,
            decided_at=None,
            defaults={
                "quota": Artwork.objects.for_museum(museum).published().count(),
                "reason": _("Asked by the portal when a work was published beyond the quota."),
                "asked_by": by,
            },
        )
    return warning


def ask_for_more(museum: Museum, *, by: User | None, quota: int) -> None:
    """Ask the editors, for an import that left works as drafts because of the quota; an open request grows."""
    request, is_new = QuotaRequest.objects.get_or_create(
        museum=museum,
        decided_at=None,
        defaults={
            "quota": quota,
            "reason": _("Asked by the portal when an import held more works than the quota."),
            "asked_by": by,
        },
    )
    if not is_new and request.quota < quota:
        request.quota = quota
        request.save(update_fields=["quota"])


def ask_quota(museum: Museum, *, by: User | None, quota: int, reason: str) -> QuotaRequest:
    """A director asks for a larger quota. A request that is open already is rewritten."""
    demand(by, Do.ASK_QUOTA, museum, _("Only the director of this museum may ask for a larger quota."))
    if quota <= museum.quota:
        raise Refused(
            _("Ask for more than the present quota of %(quota)d.") % {"quota": museum.quota}, field="quota"
        )
    if not reason.strip():
        raise Refused(_("Say why more works should be shown."), field="reason")
    with deed("ask_quota", museum, by=by, note=f"{quota}: {reason}"):
        request, _is_new = QuotaRequest.objects.update_or_create(
            museum=museum,
            decided_at=None,
            defaults={"quota": quota, "reason": reason.strip(), "asked_by": by},
        )
    return request


def grant_quota(request: QuotaRequest, *, by: User | None) -> None:
    """An editor grants what was asked."""
    _decide(request, by=by, is_granted=True)


def refuse_quota(request: QuotaRequest, *, by: User | None) -> None:
    """An editor leaves the quota as it is."""
    _decide(request, by=by, is_granted=False)


def _decide(request: QuotaRequest, *, by: User | None, is_granted: bool) -> None:
    demand(by, Do.GRANT_QUOTA, request.museum, _("Only an editor may decide on a quota."))
    verb = "grant_quota" if is_granted else "refuse_quota"
    with deed(verb, request.museum, by=by, note=str(request.quota)):
        asked = QuotaRequest.objects.select_for_update().select_related("museum").get(pk=request.pk)
        if asked.decided_at:
            raise Refused(_("This request has been decided already."))
        asked.is_granted, asked.decided_by, asked.decided_at = is_granted, by, timezone.now()
        asked.save(update_fields=["is_granted", "decided_by", "decided_at"])
        if is_granted:
            asked.museum.quota = asked.quota
            asked.museum.save(update_fields=["quota"])
    request.refresh_from_db()
