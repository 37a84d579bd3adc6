"""After every `migrate`: the table of words has a place for each language of the site."""

from django.db import connections

from search import words_table
from search.languages import languages
from search.models import SearchDocument, SearchRefresh


def follow_languages(using: str, **_kwargs: object) -> None:
    """A new language or a new shape empties the table; `manage.py search rebuild` or the next `tick` fills it again."""
    connection = connections[using]
    if not {SearchDocument._meta.db_table, SearchRefresh._meta.db_table} <= set(connection.introspection.table_names()):
        return  # The migrations were taken back.
    if not words_table.serves(connection, languages()):
        words_table.drop(connection)
        words_table.create(connection, languages())
        SearchDocument.objects.using(using).update(checksum="")
        SearchRefresh.objects.using(using).all().delete()
