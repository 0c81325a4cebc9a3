"""The catalogue as two files that every rival reads: works with their words and years, and the values of their facets."""

from __future__ import annotations

import shutil
from pathlib import Path

from django.db import connection, transaction

from collection.models import Artwork
from collection.search.facets import FACETS

_WORKS = """
COPY (SELECT a.id, a.earliest_year, a.latest_year, asemus_fold(concat_ws(' ',
    (SELECT string_agg(t.text, ' ' ORDER BY t."order") FROM collection_title t WHERE t.artwork_id = a.id),
    (SELECT string_agg(n.sort_name, ' ') FROM collection_artworkagent p JOIN collection_agent n ON n.id = p.agent_id WHERE p.artwork_id = a.id),
    (SELECT string_agg(c.sort_name, ' ') FROM collection_artworkconcept p JOIN collection_concept c ON c.id = p.concept_id WHERE p.artwork_id = a.id),
    (SELECT c.sort_name FROM collection_culture c WHERE c.id = a.culture_id), a.description->>'en')) AS words
FROM collection_artwork a WHERE a.status = 'published' ORDER BY a.id) TO STDOUT WITH (FORMAT csv)
"""


def export(folder: Path) -> tuple[Path, Path]:
    """(works.csv: id, earliest, latest, words; pairs.csv: work, facet, value), both by work. Made once for the same
    works and facets; where those are others now, what rivals made of the files goes with them."""
    works, pairs, mark = folder / "works.csv", folder / "pairs.csv", folder / "exported.txt"
    now = f"{Artwork.objects.published().count()} works, {', '.join(FACETS)}"
    if not mark.exists() or mark.read_text() != now:
        for path in (*folder.glob("works.*"), pairs):
            path.unlink(missing_ok=True)
        shutil.rmtree(folder / "tantivy", ignore_errors=True)
        mark.write_text(now)
    if not works.exists():
        _write(_WORKS, [], works)
    if not pairs.exists():
        parts, params = [], []
        for facet in FACETS.values():
            sql, bound = facet.pairs(False)
            parts.append(f"SELECT p.artwork_id, '{facet.name}' AS facet, p.value FROM ({sql}) p")  # noqa: S608
            params += bound
        every = " UNION ALL ".join(parts)
        sql = (
            f"COPY (SELECT e.* FROM ({every}) e JOIN collection_artwork a ON a.id = e.artwork_id "  # noqa: S608
            "WHERE a.status = 'published' ORDER BY 1) TO STDOUT WITH (FORMAT csv)"
        )
        _write(sql, params, pairs)
    return works, pairs


def _write(sql: str, params: list[object], path: Path) -> None:
    part = path.with_suffix(".part")
    with transaction.atomic(), connection.cursor() as cursor, part.open("wb") as file:
        cursor.execute("SET LOCAL work_mem = '256MB'")
        with cursor.copy(sql, params or None) as copy:
            for data in copy:
                file.write(data)
    part.rename(path)
