"""SQLite: FTS5 over analysed words, a row per document, columns per language."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection

from search.analysis import mark
from search.document import Document
from search.engines.relational import RelationalEngine, document_tokens
from search.engines.sql import DOCUMENT, FACET, WORDS, Sql, where
from search.languages import languages
from search.question import Clause, Question, Tokens
from search.words_table import FIELDS, TABLE, columns, in_order

WEIGHTS = {"title": 10.0, "keywords": 6.0, "summary": 3.0, "body": 1.0}
MANY = 16  # One document in so many is where walking along all facet values gets cheaper than looking each up.
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
TYPED_COUNTS = 3  # Times as much as a word that only means the same.
NOTHING = '"s0"'  # A token that no text has.


class SQLiteEngine(RelationalEngine):
    name = "sqlite"
    binary = "COLLATE BINARY"

    def matching(self, asked: Question, language: str, *, scored: bool) -> Sql:
        weights = ", ".join(map(str, _weights(language)))
        score = Sql(f", -bm25({TABLE}, {weights}) AS score") if scored else Sql("")
        found = Sql("FROM") + WORDS + Sql(f"WHERE {TABLE} MATCH %s", (match_expression(asked),))
        return Sql("SELECT rowid AS id") + score + found

    def facet_rows(self, documents: str, names: Sequence[str]) -> list[Sql]:
        """From few documents to their facets, from many along the index of all values: CROSS JOIN keeps that order.

        Without names nothing is read, so only one of the two does the work.
        """
        counted = Sql(f"(SELECT {MANY} * count(*)") + Sql(f"FROM {documents})")
        there = Sql("(SELECT max(id) FROM") + DOCUMENT + Sql(")")
        few, many = counted + Sql("<=") + there, counted + Sql(">") + there
        from_documents = Sql(f"FROM {documents} b CROSS JOIN") + FACET + Sql("f")
        along_values = Sql("FROM") + FACET + Sql(f"f CROSS JOIN {documents} b")
        same = Sql("f.document_id = b.id")
        return [
            from_documents + where([same, _named(names, few)]),
            along_values + where([same, _named(names, many)]),
        ]

    def write(self, documents: Mapping[int, Document]) -> None:
        self.forget(documents)
        named = [column for language in in_order(languages()) for column in columns(language)]
        marks = ", ".join(["%s"] * (len(named) + 1))
        rows: list[list[Any]] = [[key, *_row(document)] for key, document in documents.items()]
        with connection.cursor() as cursor:
            insert = Sql("INSERT INTO") + WORDS + Sql(f"(rowid, {', '.join(named)}) VALUES ({marks})")
            cursor.executemany(insert.text, rows)

    def forget(self, ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            delete = Sql("DELETE FROM") + WORDS + Sql("WHERE rowid = %s")
            cursor.executemany(delete.text, [(each,) for each in ids])

    def lock(self) -> None:
        """Transactions begin with the lock here, so there is nothing to add."""


def match_expression(asked: Question) -> str:
    """FTS5's language. Tokens are letters and digits between quotes, so that nothing a reader types is an operator."""
    separator = " AND " if asked.every else " OR "
    return separator.join(f"({_clause(each, asked.titles_only)})" for each in asked.clauses)


def _named(names: Sequence[str], condition: Sql) -> Sql:
    """The facet has one of the names; it has none of them unless the condition holds."""
    values = Sql(f"(VALUES {', '.join(['(%s)'] * len(names))})", tuple(names))
    return Sql("f.name IN (SELECT column1 FROM") + values + where([condition]) + Sql(")")


def _clause(each: Clause, titles_only: bool) -> str:
    """What was typed counts more often than what it means when bm25 adds up."""
    again = TYPED_COUNTS if each.means or each.subjects else 1
    alternatives = [*[_scoped(each.tokens, titles_only)] * again, _all(each.parts, titles_only)]
    if not titles_only:
        alternatives.append(_scoped(each.means, titles_only))
    wanted = _or(alternatives)
    if wanted and (unless := _scoped(each.unless, titles_only)):
        wanted = f"({wanted}) NOT ({unless})"
    subjects = "" if titles_only else _any_of([mark(subject) for subject in each.subjects])
    return _or([f"({wanted})" if wanted else "", subjects]) or NOTHING


def _all(parts: Sequence[Clause], titles_only: bool) -> str:
    return " AND ".join(f"({_clause(part, titles_only)})" for part in parts)


def _or(alternatives: Sequence[str]) -> str:
    return " OR ".join(f"({each})" for each in alternatives if each)


def _scoped(tokens: Tokens, titles_only: bool) -> str:
    """Any of the tokens in a column of their own language."""
    by_language = {language: tokens.get(language, ()) for language in languages()}
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
