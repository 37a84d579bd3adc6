"""The table of analysed words, in the form each database searches best. Its rows bear the id of their document.

SQLite: an FTS5 table with four columns per language. PostgreSQL: a tsvector per language, each with a GIN index, and a
second table with the heads of the documents alone, short enough to be weighed by the hundred thousand.
"""

from collections.abc import Iterable

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "search_words"
HEADS = "search_heads"
FIELDS = ("title", "keywords", "summary", "body")
HEAD_FIELDS = FIELDS[:3]


def in_order(languages: Iterable[str]) -> tuple[str, ...]:
    """The order of the columns does not follow the order in which a site shows its languages."""
    return tuple(sorted(languages))


def vector(language: str) -> str:
    """The column of the PostgreSQL table."""
    return f"words_{suffix(language)}"


def suffix(language: str) -> str:
    """A language code as part of a column name."""
    return language.lower().replace("-", "_")


def columns(language: str) -> tuple[str, ...]:
    """Of the FTS5 table."""
    return tuple(f"{field}_{suffix(language)}" for field in FIELDS)


def create(connection: BaseDatabaseWrapper, languages: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in _statements(connection.vendor, languages):
            cursor.execute(statement)


def drop(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for table in (TABLE, HEADS):
            cursor.execute(f"DROP TABLE IF EXISTS {table}")


def serves(connection: BaseDatabaseWrapper, languages: tuple[str, ...]) -> bool:
    """Whether the table is there with a place for each of the languages and no other."""
    with connection.cursor() as cursor:
        tables = {TABLE} if connection.vendor == "sqlite" else {TABLE, HEADS}
        if not tables.issubset(connection.introspection.table_names(cursor)):
            return False
        cursor.execute(f"SELECT * FROM {TABLE} LIMIT 0")  # noqa: S608  the name is ours
        there = {column[0] for column in cursor.description}
    return there == _wanted(connection.vendor, languages)


def _wanted(vendor: str, languages: tuple[str, ...]) -> set[str]:
    if vendor == "sqlite":
        return {column for language in languages for column in columns(language)}
    return {"id", *map(vector, languages)}


def _statements(vendor: str, languages: tuple[str, ...]) -> list[str]:
    if vendor == "sqlite":
        # Tokens are plain ASCII by then. A contentless table would be smaller, but deleting from it needs SQLite 3.43.
        fields = ", ".join(column for language in in_order(languages) for column in columns(language))
        return [f"CREATE VIRTUAL TABLE {TABLE} USING fts5({fields}, tokenize = 'ascii')"]
    vectors = [vector(language) for language in in_order(languages)]
    listed = ", ".join(f"{name} tsvector" for name in vectors)
    return [
        f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, {listed})",
        *(f"CREATE INDEX {TABLE}_{name} ON {TABLE} USING gin ({name})" for name in vectors),
        # Neither packed nor put elsewhere: unpacking costs more than weighing.
        f"CREATE TABLE {HEADS} (id bigint PRIMARY KEY, {listed}) WITH (toast_tuple_target = 8160)",
        *(f"ALTER TABLE {HEADS} ALTER COLUMN {name} SET STORAGE EXTERNAL" for name in vectors),
    ]
