"""What the search box searches, written by `collection.search.document`: a row a published work, and the words of names."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from collection.models.artwork import Artwork
from collection.models.facet_index import marks_its_document


class Names(models.Func):
    """The words of a document that titles, makers and numbers have (weight A)."""

    template = "ts_filter(%(expressions)s, '{a}')"
    output_field = SearchVectorField()


class Facts(models.Func):
    """The words of names and of what the work is, of what, whence and when (weights A and B)."""

    template = "ts_filter(%(expressions)s, '{a,b}')"
    output_field = SearchVectorField()


class SearchDocument(models.Model):
    """Words of one work by weight (A titles and makers … D inscriptions and provenance)."""

    artwork = models.OneToOneField(Artwork, models.CASCADE, primary_key=True, related_name="search_document")
    words = SearchVectorField()

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="searchdocument_words"),
            # A weight in a question makes PostgreSQL open every document; these indexes know it without.
            GinIndex(Names("words"), name="searchdocument_names"),
            GinIndex(Facts("words"), name="searchdocument_facts"),
        ]
        triggers = [marks_its_document()]

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


class WordSet(models.Model):
    """The works that have a frequent word, as a bitmap of their primary keys: as it was when the facet index was built."""

    part = models.CharField(max_length=8)  # of the document: collection.search.index.word_sets
    clause = models.CharField(max_length=200)  # the tsquery that was asked
    works = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["part", "clause"], name="wordset_stands_once")]

    def __str__(self) -> str:
        return f"{self.part}: {self.clause}"
