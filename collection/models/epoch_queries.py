"""Questions about epochs."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import BooleanField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from collection.enums import Status, TermStatus

_KIND = re.compile(r"\b(the|period|era|age|dynasty|reign|culture|époque|période|dynastie|règne|ère)\b", re.I)


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

    def called(self, name: str) -> EpochQuerySet:
        """Those of which a name in any language is this one, with or without “period”, “dynasty” and the like."""
        bare = _KIND.sub("", name).strip() or name.strip()
        names = (
            "EXISTS (SELECT 1 FROM (SELECT value FROM jsonb_each_text(collection_epoch.labels) UNION ALL "
            "SELECT jsonb_array_elements(collection_epoch.alt_labels)->>'text') n (name) "
            "WHERE asemus_fold(n.name) = asemus_fold(%s) OR asemus_fold(n.name) = asemus_fold(%s))"
        )
        return self.filter(RawSQL(names, [name.strip(), bare], output_field=BooleanField()))  # noqa: S611  fixed SQL, bound values

    def in_order(self) -> EpochQuerySet:
        return self.order_by(F("begins"), F("ends").desc(), "pk")
