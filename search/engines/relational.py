"""The statements of both databases: two per answer, however many filters and facets. They differ only in the words."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.utils import timezone

from search.analysis import mark, tokens
from search.document import Document
from search.engines.base import Found, Row
from search.engines.sql import (
    DOCUMENT,
    FACET,
    FAR_AWAY,
    TEXT,
    Sql,
    group_conditions,
    joined,
    minute,
    nearest,
    open_at,
    plain_conditions,
    where,
)
from search.question import Question
from search.request import SearchRequest
from search.response import FacetCount

# Among equally good answers the nearer one; a better answer far away stays ahead of a vague one next door.
CLOSENESS = "(1 + 0.25 / (1 + coalesce(h.distance, %s) / 5))"


def document_tokens(document: Document, language: str, field: str) -> list[str]:
    """What is kept of a document's words; its subjects stand among the keywords of every language."""
    text = document.texts.get(language)
    kept = tokens(getattr(text, field), language) if text else []
    return [*kept, *map(mark, document.subjects)] if field == "keywords" else kept


class RelationalEngine:
    """Subclasses say how words are matched and scored, and keep the words."""

    name = ""
    # How strings are compared byte by byte, so that the alphabet is the same everywhere.
    binary = ""

    def matching(self, asked: Question, language: str, *, scored: bool) -> Sql:
        """A SELECT of `id` and, if scored, `score` of the documents that answer."""
        raise NotImplementedError

    def find(self, request: SearchRequest, asked: Question) -> Found:
        total, facets = self._counts(request, asked)
        pages = max(1, -(-total // request.per_page))
        page = min(max(request.page, 1), pages)
        rows = self._rows(replace(request, page=page), asked) if total else []
        return Found(rows=rows, total=total, facets=facets, page=page, pages=pages)

    def titles(self, asked: Question, language: str, n: int) -> Sequence[Row]:
        titles_only = replace(asked, titles_only=True)
        return self._rows(SearchRequest(language=language, per_page=n), titles_only) if asked else []

    # -- The page of hits.

    def _rows(self, request: SearchRequest, asked: Question) -> list[Row]:
        distance = nearest(request.near) if request.near else Sql("NULL")
        score = Sql("m.score") if asked else Sql("0.0")
        listed = (
            Sql("SELECT d.id, d.kind, d.object_id, d.updated,")
            + score
            + Sql("AS score,")
            + distance
            + Sql("AS distance")
            + self._source(asked, request.language)
            + where([*plain_conditions(request), *group_conditions(request.groups, "d.id")])
        )
        order = self._order(request, asked)
        statement = (
            Sql("SELECT h.id, h.kind, h.object_id, h.score, h.distance FROM (")
            + listed
            + Sql(") h")
            + order
            + Sql("LIMIT %s OFFSET %s", (request.per_page, (request.page - 1) * request.per_page))
        )
        return [Row(*row) for row in _fetch(statement)]

    def _source(self, asked: Question, language: str) -> Sql:
        if not asked:
            return Sql("FROM") + DOCUMENT + Sql("d")
        matched = self.matching(asked, language, scored=True)
        return Sql("FROM (") + matched + Sql(") m JOIN") + DOCUMENT + Sql("d ON d.id = m.id")

    def _order(self, request: SearchRequest, asked: Question) -> Sql:
        join, best = self._best(request, asked)
        far = Sql("coalesce(h.distance, %s)", (FAR_AWAY,))
        keys = {
            "best": best,
            "nearest": [far, *best] if request.near else best,
            "open": [_closed_last(request), *best],
            "newest": [Sql("h.updated DESC")],
        }[request.sort]
        return join + Sql("ORDER BY") + joined(", ", [*keys, Sql("h.id")])

    def _best(self, request: SearchRequest, asked: Question) -> tuple[Sql, list[Sql]]:
        """Relevance; without words the nearest; without a place the alphabet, the reader's language first."""
        if asked and request.near:
            return Sql(""), [Sql(f"h.score * {CLOSENESS} DESC", (FAR_AWAY,))]
        if asked:
            return Sql(""), [Sql("h.score DESC")]
        if request.near:
            return Sql(""), [Sql("coalesce(h.distance, %s)", (FAR_AWAY,))]
        join = Sql("LEFT JOIN") + TEXT + Sql("t ON t.document_id = h.id AND t.language = %s", (request.language,))
        return join, [Sql("coalesce(t.sort_title, '') = ''"), Sql(f"t.sort_title {self.binary}")]

    # -- The total and the facets.

    def _counts(self, request: SearchRequest, asked: Question) -> tuple[int, dict[str, tuple[FacetCount, ...]]]:
        counted: dict[str, dict[str, int]] = defaultdict(dict)
        for name, value, count in _fetch(self._counting(request, asked)):
            counted[name][value] = count
        total = counted[""].get("", 0)
        return total, {name: _facet(counted[name], request.groups.get(name, ())) for name in request.facets}

    def _counting(self, request: SearchRequest, asked: Question) -> Sql:
        """Total and facets at once. A facet with a choice of its own is counted without that choice."""
        groups = request.groups
        shared = [name for name in request.facets if name not in groups]
        branches = [Sql("SELECT '' AS name, '' AS value, count(*) AS count FROM picked")]
        branches += self._facet_counts("picked", shared, []) if shared else []
        for name in request.facets:
            if name in groups:
                others = {other: values for other, values in groups.items() if other != name}
                branches += self._facet_counts("base", [name], group_conditions(others, "b.id"))
        conditions = plain_conditions(request)
        if asked:
            conditions.append(
                Sql("d.id IN (SELECT id FROM (") + self.matching(asked, request.language, scored=False) + Sql(") m)")
            )
        base = Sql("SELECT d.id FROM") + DOCUMENT + Sql("d") + where(conditions)
        picked = Sql("SELECT b.id FROM base b") + where(group_conditions(groups, "b.id"))
        return (
            Sql("WITH base AS MATERIALIZED (")
            + base
            + Sql("), picked AS MATERIALIZED (")
            + picked
            + Sql(")")
            + joined(" UNION ALL ", branches)
        )

    def facet_rows(self, documents: str, names: Sequence[str]) -> list[Sql]:
        """FROM … WHERE … that joins the documents `b` of a CTE with their facets `f`; the results are put together."""
        named = Sql(f"f.name IN ({', '.join(['%s'] * len(names))})", tuple(names))
        return [Sql("FROM") + FACET + Sql(f"f, {documents} b") + where([Sql("f.document_id = b.id"), named])]

    def _facet_counts(self, documents: str, names: list[str], conditions: list[Sql]) -> list[Sql]:
        start, end = Sql("SELECT f.name, f.value, count(*)"), Sql("GROUP BY f.name, f.value")
        return [start + joined(" AND ", [rows, *conditions]) + end for rows in self.facet_rows(documents, names)]


def _closed_last(request: SearchRequest) -> Sql:
    now = request.open_at or timezone.now()
    return Sql("CASE WHEN h.id IN (") + open_at(minute(now)) + Sql(") THEN 0 ELSE 1 END")


def _facet(counts: dict[str, int], selected: frozenset[str] | tuple[()]) -> tuple[FacetCount, ...]:
    """Most first; what the reader has chosen is always among them, so that it can be taken back."""
    counts = {**dict.fromkeys(selected, 0), **counts}
    return tuple(FacetCount(value, counts[value]) for value in sorted(counts, key=lambda v: (-counts[v], v)))


def _fetch(statement: Sql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.params)
        return cursor.fetchall()
