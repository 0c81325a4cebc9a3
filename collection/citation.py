"""How a work is cited: a sentence, BibTeX and RIS, always of a numbered version. Pure over the public record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from collection.exports.claims import CLAIM_OPEN, open_claims
from members.languages import text_in


@dataclass(frozen=True, slots=True)
class Cited:
    """What every form of the citation says. `version` is None before the first numbered one."""

    title: str
    maker: str
    made: str
    museum: str
    number: str
    portal: str
    version: int | None
    published: date | None
    permalink: str
    claim: str = ""  # that one is open

    @classmethod
    def of(
        cls,
        record: dict[str, Any],
        *,
        portal: str,
        permalink: str,
        version: int | None,
        published: date | None,
        language: str | None = None,
    ) -> Cited:
        """From a public record (collection.exports.record), in the reader's language."""
        museum = record["museum"]
        return cls(
            title=text_in(record["titles"], language),
            maker=record["display_creator"] or "",
            made=record["display_date"] or "",
            museum=", ".join(filter(None, [text_in(museum["names"], language), museum["city"]])),
            number=record["accession_number"] or "",
            portal=portal,
            version=version,
            published=published,
            permalink=permalink,
            claim=str(CLAIM_OPEN) if open_claims(record) else "",
        )

    @property
    def version_words(self) -> str:
        return _("version %(number)d") % {"number": self.version} if self.version else ""


def sentence(cited: Cited) -> str:
    """“Maker, Title, date. Museum, City, number. Portal, version 2, 2026-11-24. https://…”."""
    work = ", ".join(filter(None, [cited.maker, cited.title, cited.made]))
    keeper = ", ".join(filter(None, [cited.museum, cited.number]))
    day = cited.published.isoformat() if cited.published else ""
    source = ", ".join(filter(None, [cited.portal, cited.version_words, day]))
    return f"{work}. {keeper}. {source}. {cited.permalink}"


def bibtex(cited: Cited, key: str) -> str:
    """One `@misc` entry."""
    fields = {
        "title": cited.title,
        "author": cited.maker,
        "howpublished": cited.portal,
        "publisher": cited.museum,
        "year": str(cited.published.year) if cited.published else "",
        "edition": cited.version_words,
        "note": ". ".join(filter(None, [", ".join(filter(None, [cited.made, cited.number])), cited.claim])),
        "url": cited.permalink,
    }
    lines = [f"  {name} = {{{_tex(text)}}}" for name, text in fields.items() if text]
    return "@misc{" + key + ",\n" + ",\n".join(lines) + "\n}\n"


def _tex(text: str) -> str:
    return "".join({"{": "\\{", "}": "\\}", "\\": "/"}.get(sign, sign) for sign in " ".join(text.split()))


def ris(cited: Cited) -> str:
    """One entry of the type ART."""
    tags = [
        ("TY", "ART"),
        ("TI", cited.title),
        ("AU", cited.maker),
        ("PB", cited.museum),
        ("AN", cited.number),
        ("DP", cited.portal),
        ("ET", str(cited.version or "")),
        ("PY", str(cited.published.year) if cited.published else ""),
        ("N1", cited.made),
        ("N1", cited.claim),
        ("UR", cited.permalink),
    ]
    lines = [f"{tag}  - {' '.join(text.split())}" for tag, text in tags if text]
    return "\r\n".join([*lines, "ER  - ", ""])
