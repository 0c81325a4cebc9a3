"""What becomes of a record: submitted, sent back, published, withdrawn, restored."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.actions.influences import publish_with_work
from collection.actions.quota import ask_if_passed
from collection.actions.readiness import missing_for_publishing
from collection.actions.refusal import Refused, demand, demand_note
from collection.actions.transitions import next_status
from collection.actions.versions import write_version
from collection.models import Artwork, ArtworkVersion
from collection.search.document import refresh
from members.deeds import deed
from members.models import User
from members.permissions import Do

_MAY_NOT_WRITE = _("You may not submit records of this museum.")
_MAY_NOT_PUBLISH = _("Only a registrar or director of this museum, or an editor, may do this.")
_SAY_WHY = _("You act on another museum's record: say why.")
_STATE = ["status", "published_at", "first_published_at", "withdrawal_reason", "changed_at"]


def submit(artwork: Artwork, *, by: User | None) -> None:
    """draft → submitted. Raises Refused if it is not ready for publishing."""
    demand(by, Do.DRAFT, artwork, _MAY_NOT_WRITE)
    with _changing(artwork, "submit", by=by) as work:
        _demand_ready(work)
        work.save(update_fields=_STATE)


def send_back(artwork: Artwork, *, by: User | None, note: str) -> None:
    """submitted → draft, with a note that tells the cataloguer what to do."""
    demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
    if not note.strip():
        raise Refused(_("Say what should be changed before it comes again."), field="note")
    with _changing(artwork, "send_back", by=by, note=note) as work:
        work.save(update_fields=_STATE)


def publish(artwork: Artwork, *, by: User | None, note: str = "") -> ArtworkVersion:
    """submitted → published, or a new version of what is public. Passing the quota asks for leave by itself."""
    demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
    demand_note(by, artwork, note, _SAY_WHY)
    return _make_public(artwork, "publish", by=by, note=note)


def restore(artwork: Artwork, *, by: User | None, note: str = "") -> ArtworkVersion:
    """withdrawn → published, as a new version."""
    demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
    demand_note(by, artwork, note, _SAY_WHY)
    return _make_public(artwork, "restore", by=by, note=note)


def withdraw(artwork: Artwork, *, by: User | None, reason: str) -> None:
    """published → withdrawn. The reason stands on the page that is left."""
    demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
    if not reason.strip():
        raise Refused(
            _("Give the reason: it stands on the page that is left at this address."), field="reason"
        )
    with _changing(artwork, "withdraw", by=by, note=reason, is_public=True) as work:
        work.withdrawal_reason = reason.strip()[:300]
        work.save(update_fields=_STATE)
        refresh([work])


def _make_public(artwork: Artwork, verb: str, *, by: User | None, note: str) -> ArtworkVersion:
    now = timezone.now()
    with _changing(artwork, verb, by=by, note=note, is_public=True) as work:
        _demand_ready(work)
        work.published_at = now
        work.first_published_at = work.first_published_at or now
        work.withdrawal_reason = ""
        work.save(update_fields=_STATE)
        publish_with_work(work)
        version = write_version(work, by=by, at=now)
        refresh([work])
        ask_if_passed(work.museum, by=by)
    return version


def _demand_ready(work: Artwork) -> None:
    if missing := missing_for_publishing(work):
        raise Refused(*missing)


@contextmanager
def _changing(
    artwork: Artwork, verb: str, *, by: User | None, note: str = "", is_public: bool = False
) -> Iterator[Artwork]:
    """One deed on the locked row. Yields the work as it stands in the database, with its next state set,
    and brings `artwork` up to date afterwards."""
    with deed(verb, artwork, by=by, note=note, is_public=is_public):
        work = Artwork.objects.select_for_update(of=("self",)).select_related("museum").get(pk=artwork.pk)
        work.status = next_status(verb, work.status)
        yield work
    artwork.refresh_from_db(fields=[*_STATE, "revision"])
