"""What an import learnt of a file, in sentences: terms found, words that are none of ours, fields nobody reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

_SHOWN = 12


def report_in_words(report: Mapping[str, Any]) -> list[str]:
    """Sentences for the one who imports; none for a file in our own terms."""
    return list(_sentences(report)) if report else []


def _sentences(report: Mapping[str, Any]) -> Iterator[str]:
    if matched := report.get("matched"):
        said = ", ".join(f"{column} {count}" for column, count in sorted(matched.items()))
        yield _("Records with a term found: %(columns)s.") % {"columns": said}
    if proposed := report.get("proposed"):
        yield _("Proposed to the editors: %(terms)s.") % {"terms": ", ".join(proposed)}
    for column, words in sorted(report.get("unknown", {}).items()):
        if words:
            yield _("Left in words, %(column)s: %(count)d different, most often %(words)s.") % {
                "column": column,
                "count": report["unknown_in_all"][column],
                "words": ", ".join(f"{word} ({count})" for word, count in _most(words)),
            }
    if unread := report.get("unread"):
        yield _("Fields that nobody reads, kept in the record of the source: %(fields)s.") % {
            "fields": ", ".join(f"{name} ({count})" for name, count in _most(unread)),
        }


def _most(counted: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
