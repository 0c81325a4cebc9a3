"""The regions of cultures are in the index from now on: every work is marked as changed, and read anew."""

from django.db import migrations

MARK = """
INSERT INTO collection_facetchange (artwork_id, xid)
SELECT id, pg_current_xact_id()::text::bigint FROM collection_artwork ON CONFLICT DO NOTHING;
"""


class Migration(migrations.Migration):
    dependencies = [("collection", "0019_region_is_a_facet")]

    operations = [migrations.RunSQL(MARK, migrations.RunSQL.noop)]
