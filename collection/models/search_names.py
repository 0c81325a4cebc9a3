"""What is suggested while somebody types: names and titles from each of their words on, written by `collection.search.starts`.

Suggestions are read from the things themselves, so that what is no longer public is never suggested.
"""

from __future__ import annotations

from django.db import models

from collection.models.artwork import Artwork

LONGEST_START = 40


class NameStart(models.Model):
    """A name of a maker, culture, epoch or museum from one of its words on, folded."""

    kind = models.CharField(max_length=8)
    thing_id = models.BigIntegerField()
    start = models.CharField(max_length=LONGEST_START)
    text = models.CharField(max_length=200)
    language = models.CharField(max_length=35)

    class Meta:
        indexes = [
            models.Index(fields=["start"], opclasses=["varchar_pattern_ops"], name="namestart_begins"),
            models.Index(fields=["kind", "thing_id"], name="namestart_of_a_thing"),
        ]

    def __str__(self) -> str:
        return self.start


class TitleStart(models.Model):
    """A title of a published work from one of its words on, folded."""

    artwork = models.ForeignKey(Artwork, models.CASCADE, related_name="+")
    title_id = models.BigIntegerField()
    start = models.CharField(max_length=LONGEST_START)

    class Meta:
        indexes = [
            models.Index(fields=["start"], opclasses=["varchar_pattern_ops"], name="titlestart_begins"),
        ]

    def __str__(self) -> str:
        return self.start
