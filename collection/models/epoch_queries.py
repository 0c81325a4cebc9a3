"""Questions about epochs."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from collection.enums import Status, TermStatus


class EpochQuerySet(QuerySet[Any]):
    """`.with_bounds()` annotates those of the preferred definition; the rest filters by them."""

    def usable(self) -> EpochQuerySet:
        return self.exclude(term_status=TermStatus.MERGED)

    def public(self) -> EpochQuerySet:
        """What a stranger may read of: accepted by an editor, or the epoch of a published work."""
        through = self.model.artwork_epochs.rel.related_model._default_manager
        shown = through.filter(epoch=OuterRef("pk"), artwork__status=Status.PUBLISHED)
        return self.usable().filter(Q(term_status=TermStatus.ACCEPTED) | Q(Exists(shown)))

    def with_bounds(self) -> EpochQuerySet:
        """Annotate `begins`, `begins_by`, `ends_from`, `ends` (astronomical years) and leave out the boundless."""
        preferred = self.model.definitions.rel.related_model._default_manager.filter(
            epoch=OuterRef("pk"), is_preferred=True
        )

        def bound(name: str) -> Any:
            return Subquery(preferred.values(name)[:1])

        return self.annotate(
            begins=bound("earliest_begin"),
            begins_by=bound("latest_begin"),
            ends_from=bound("earliest_end"),
            ends=bound("latest_end"),
            places=bound("countries"),
        ).filter(begins__isnull=False)

    def overlapping(self, begin: int, end: int) -> EpochQuerySet:
        """Of those `with_bounds`: the ones that share a year with the window."""
        return self.filter(begins__lte=end, ends__gte=begin)

    def in_order(self) -> EpochQuerySet:
        return self.order_by(F("begins"), F("ends").desc(), "pk")
