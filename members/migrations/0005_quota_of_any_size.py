from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0004_public_deeds_are_told'),
    ]

    operations = [
        migrations.AlterField(
            model_name='museum',
            name='quota',
            field=models.PositiveIntegerField(default=25, help_text='Soft: an editor may grant more.', verbose_name='quota of masterpieces'),
        ),
        migrations.AlterField(
            model_name='museumevent',
            name='quota',
            field=models.PositiveIntegerField(default=25, help_text='Soft: an editor may grant more.', verbose_name='quota of masterpieces'),
        ),
    ]
