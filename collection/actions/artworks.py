"""What becomes of a record: submitted, sent back, published, withdrawn, restored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from django.db import transaction
from django.db.models import Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from collection.actions.claim_guard import demand_reason
from collection.actions.findings import look_at
from collection.actions.influences import publish_with_works
from collection.actions.quota import ask_if_passed
from collection.actions.readiness import missing_for_publishing
from collection.actions.refusal import Refused, demand, demand_note
from collection.actions.transitions import next_status
from collection.actions.versions import write_versions
from collection.enums import Status
from collection.models import Artwork, ArtworkVersion, Influence
from collection.models.artwork_queries import ArtworkQuerySet
from collection.search.dependants import refresh_witnesses
from collection.search.document import refresh
from members.deeds import deed, deeds, stand_in_line
from members.models import User
from members.permissions import Do

_MAY_NOT_WRITE = _("You may not submit records of this museum.")
_MAY_NOT_PUBLISH = _("Only a registrar or director of this museum, or an editor, may do this.")
_SAY_WHY = _("You act on another museum's record: say why.")
_LOOKED_AT = 20  # works published together; the provenance of more is checked by the clock
_STATE = ["status", "published_at", "first_published_at", "withdrawal_reason", "changed_at"]


def submit(artwork: Artwork, *, by: User | None) -> None:
    """draft → submitted. Raises Refused if it is not ready for publishing."""
    submit_all([artwork], by=by)


def submit_all(artworks: Sequence[Artwork], *, by: User | None) -> None:
    """Submit several drafts together: one deed each, all or none."""
    for artwork in artworks:
        demand(by, Do.DRAFT, artwork, _MAY_NOT_WRITE)
    with transaction.atomic():
        works = _locked(artworks)
        for work in works:
            work.status = next_status("submit", work.status)
            _demand_ready(work)
        with deeds("submit", by=by, count=len(works)) as told:
            told += works
            _all(works).update(status=Status.SUBMITTED, changed_at=timezone.now())
    _bring_up_to_date(artworks)


def send_back(artwork: Artwork, *, by: User | None, note: str) -> None:
    """submitted → draft, with a note that tells the cataloguer what to do."""
    demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
    if not note.strip():
        raise Refused(_("Say what should be changed before it comes again."), field="note")
    with _changing(artwork, "send_back", by=by, note=note) as work:
        work.save(update_fields=_STATE)


def publish(artwork: Artwork, *, by: User | None, note: str = "") -> ArtworkVersion:
    """submitted → published, or a new version of what is public. Passing the quota asks for leave by itself."""
    return publish_all([artwork], by=by, note=note)[0]


def publish_all(artworks: Sequence[Artwork], *, by: User | None, note: str = "") -> list[ArtworkVersion]:
    """Publish several works together: one deed each, all or none. Raises Refused for the first that may not."""
    return _make_public(artworks, "publish", by=by, note=note)


def restore(artwork: Artwork, *, by: User | None, note: str = "") -> ArtworkVersion:
    """withdrawn → published, as a new version."""
    return _make_public([artwork], "restore", by=by, note=note)[0]


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
        # What is said of other works through this one is no longer public either.
        refresh_witnesses(Influence.objects.touching(work))


def _make_public(
    artworks: Sequence[Artwork], verb: str, *, by: User | None, note: str
) -> list[ArtworkVersion]:
    for artwork in artworks:
        demand(by, Do.PUBLISH, artwork, _MAY_NOT_PUBLISH)
        demand_note(by, artwork, note, _SAY_WHY)
    now = timezone.now()
    with transaction.atomic():
        stand_in_line()
        works = _locked(artworks)
        for work in works:
            work.status = next_status(verb, work.status)
            _demand_ready(work)
        demand_reason(works, note)
        with deeds(verb, by=by, count=len(works), note=note, is_public=True) as told:
            told += works
            _open_to_all(works, now)
        versions = write_versions(works, by=by, at=now)
        refresh(works)
        if len(works) <= _LOOKED_AT:
            look_at(works)
        for museum in {work.museum for work in works}:
            ask_if_passed(museum, by=by)
    _bring_up_to_date(artworks)
    return versions


def _open_to_all(works: Sequence[Artwork], now: datetime) -> None:
    _all(works).update(
        status=Status.PUBLISHED,
        published_at=now,
        first_published_at=Coalesce("first_published_at", Value(now)),
        withdrawal_reason="",
        changed_at=timezone.now(),
    )
    publish_with_works(works)


def _all(works: Sequence[Artwork]) -> ArtworkQuerySet:
    return Artwork.objects.filter(pk__in=[work.pk for work in works])


def _demand_ready(work: Artwork) -> None:
    if missing := missing_for_publishing(work):
        raise Refused(*missing)


@contextmanager
def _changing(
    artwork: Artwork, verb: str, *, by: User | None, note: str = "", is_public: bool = False
) -> Iterator[Artwork]:
    """One deed on the locked row. Yields the work as it stands in the database with its next state set, to be
    saved, and brings `artwork` up to date afterwards."""
    with deed(verb, artwork, by=by, note=note, is_public=is_public):
        work = _locked([artwork])[0]
        work.status = next_status(verb, work.status)
        yield work
    _bring_up_to_date([artwork])


def _locked(artworks: Sequence[Artwork]) -> list[Artwork]:
    """The works as they stand in the database, in the order asked for, locked, with what readiness asks."""
    works = (
        Artwork.objects.select_for_update(of=("self",))
        .select_related("museum")
        .prefetch_related("titles", "concepts", "images")
        .order_by("pk")
        .in_bulk([artwork.pk for artwork in artworks])
    )
    return [works[artwork.pk] for artwork in artworks]


def _bring_up_to_date(artworks: Sequence[Artwork]) -> None:
    """Give the instances that the caller holds the state that was written."""
    states = Artwork.objects.filter(pk__in=[artwork.pk for artwork in artworks]).values(
        "pk", "revision", *_STATE
    )
    by_pk = {state.pop("pk"): state for state in states}
    for artwork in artworks:
        for name, value in by_pk[artwork.pk].items():
            setattr(artwork, name, value)
