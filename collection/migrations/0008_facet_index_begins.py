"""The index begins empty, with every work that is there marked as changed; museums mark the works they keep."""

from django.db import migrations

MUSEUM = """
CREATE FUNCTION collection_museum_marks_facets() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO collection_facetchange (artwork_id, xid)
    SELECT id, pg_current_xact_id()::text::bigint FROM collection_artwork WHERE museum_id = NEW.id ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER collection_mark_facets AFTER UPDATE OF slug, country ON members_museum FOR EACH ROW
WHEN (OLD.slug IS DISTINCT FROM NEW.slug OR OLD.country IS DISTINCT FROM NEW.country)
EXECUTE FUNCTION collection_museum_marks_facets();
"""
BEGINNING = """
INSERT INTO collection_facetchange (artwork_id, xid) SELECT id, pg_current_xact_id()::text::bigint FROM collection_artwork;
INSERT INTO collection_facetstate (id, generation, changes_from, built_at) VALUES (1, 1, 0, now());
"""


class Migration(migrations.Migration):
    dependencies = [("collection", "0007_facet_index"), ("members", "0001_initial")]

    operations = [
        migrations.RunSQL(
            MUSEUM,
            "DROP TRIGGER collection_mark_facets ON members_museum; DROP FUNCTION collection_museum_marks_facets();",
        ),
        migrations.RunSQL(BEGINNING, "DELETE FROM collection_facetchange; DELETE FROM collection_facetstate;"),
    ]
