"""PostgreSQL: a tsvector per language over analysed words, its four weights for our four fields."""

from collections.abc import Iterable, Mapping, Sequence

from django.db import connection

from search.analysis import tokens
from search.document import Text
from search.engines.relational import RelationalEngine
from search.engines.sql import WORDS, Sql, joined
from search.languages import languages
from search.question import Question
from search.words_table import FIELDS, in_order, vector

LABELS = dict(zip(FIELDS, "ABCD", strict=True))
WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"  # Of D, C, B and A: body, summary, keywords, title.
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
BY_LENGTH = 1  # A long text has more words by chance: the rank is divided by the logarithm of its length.
LAST_POSITION = 16_383
MOST_POSITIONS = 255  # Of one word.
LOCK = 0x76656E74  # Any number nobody else uses.


class PostgreSQLEngine(RelationalEngine):
    name = "postgres"
    binary = 'COLLATE "C"'

    def matching(self, asked: Question, language: str, *, scored: bool) -> Sql:
        score = Sql(",") + _score(asked, language) + Sql("AS score") if scored else Sql("")
        condition = joined(" AND " if asked.every else " OR ", map(_condition, _by_language(asked)))
        return Sql("SELECT w.id") + score + Sql("FROM") + WORDS + Sql("w WHERE") + condition

    def write(self, texts: Mapping[int, Mapping[str, Text]]) -> None:
        named = [vector(language) for language in in_order(languages())]
        values = ", ".join(["%s", *["%s::tsvector"] * len(named)])
        updates = ", ".join(f"{name} = excluded.{name}" for name in named)
        insert = Sql("INSERT INTO") + WORDS + Sql(f"(id, {', '.join(named)}) VALUES ({values})")
        statement = insert + Sql(f"ON CONFLICT (id) DO UPDATE SET {updates}")
        with connection.cursor() as cursor:
            for document, by_language in texts.items():
                cursor.execute(statement.text, (document, *_row(by_language)))

    def forget(self, ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            delete = Sql("DELETE FROM") + WORDS + Sql("WHERE id = ANY(%s)")
            cursor.execute(delete.text, (list(ids),))

    def lock(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))


def _by_language(asked: Question) -> list[dict[str, str]]:
    """A query string per clause and language."""
    label = LABELS["title"] if asked.titles_only else ""
    return [
        {language: _any_of(each.tokens[language], label) for language in languages() if each.tokens.get(language)}
        for each in asked.clauses
    ]


def _any_of(found: Sequence[str], label: str = "") -> str:
    """Tokens are letters and digits; between quotes none of them is an operator."""
    return " | ".join(f"'{token}'" + (f":{label}" if label else "") for token in found)


def _condition(queries: dict[str, str]) -> Sql:
    parts = [Sql(f"w.{vector(language)} @@ %s::tsquery", (query,)) for language, query in queries.items()]
    return Sql("(") + joined(" OR ", parts) + Sql(")")


def _score(asked: Question, reader: str) -> Sql:
    """The sum over the languages: every word of the question counts where it stands."""
    by_language: dict[str, list[str]] = {}
    for queries in _by_language(asked):
        for language, query in queries.items():
            by_language.setdefault(language, []).append(query)
    return joined(" + ", [_rank(language, " | ".join(found), reader) for language, found in by_language.items()])


def _rank(language: str, query: str, reader: str) -> Sql:
    worth = 1.0 if language == reader else OTHER_LANGUAGE
    return Sql(f"%s * ts_rank(%s, w.{vector(language)}, %s::tsquery, %s)", (worth, WEIGHTS, query, BY_LENGTH))


def _row(texts: Mapping[str, Text]) -> list[str]:
    return [_vector(texts.get(language), language) for language in in_order(languages())]


def _vector(text: Text | None, language: str) -> str:
    """A tsvector as PostgreSQL reads it: our tokens with their places and fields, no parser in between."""
    places: dict[str, list[str]] = {}
    position = 0
    for field in FIELDS if text else ():
        for token in tokens(getattr(text, field), language):
            position = min(position + 1, LAST_POSITION)
            places.setdefault(token, []).append(f"{position}{LABELS[field]}")
    return " ".join(f"'{token}':{','.join(found[:MOST_POSITIONS])}" for token, found in places.items())
