"""The collection app."""

import secrets
from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate, post_save
from django.utils.translation import gettext_lazy as _


class CollectionConfig(AppConfig):
    name = "collection"
    verbose_name = _("Collection")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(_begin_the_facet_index, sender=self)
        post_save.connect(_write_works_of_museum_anew, sender="members.Museum")
        for named in ("members.Museum", "collection.Agent", "collection.Culture", "collection.Epoch"):
            post_save.connect(_write_names_anew, sender=named)


def _begin_the_facet_index(using: str, **_more: Any) -> None:
    """Where the tables are empty, so is the index, and it is whole: changes will tell of every work.

    Its number is like no other, so that no worker takes it for one that it holds.
    """
    from django.utils import timezone

    from collection.models import Artwork, FacetState

    if FacetState.objects.using(using).exists() or Artwork.objects.using(using).exists():
        return
    FacetState.objects.using(using).create(
        pk=1, generation=secrets.randbits(40), changes_from=0, built_at=timezone.now()
    )


def _write_works_of_museum_anew(instance: Any, created: bool, **_more: Any) -> None:
    """A museum is edited in an app below this one, which knows nothing of search: its works take its names."""
    from collection.search.dependants import refresh_works_naming

    if not created:
        refresh_works_naming([instance])


def _write_names_anew(instance: Any, **_more: Any) -> None:
    """What is suggested while one types has the names that things have now."""
    from collection.search.starts import write_names

    write_names([instance])
