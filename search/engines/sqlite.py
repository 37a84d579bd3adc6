"""SQLite: FTS5 over analysed words, a row per document, columns per language."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection

from search.analysis import mark
from search.document import Document
from search.engines.relational import Among, RelationalEngine, document_tokens
from search.engines.sql import WORDS, Sql, joined
from search.languages import languages
from search.question import Clause, Question, Tokens
from search.words_table import FIELDS, TABLE, columns, in_order

WEIGHTS = {"title": 10.0, "keywords": 6.0, "summary": 3.0, "body": 1.0}
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
TYPED_COUNTS = 3  # Times as much as a word that only means the same.
HALF = 8.0  # The bm25 at which a word counts half as much as it ever can.
NOTHING = '"s0"'  # A token that no text has.


class SQLiteEngine(RelationalEngine):
    name = "sqlite"
    binary = "COLLATE BINARY"

    def matching(self, asked: Question) -> Sql:
        return Sql("SELECT rowid AS id FROM") + WORDS + _found(asked)

    def scoring(self, asked: Question, language: str, among: Among) -> Sql:
        """Where any of the words will do, each counts once: many ways to say one word must not outweigh two words."""
        score = f"-bm25({TABLE}, {', '.join(map(str, _weights(language)))})"
        if asked.every or len(asked.clauses) == 1:
            return Sql(f"SELECT rowid AS id, {score} AS score FROM") + WORDS + _found(asked)
        each = Sql(f"SELECT rowid AS id, 1.0 / (1.0 + {HALF} / ({score})) AS part FROM") + WORDS
        parts = joined(" UNION ALL ", (each + _found(replace(asked, clauses=(one,))) for one in asked.clauses))
        return Sql("SELECT id, sum(part) AS score FROM (") + parts + Sql(") GROUP BY id")

    def write(self, documents: Mapping[int, Document]) -> None:
        self.forget(documents)
        named = [column for language in in_order(languages()) for column in columns(language)]
        marks = ", ".join(["%s"] * (len(named) + 1))
        # FTS5 writes what it has gathered to disk whenever a number is smaller than the one before.
        rows: list[list[Any]] = [[key, *_row(documents[key])] for key in sorted(documents)]
        with connection.cursor() as cursor:
            insert = Sql("INSERT INTO") + WORDS + Sql(f"(rowid, {', '.join(named)}) VALUES ({marks})")
            cursor.executemany(insert.text, rows)

    def forget(self, ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            delete = Sql("DELETE FROM") + WORDS + Sql("WHERE rowid = %s")
            cursor.executemany(delete.text, [(each,) for each in sorted(ids)])

    def lock(self) -> None:
        """Transactions begin with the lock here, so there is nothing to add."""


def match_expression(asked: Question) -> str:
    """FTS5's language. Tokens are letters and digits between quotes, so that nothing a reader types is an operator."""
    separator = " AND " if asked.every else " OR "
    return separator.join(f"({_clause(each, asked.titles_only)})" for each in asked.clauses)


def _found(asked: Question) -> Sql:
    return Sql(f"WHERE {TABLE} MATCH %s", (match_expression(asked),))


def _clause(each: Clause, titles_only: bool) -> str:
    # Where words stand together, and what they must not stand in, is a matter of the text in one language.
    together = [{language} for language in languages()] if each.parts or each.unless else [set(languages())]
    subjects = "" if titles_only else _any_of([mark(subject) for subject in each.subjects])
    return _or([*(_wanted(each, titles_only, among) for among in together), subjects]) or NOTHING


def _wanted(each: Clause, titles_only: bool, among: set[str]) -> str:
    """What was typed counts more often than what it means when bm25 adds up."""
    again = TYPED_COUNTS if each.means or each.subjects else 1
    alternatives = [*[_scoped(each.tokens, titles_only, among)] * again, _all(each.parts, titles_only, among)]
    if not titles_only:
        alternatives.append(_scoped(each.means, titles_only, among))
    wanted = _or(alternatives)
    unless = _scoped(each.unless, titles_only, among)
    return f"({wanted}) NOT ({unless})" if wanted and unless else wanted


def _all(parts: Sequence[Clause], titles_only: bool, among: set[str]) -> str:
    found = [_wanted(part, titles_only, among) for part in parts]
    return " AND ".join(f"({part})" for part in found) if all(found) else ""


def _or(alternatives: Sequence[str]) -> str:
    return " OR ".join(f"({each})" for each in alternatives if each)


def _scoped(tokens: Tokens, titles_only: bool, among: set[str]) -> str:
    """Any of the tokens in a column of their own language, if it is among these."""
    by_language = {language: tokens.get(language, ()) if language in among else () for language in languages()}
    if len(set(by_language.values())) == 1 and not titles_only:
        return _any_of(next(iter(by_language.values())))
    fields = FIELDS[:1] if titles_only else FIELDS
    return " OR ".join(
        f"({{{' '.join(columns(language)[: len(fields)])}}} : ({_any_of(found)}))"
        for language, found in by_language.items()
        if found
    )


def _any_of(found: Sequence[str]) -> str:
    return " OR ".join(f'"{token}"' for token in found)


def _weights(reader: str) -> list[float]:
    return [
        WEIGHTS[field] * (1.0 if language == reader else OTHER_LANGUAGE)
        for language in in_order(languages())
        for field in FIELDS
    ]


def _row(document: Document) -> list[str]:
    return [
        " ".join(document_tokens(document, language, field)) for language in in_order(languages()) for field in FIELDS
    ]
