"""`manage.py rebuild_search`: write every search document and the facet index anew from the tables."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from collection.models import Artwork, SearchDocument, SearchWord
from collection.search.document import refresh
from collection.search.index.build import rebuild
from collection.search.starts import write_all_names


class Command(BaseCommand):
    help = "Write the search documents of all published works anew, remove all others, and build the facet index."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            SearchDocument.objects.all().delete()
            SearchWord.objects.all().delete()
            write_all_names()
            count = refresh(Artwork.objects.published().only("pk").iterator())
        self.stdout.write(f"{count} works can be found by words.")
        self.stdout.write(f"{rebuild()} works are in the facet index.")
