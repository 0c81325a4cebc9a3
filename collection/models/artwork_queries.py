"""Questions about artworks: adjectives filter, `for_`/`visible_to` scope, `with_` prefetches."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from collection.enums import Status
from members.enums import Role
from members.models import User

if TYPE_CHECKING:
    from members.models import Museum


class ArtworkQuerySet(QuerySet["Artwork"]):
    """The vocabulary in which views ask for artworks."""

    def published(self) -> ArtworkQuerySet:
        return self.filter(status=Status.PUBLISHED)

    def for_museum(self, museum: Museum | int) -> ArtworkQuerySet:
        return self.filter(museum=museum)

    def visible_to(self, user: Any) -> ArtworkQuerySet:
        """What `user` may see: the published, their own museums' others, everything for editors."""
        if not isinstance(user, User) or not user.is_active:
            return self.published()
        if user.holds(Role.EDITOR, Role.ADMINISTRATOR):
            return self
        return self.filter(Q(status=Status.PUBLISHED) | Q(museum__in=user.museum_ids))

    def editable_by(self, user: User) -> ArtworkQuerySet:
        """What `user` finds in the admin: their museums' works; all for editors and administrators."""
        if user.holds(Role.EDITOR, Role.ADMINISTRATOR):
            return self
        return self.filter(museum__in=user.museum_ids)

    def made_at(self, places: Iterable[int]) -> ArtworkQuerySet:
        """Made at one of these places (primary keys); none if there are none."""
        return self.filter(production_place__in=[*places, -1])

    def with_photograph(self) -> ArtworkQuerySet:
        return self.filter(Exists(_public_images().filter(artwork=OuterRef("pk"))))

    def without_photograph(self) -> ArtworkQuerySet:
        return self.filter(~Exists(_public_images().filter(artwork=OuterRef("pk"))))

    def in_window(
        self, earliest: int | None, latest: int | None, *, certain: bool = False
    ) -> ArtworkQuerySet:
        """Works that possibly (ranges overlap) or certainly (lie within) belong to these years."""
        works = self.filter(earliest_year__isnull=False)
        low, high = ("latest_year", "earliest_year") if not certain else ("earliest_year", "latest_year")
        if earliest is not None:
            works = works.filter(**{f"{low}__gte": earliest})
        if latest is not None:
            works = works.filter(**{f"{high}__lte": latest})
        return works

    def with_claim_flag(self) -> ArtworkQuerySet:
        """Annotates `has_open_claim`: the public knows of a claim that is not closed."""
        notices = apps.get_model("collection", "ClaimNotice")._default_manager
        is_open = notices.filter(artwork=OuterRef("pk"), closed_date=None)
        return self.annotate(has_open_claim=Exists(is_open))

    def with_card(self) -> ArtworkQuerySet:
        """All that a card in a list shows, in a constant number of queries."""
        works = self.with_claim_flag().select_related("museum", "culture")
        return works.prefetch_related("titles", "concepts", Prefetch("images", queryset=_public_images()))

    def with_record(self) -> ArtworkQuerySet:
        """All that the artwork's own page, its JSON and its manifest show."""
        return (
            self.with_claim_flag()
            .select_related("museum", "culture", "culture__broader", "production_place", "find_place")
            .prefetch_related(
                "titles",
                "concepts__broader",
                "epochs__definitions",
                "artwork_agents__agent",
                "artwork_references__reference",
                "dimensions",
                "inscriptions",
                "external_ids",
                "provenance_events__place",
                "claim_notices",
                Prefetch("images", queryset=_public_images()),
            )
        )

    def with_actors(self) -> ArtworkQuerySet:
        """The actors of the provenance, whom its checks ask for their years and no page shows."""
        return self.prefetch_related("provenance_events__party", "provenance_events__origin")

    def with_row(self) -> ArtworkQuerySet:
        """All that a row of a table shows (collection.exports.row), in a constant number of queries."""
        works = self.with_claim_flag()
        return works.select_related("museum", "culture", "production_place", "find_place").prefetch_related(
            "titles",
            "artwork_concepts__concept",
            "artwork_epochs__epoch",
            "artwork_agents__agent",
            "artwork_references__reference",
            "dimensions",
        )


def _public_images() -> Any:
    return apps.get_model("collection", "ArtworkImage")._default_manager.public()
