from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('collection', '0023_claims_and_their_notices'),
    ]

    operations = [
        migrations.AlterField(
            model_name='quotarequest',
            name='quota',
            field=models.PositiveIntegerField(verbose_name='works asked for'),
        ),
    ]
