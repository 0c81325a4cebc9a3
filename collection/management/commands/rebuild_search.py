"""`manage.py rebuild_search`: write every search document anew from the tables."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from collection.models import Artwork, SearchDocument
from collection.search.document import refresh


class Command(BaseCommand):
    help = "Write the search documents of all published works anew, and remove all others."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            SearchDocument.objects.all().delete()
            count = refresh(Artwork.objects.published().only("pk").iterator())
        self.stdout.write(f"{count} works can be found by words.")
