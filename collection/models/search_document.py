"""What the search box searches: one row a published work, written by `collection.search.document`."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from collection.models.artwork import Artwork


class SearchDocument(models.Model):
    """Words of one work by weight (A titles and makers … D inscriptions and provenance)."""

    artwork = models.OneToOneField(Artwork, models.CASCADE, primary_key=True, related_name="search_document")
    words = SearchVectorField()
    names = models.TextField()  # titles and names, folded, for trigram search of misspelt words

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="searchdocument_words"),
            GinIndex(fields=["names"], opclasses=["gin_trgm_ops"], name="searchdocument_names"),
        ]

    def __str__(self) -> str:
        return str(self.artwork_id)
