"""After every `migrate`: the table of words has a place for each language of the site."""

from django.db import connections

from search import words_table
from search.languages import languages
from search.models import SearchDocument


def follow_languages(using: str, **_kwargs: object) -> None:
    """A new language empties the table; `manage.py search rebuild` fills it again."""
    connection = connections[using]
    if SearchDocument._meta.db_table not in connection.introspection.table_names():
        return  # The migrations were taken back.
    if not words_table.serves(connection, languages()):
        words_table.drop(connection)
        words_table.create(connection, languages())
        SearchDocument.objects.using(using).update(checksum="")
