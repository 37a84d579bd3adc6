"""PostgreSQL: a tsvector per language over analysed words, its four weights for our four fields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import BitMap

from search.analysis import mark
from search.document import Document
from search.engines.base import Row
from search.engines.relational import Among, RelationalEngine
from search.engines.sql import HEADS, WORDS, Sql, joined, numbered, where
from search.engines.vectors import found_by, pairs, weighed_by
from search.languages import languages
from search.question import Clause, Question
from search.request import SearchRequest
from search.words_table import HEAD_OF, TITLE_OF, WORDS_OF, having, in_order, vector

WEIGHTS = "{0.1, 0.3, 0.6, 1.0}"  # Of D, C, B and A: body, summary, keywords, title.
OTHER_LANGUAGE = 0.6  # What a match in another language than the reader's is worth.
MEANT_COUNTS = 0.4  # What a word that only means the same is worth beside one that was typed.
HALF = 0.3  # Of several words: the rank from which on more of the same hardly counts.
BY_LENGTH = 1  # A long text has more words by chance: the rank is divided by the logarithm of its length.
LOCK = 0x76656E74  # Any number nobody else uses.


class PostgreSQLEngine(RelationalEngine):
    name = "postgres"
    binary = 'COLLATE "C"'

    def matching(self, asked: Question) -> Sql:
        return _having(TITLE_OF if asked.titles_only else WORDS_OF, asked)

    def answers(self, asked: Question, conditions: Sequence[Sql]) -> BitMap:
        """Each for itself: how many have the words is nothing the planner can guess."""
        if asked and conditions:
            return super().answers(asked, ()) & super().answers(Question(), conditions)
        return super().answers(asked, conditions)

    def scoring(self, asked: Question, language: str, among: Among) -> Sql:
        """Of very many documents only the heads are weighed: the other words lie packed away, unpacking is slow."""
        score = Sql("SELECT w.id,") + _score(asked, language) + Sql("AS score FROM")
        table = (WORDS if among.ids is not None and not among.crowded else HEADS) + Sql("w")
        if among.ids is not None:
            return score + table + where([numbered("w.id", among.ids)])
        found = _having(HEAD_OF, asked) if among.heads_only else self.matching(asked)
        return score + table + Sql("JOIN (") + found + Sql(") f ON f.id = w.id")

    def _rows(self, request: SearchRequest, asked: Question, among: Among) -> list[Row]:
        """Among very many, documents with the word in their head fill the first pages: the others need no look."""
        if among.crowded and among.ids is None and len(asked.clauses) == 1 and request.sort == "best":
            rows = super()._rows(request, asked, replace(among, heads_only=True))
            if len(rows) == request.per_page:
                return rows
        return super()._rows(request, asked, among)

    def write(self, documents: Mapping[int, Document]) -> None:
        with connection.cursor() as cursor:
            for key, document in documents.items():
                for table, vectors in ((WORDS, found_by(document)), (HEADS, weighed_by(document))):
                    upsert = _upsert(table, tuple(vectors))
                    cursor.execute(upsert.text, (key, *vectors.values()))

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


def _upsert(table: Sql, columns: Sequence[str]) -> Sql:
    marks = ", ".join(["%s", *("%s::tsvector" for _column in columns)])
    updates = ", ".join(f"{column} = excluded.{column}" for column in columns)
    into = Sql("INSERT INTO") + table + Sql(f"(id, {', '.join(columns)})")
    return into + Sql(f"VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}")


def _having(part: str, asked: Question) -> Sql:
    """Each clause by itself: what has them all is told by the indexes alone, without unpacking a text."""
    marks = ", ".join("%s::tsquery" for _language in languages())
    found = Sql(f"SELECT id FROM {having(part)}({marks}) f(id)")  # noqa: S608  a name of ours
    each = (found + Sql("", _queries(one, part)) for one in asked.clauses)
    return joined(" INTERSECT " if asked.every else " UNION ", each)


def _queries(each: Clause, part: str) -> tuple[str | None, ...]:
    """What a clause wants, as a query string per language."""
    return tuple(_query(each, language, typed_only=part == TITLE_OF) or None for language in in_order(languages()))


def _query(each: Clause, language: str, *, typed_only: bool) -> str:
    parts = [f"({found})" for part in each.parts if (found := _query(part, language, typed_only=typed_only))]
    whole = " & ".join(parts) if len(parts) == len(each.parts) else ""
    means = "" if typed_only else _any_of(map(_indexed, each.means.get(language, ())))
    wanted = _or([_any_of(map(_indexed, each.tokens.get(language, ()))), whole, means])
    if wanted and (unless := _any_of(map(_indexed, each.unless.get(language, ())))):
        wanted = f"({wanted}) & !({unless})"
    return _or(["" if typed_only else _any_of(map(_quoted, map(mark, each.subjects))), wanted])


def _or(alternatives: Sequence[str]) -> str:
    return " | ".join(f"({each})" for each in alternatives if each)


def _any_of(found: Iterable[str]) -> str:
    return " | ".join(sorted(f"({phrase})" if " <-> " in phrase else phrase for phrase in found))


def _indexed(phrase: str) -> str:
    """Of a phrase the pairs of neighbours, which the indexes know without a look at the texts."""
    return " <-> ".join(map(_quoted, pairs(phrase.split()) or [phrase]))


def _weighed(phrase: str) -> str:
    return " <-> ".join(map(_quoted, phrase.split()))


def _quoted(token: str) -> str:
    """Tokens are letters and digits; between quotes none of them is an operator."""
    return f"'{token}'"


def _score(asked: Question, reader: str) -> Sql:
    """The sum over the words: more for one that was typed, and no word counts for more than one."""
    parts = [Sql("(") + _worth(each, reader, asked.titles_only) + Sql(")") for each in asked.clauses]
    if len(parts) > 1:
        parts = [Sql("(1.0 - exp(") + part + Sql(f"/ {-HALF}))") for part in parts]
    return joined(" + ", parts)


def _worth(each: Clause, reader: str, titles_only: bool) -> Sql:
    ranks = []
    for language in languages():
        if own := each.tokens.get(language, ()):
            ranks.append(_rank(language, own, reader, 1.0))
        if each.parts:
            ranks.append(_whole(each, language, reader))
        # PostgreSQL divides by the number of alternatives; a document need not have them all.
        if (meant := _meant(each, language)) and not titles_only:
            ranks.append(_rank(language, meant, reader, MEANT_COUNTS * len(meant)))
    return joined(" + ", ranks or [Sql("0.0")])


def _whole(each: Clause, language: str, reader: str) -> Sql:
    """A phrase counts as typed only where all its words are: "house" alone is nothing of "my house burned down"."""
    all_of_it = " & ".join(f"({_any_of(map(_weighed, part.typed(language)))})" for part in each.parts)
    there = Sql(f"CASE WHEN w.{vector(language)} @@ %s::tsquery THEN", (all_of_it,))
    return there + _rank(language, each.typed(language), reader, 1.0) + Sql("ELSE 0.0 END")


def _meant(each: Clause, language: str) -> list[str]:
    return [*each.means.get(language, ()), *map(mark, each.subjects)]


def _rank(language: str, tokens: Sequence[str], reader: str, worth: float) -> Sql:
    worth *= 1.0 if language == reader else OTHER_LANGUAGE
    wanted = _any_of(map(_weighed, tokens))
    return Sql(f"%s * ts_rank(%s, w.{vector(language)}, %s::tsquery, %s)", (worth, WEIGHTS, wanted, BY_LENGTH))
