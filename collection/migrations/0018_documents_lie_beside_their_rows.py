"""Documents are stored beside their rows: who counts the works that have a word passes over a small table, not over all words."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("collection", "0017_museum_only_steps_raise_the_revision_by_statement")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE collection_searchdocument SET (toast_tuple_target = 128)",
            "ALTER TABLE collection_searchdocument RESET (toast_tuple_target)",
        )
    ]
