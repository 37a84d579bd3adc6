"""PostgreSQL: a tsvector per language over analysed words, its four weights for our four fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper

from search.analysis import mark
from search.document import Document
from search.engines.base import Row
from search.engines.relational import Among, RelationalEngine, document_tokens
from search.engines.sql import HEADS, WORDS, Sql, joined, numbered, where
from search.languages import languages
from search.question import Clause, Question
from search.request import SearchRequest
from search.words_table import FIELDS, HEAD_FIELDS, in_order, vector

LABELS = dict(zip(FIELDS, "ABCD", strict=True))
WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"  # Of D, C, B and A: body, summary, keywords, title.
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
MEANT_COUNTS = 0.4  # What a word that only means the same is worth beside one that was typed.
HALF = 0.3  # Of several words: the rank from which on more of the same hardly counts.
BY_LENGTH = 1  # A long text has more words by chance: the rank is divided by the logarithm of its length.
LAST_POSITION = 16_383
MOST_POSITIONS = 255  # Of one word.
_AS_SCORE = Sql("AS score FROM")
LOCK = 0x76656E74  # Any number nobody else uses.


class PostgreSQLEngine(RelationalEngine):
    name = "postgres"
    binary = 'COLLATE "C"'

    def matching(self, asked: Question) -> Sql:
        return Sql("SELECT w.id FROM") + WORDS + Sql("w") + _where("w", asked)

    def scoring(self, asked: Question, language: str, among: Among) -> Sql:
        """Of very many documents only the heads are weighed: the other words lie packed away, unpacking is slow."""
        if among.heads_only:
            return (
                Sql("SELECT h.id,") + _score(asked, language, "h") + _AS_SCORE + HEADS + Sql("h") + _where("h", asked)
            )
        words = _AS_SCORE + WORDS + Sql("w")
        if among.crowded:
            words += Sql("JOIN") + HEADS + Sql("h ON h.id = w.id")
        score = _score(asked, language, "h" if among.crowded else "w")
        chosen = [] if among.ids is None else [numbered("w.id", among.ids)]
        return Sql("SELECT w.id,") + score + words + _where("w", asked, *chosen)

    def _rows(self, request: SearchRequest, asked: Question, among: Among) -> list[Row]:
        """Among very many, documents with the word in their head fill the first pages: the others need no look."""
        if among.crowded and among.ids is None and len(asked.clauses) == 1 and request.sort == "best":
            rows = super()._rows(request, asked, replace(among, heads_only=True))
            if len(rows) == request.per_page:
                return rows
        return super()._rows(request, asked, among)

    def write(self, documents: Mapping[int, Document]) -> None:
        named = [vector(language) for language in in_order(languages())]
        marks = ", ".join(["%s"] + ["%s::tsvector"] * len(named))
        updates = ", ".join(f"{name} = excluded.{name}" for name in named)
        upsert = Sql(f"(id, {', '.join(named)}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}")
        with connection.cursor() as cursor:
            for table, fields in ((WORDS, FIELDS), (HEADS, HEAD_FIELDS)):
                insert = Sql("INSERT INTO") + table + upsert
                for key, document in documents.items():
                    cursor.execute(insert.text, (key, *_row(document, fields)))

    def forget(self, ids: Iterable[int]) -> None:
        with connection.cursor() as cursor:
            for table in (WORDS, HEADS):
                delete = Sql("DELETE FROM") + table + Sql("WHERE id = ANY(%s)")
                cursor.execute(delete.text, (list(ids),))

    def lock(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", (LOCK,))


def never_compile(connection: BaseDatabaseWrapper, **_signal: Any) -> None:
    """Long conditions took longer to compile than to run: a third of the time of a phrase among 100,000 services."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET jit TO off")


def _queries(each: Clause, titles_only: bool) -> dict[str, str]:
    """What a clause wants, as a query string per language."""
    label = LABELS["title"] if titles_only else ""
    found = {language: _query(each, language, label) for language in languages()}
    return {language: query for language, query in found.items() if query}


