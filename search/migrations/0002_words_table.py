"""The table of analysed words, in the form of each database.

It holds derived data only and is made anew whenever a language is added, so the shape of today is always the right
one: this migration uses the code of the day on purpose.
"""

from django.db import migrations

from search import words_table
from search.languages import languages


def create(apps, schema_editor):
    words_table.drop(schema_editor.connection)
    words_table.create(schema_editor.connection, languages())


def drop(apps, schema_editor):
    words_table.drop(schema_editor.connection)


class Migration(migrations.Migration):

    dependencies = [
        ("search", "0001_documents"),
    ]

    operations = [
        migrations.RunPython(create, drop),
    ]
