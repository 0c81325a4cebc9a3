"""What was published before there was a chain gets its links, in the order in which it was written."""

import hashlib
import json
from collections import defaultdict
from datetime import UTC

from django.db import migrations

NOTHING = "0" * 64


def _hash(value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def link(apps, schema_editor):
    version_model = apps.get_model("collection", "ArtworkVersion")
    link_model = apps.get_model("collection", "HistoryLink")
    works, museums = defaultdict(lambda: NOTHING), defaultdict(lambda: NOTHING)
    portal, links = NOTHING, []
    versions = version_model.objects.select_related("artwork").order_by("pk")
    for number, version in enumerate(versions.iterator(chunk_size=200), start=1):
        work, museum = version.artwork.public_id, version.document["museum"]["id"]
        at = version.published_at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        works[work] = _hash([works[work], work, version.number, version.sha256])
        museums[museum] = _hash([museums[museum], museum, works[work]])
        portal = _hash([portal, number, at, museums[museum]])
        links.append(
            link_model(
                number=number,
                version=version,
                work=work,
                museum=museum,
                edition=version.number,
                sha256=version.sha256,
                at=version.published_at,
                work_head=works[work],
                museum_head=museums[museum],
                portal_head=portal,
            )
        )
    link_model.objects.bulk_create(links, batch_size=1000)


class Migration(migrations.Migration):
    dependencies = [("collection", "0021_links_of_the_history")]

    operations = [migrations.RunPython(link, migrations.RunPython.noop)]
