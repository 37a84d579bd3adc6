"""The table of analysed words, in the form each database searches best. Its rows bear the id of their document.

SQLite: an FTS5 table with four columns per language. PostgreSQL: per language a tsvector of all the words, one of the
words of the head and one of the title, each with a GIN index, asked by a function each; and a second table with the
heads alone, short enough to be weighed by the hundred thousand.
"""

from collections.abc import Iterable, Sequence

from django.db.backends.base.base import BaseDatabaseWrapper

TABLE = "search_words"
HEADS = "search_heads"
FIELDS = ("title", "keywords", "summary", "body")
HEAD_FIELDS = FIELDS[:3]
WORDS_OF, HEAD_OF, TITLE_OF = "words", "head", "title"
PARTS = {WORDS_OF: FIELDS, HEAD_OF: HEAD_FIELDS, TITLE_OF: FIELDS[:1]}


def in_order(languages: Iterable[str]) -> tuple[str, ...]:
    """The order of the columns does not follow the order in which a site shows its languages."""
    return tuple(sorted(languages))


def vector(language: str, part: str = WORDS_OF) -> str:
    """The column of the PostgreSQL table."""
    return f"{part}_{suffix(language)}"


def having(part: str) -> str:
    """The function of PostgreSQL that finds documents by a part of them: a tsquery per language, in their order."""
    return f"{TABLE}_having_{part}"


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
        if connection.vendor == "postgresql":
            for part in PARTS:
                cursor.execute(f"DROP FUNCTION IF EXISTS {having(part)}")


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
    return {"id", *(vector(language, part) for part in PARTS for language in languages)}


def _statements(vendor: str, languages: tuple[str, ...]) -> list[str]:
    if vendor == "sqlite":
        # Tokens are plain ASCII by then. A contentless table would be smaller, but deleting from it needs SQLite 3.43.
        fields = ", ".join(column for language in in_order(languages) for column in columns(language))
        return [f"CREATE VIRTUAL TABLE {TABLE} USING fts5({fields}, tokenize = 'ascii')"]
    indexed = [vector(language, part) for part in PARTS for language in in_order(languages)]
    weighed = [vector(language) for language in in_order(languages)]
    return [
        # The indexes know it all: what they lead to is not read, and must be few pages.
        f"CREATE TABLE {TABLE} (id bigint PRIMARY KEY, {_tsvectors(indexed)}) WITH (toast_tuple_target = 128)",
        *(f"CREATE INDEX {TABLE}_{name} ON {TABLE} USING gin ({name})" for name in indexed),
        *(_function(part, in_order(languages)) for part in PARTS),
        # Neither packed nor put elsewhere: unpacking costs more than weighing.
        f"CREATE TABLE {HEADS} (id bigint PRIMARY KEY, {_tsvectors(weighed)}) WITH (toast_tuple_target = 8160)",
        *(f"ALTER TABLE {HEADS} ALTER COLUMN {name} SET STORAGE EXTERNAL" for name in weighed),
    ]


def _tsvectors(names: Iterable[str]) -> str:
    return ", ".join(f"{name} tsvector" for name in names)


def _function(part: str, languages: Sequence[str]) -> str:
    """The planner takes a walk over the table for cheap, since most of it is stored elsewhere; it is forbidden here."""
    queries = ", ".join("tsquery" for _language in languages)
    found = " OR ".join(f"{vector(language, part)} @@ ${at}" for at, language in enumerate(languages, 1))
    only_indexes = "STABLE ROWS 10000 SET enable_seqscan TO off SET enable_indexscan TO off"
    body = f"SELECT id FROM {TABLE} WHERE {found}"  # noqa: S608  names of ours
    return f"CREATE FUNCTION {having(part)}({queries}) RETURNS SETOF bigint LANGUAGE sql {only_indexes} AS $${body}$$"
