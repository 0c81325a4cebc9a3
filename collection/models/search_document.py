"""What the search box searches, written by `collection.search.document`: a row a published work, and the words of names."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from collection.models.artwork import Artwork


class SearchDocument(models.Model):
    """Words of one work by weight (A titles and makers … D inscriptions and provenance)."""

    artwork = models.OneToOneField(Artwork, models.CASCADE, primary_key=True, related_name="search_document")
    words = SearchVectorField()

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="searchdocument_words"),
        ]

    def __str__(self) -> str:
        return str(self.artwork_id)


class SearchWord(models.Model):
    """A word of names that works have or had, by which misspelt ones are understood.

    Two deeds at one time may bring the same word twice: no lock keeps them from it, and who reads takes each word once.
    A word stays when its last work goes: who reads asks whether it is in a document.
    """

    word = models.CharField(max_length=60, db_index=True)
    sound = models.CharField(max_length=60, db_index=True)  # its consonants

    class Meta:
        indexes = [GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], name="searchword_alike")]

    def __str__(self) -> str:
        return self.word