def _query(each: Clause, language: str, label: str) -> str:
    parts = [f"({_query(part, language, label)})" for part in each.parts if _query(part, language, label)]
    whole = " & ".join(parts) if len(parts) == len(each.parts) else ""
    means = "" if label else _any_of(each.means.get(language, ()))
    wanted = _or([_any_of(each.tokens.get(language, ()), label), whole, means])
    if wanted and (unless := _any_of(each.unless.get(language, ()), label)):
        wanted = f"({wanted}) & !({unless})"
    # What is quickly told comes first: the rest of alternatives is not looked at where one of them holds.
    return _or(["" if label else _any_of([mark(subject) for subject in each.subjects]), wanted])


def _or(alternatives: Sequence[str]) -> str:
    return " | ".join(f"({each})" for each in alternatives if each)


def _any_of(found: Sequence[str], label: str = "") -> str:
    """Tokens are letters and digits; between quotes none of them is an operator."""
    suffix = f":{label}" if label else ""
    phrases = (" <-> ".join(f"'{token}'{suffix}" for token in phrase.split()) for phrase in found)
    return " | ".join(sorted(f"({phrase})" if " <-> " in phrase else phrase for phrase in phrases))


def _condition(table: str, queries: dict[str, str]) -> Sql:
    parts = [Sql(f"{table}.{vector(language)} @@ %s::tsquery", (query,)) for language, query in queries.items()]
    return Sql("(") + joined(" OR ", parts or [Sql("false")]) + Sql(")")


def _where(table: str, asked: Question, *also: Sql) -> Sql:
    wanted = (_condition(table, _queries(each, asked.titles_only)) for each in asked.clauses)
    return where([*also, Sql("(") + joined(" AND " if asked.every else " OR ", wanted) + Sql(")")])


def _score(asked: Question, reader: str, table: str) -> Sql:
    """The sum over the words: more for one that was typed, and no word counts for more than one."""
    parts = [Sql("(") + _worth(each, reader, table, asked.titles_only) + Sql(")") for each in asked.clauses]
    if len(parts) > 1:
        parts = [Sql("(1.0 - exp(") + part + Sql(f"/ {-HALF}))") for part in parts]
    return joined(" + ", parts)


def _worth(each: Clause, reader: str, table: str, titles_only: bool) -> Sql:
    ranks = []
    for language in languages():
        if own := each.tokens.get(language, ()):
            ranks.append(_rank(table, language, own, reader, 1.0))
        if each.parts:
            ranks.append(_whole(each, language, reader, table))
        # PostgreSQL divides by the number of alternatives; a document need not have them all.
        if (meant := _meant(each, language)) and not titles_only:
            ranks.append(_rank(table, language, meant, reader, MEANT_COUNTS * len(meant)))
    return joined(" + ", ranks or [Sql("0.0")])


def _whole(each: Clause, language: str, reader: str, table: str) -> Sql:
    """A phrase counts as typed only where all its words are: "house" alone is nothing of "my house burned down"."""
    all_of_it = " & ".join(f"({_any_of(part.typed(language))})" for part in each.parts)
    there = Sql(f"CASE WHEN {table}.{vector(language)} @@ %s::tsquery THEN", (all_of_it,))
    return there + _rank(table, language, each.typed(language), reader, 1.0) + Sql("ELSE 0.0 END")


def _meant(each: Clause, language: str) -> list[str]:
    return [*each.means.get(language, ()), *map(mark, each.subjects)]


def _rank(table: str, language: str, tokens: Sequence[str], reader: str, worth: float) -> Sql:
    worth *= 1.0 if language == reader else OTHER_LANGUAGE
    words = f"{table}.{vector(language)}"
    return Sql(f"%s * ts_rank(%s, {words}, %s::tsquery, %s)", (worth, WEIGHTS, _any_of(tokens), BY_LENGTH))


def _row(document: Document, fields: Sequence[str]) -> list[str]:
    return [_vector(document, language, fields) for language in in_order(languages())]


def _vector(document: Document, language: str, fields: Sequence[str]) -> str:
    """A tsvector as PostgreSQL reads it: our tokens with their places and fields, no parser in between."""
    places: dict[str, list[str]] = {}
    position = 0
    for field in fields:
        for token in document_tokens(document, language, field):
            position = min(position + 1, LAST_POSITION)
            places.setdefault(token, []).append(f"{position}{LABELS[field]}")
        position = min(position + 1, LAST_POSITION)  # No phrase runs from one field into the next.
    return " ".join(f"'{token}':{','.join(found[:MOST_POSITIONS])}" for token, found in places.items())
