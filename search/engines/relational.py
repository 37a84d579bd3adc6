"""The statements of both databases: a handful per answer, however many filters and facets. Only the words differ."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.utils import timezone
from pyroaring import BitMap

from search import bitmaps
from search.analysis import mark, tokens
from search.document import Document
from search.engines.answering import Answering
from search.engines.base import Found, Row
from search.engines.open_sets import open_in
from search.engines.sql import (
    DOCUMENT,
    FAR_AWAY,
    TEXT,
    Sql,
    group_conditions,
    joined,
    minute,
    nearest,
    numbered,
    open_at,
    plain_conditions,
    where,
)
from search.opening import counted
from search.question import Question
from search.request import KIND, OPEN, SearchRequest

FEW = 2000  # Up to so many documents are named one by one; beyond that the words of many are too much to weigh.
CHOSEN = "chosen"  # The span that was asked for.
# Among equally good answers the nearer one; a better answer far away stays ahead of a vague one next door.
CLOSENESS = "(1 + 0.25 / (1 + coalesce(h.distance, %s) / 5))"


def document_tokens(document: Document, language: str, field: str) -> list[str]:
    """What is kept of a document's words; its subjects stand among the keywords of every language."""
    text = document.texts.get(language)
    kept = tokens(getattr(text, field), language) if text else []
    return [*kept, *map(mark, document.subjects)] if field == "keywords" else kept


@dataclass(frozen=True)
class Among:
    """Which documents may be among the hits, if that is a short list, and whether very many have the words.

    `heads_only` leaves out those that have the words further down.
    """

    ids: tuple[int, ...] | None = None
    crowded: bool = False
    heads_only: bool = False


class RelationalEngine:
    """Subclasses say how words are matched and scored, and keep the words."""

    name = ""
    # How strings are compared byte by byte, so that the alphabet is the same everywhere.
    binary = ""

    def matching(self, asked: Question) -> Sql:
        """A SELECT of the `id` of the documents that answer."""
        raise NotImplementedError

    def scoring(self, asked: Question, language: str, among: Among) -> Sql:
        """The same with a `score` that grows with relevance; other documents than those `among` need not be there."""
        raise NotImplementedError

    def find(self, request: SearchRequest, asked: Question) -> Found:
        answer = self._answering(request, asked)
        total = len(answer.picked)
        pages = max(1, -(-total // request.per_page))
        page = min(max(request.page, 1), pages)
        among = Among(tuple(answer.picked) if total <= FEW else None, crowded=len(answer.base) > FEW)
        rows = self._rows(replace(request, page=page), asked, among) if total else []
        return Found(rows=rows, total=total, facets=answer.facets(request), page=page, pages=pages)

    def titles(self, asked: Question, language: str, n: int) -> Sequence[Row]:
        titles_only = replace(asked, titles_only=True)
        return self._rows(SearchRequest(language=language, per_page=n), titles_only, Among()) if asked else []

    # -- The page of hits.

    def _rows(self, request: SearchRequest, asked: Question, among: Among) -> list[Row]:
        if among.ids is None:
            conditions = [*plain_conditions(request), *group_conditions(request.groups, "d.id")]
        else:
            conditions = [numbered("d.id", among.ids)]
        distance = nearest(request.near) if request.near else Sql("NULL")
        score = Sql("m.score") if asked else Sql("0.0")
        listed = (
            Sql("SELECT d.id, d.kind, d.object_id, d.updated,")
            + score
            + Sql("AS score,")
            + distance
            + Sql("AS distance")
            + self._source(asked, request.language, among)
            + where(conditions)
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

    def _source(self, asked: Question, language: str, among: Among) -> Sql:
        if not asked:
            return Sql("FROM") + DOCUMENT + Sql("d")
        matched = self.scoring(asked, language, among)
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

    def _answering(self, request: SearchRequest, asked: Question) -> Answering:
        """A facet with a choice of its own is counted without that choice."""
        groups = request.groups
        # Where "open now" is counted, the hours asked for are one more choice among facets.
        counts_open = OPEN in request.facets
        conditions = plain_conditions(replace(request, open_at=None) if counts_open else request)
        if asked or conditions:
            sets = bitmaps.of_facets(request.facets, groups)
            base = self.answers(asked, conditions)
        else:
            sets = bitmaps.of_facets({*request.facets, KIND}, groups)
            base = _any(sets[KIND], sets[KIND])
        chosen = {name: _any(sets.get(name, {}), values) for name, values in groups.items()}
        if counts_open:
            spans = counted(timezone.now())
            asked_for = {CHOSEN: (request.open_at, request.open_until)} if request.open_at else {}
            sets[OPEN] = open_in({**spans, **asked_for}, base, few=FEW)
            chosen.update({OPEN: sets[OPEN].pop(CHOSEN)} if asked_for else {})
        return Answering(base=base, chosen=chosen, sets=sets)

    def answers(self, asked: Question, conditions: Sequence[Sql]) -> BitMap:
        """The ids of what answers whatever is chosen among the facets."""
        if not conditions:
            return BitMap(_numbers(self.matching(asked)))
        if asked:
            conditions = [*conditions, Sql("d.id IN (SELECT id FROM (") + self.matching(asked) + Sql(") m)")]
        return BitMap(_numbers(Sql("SELECT d.id FROM") + DOCUMENT + Sql("d") + where(conditions)))


def _any(members: Mapping[str, BitMap], values: Iterable[str]) -> BitMap:
    return BitMap.union(BitMap(), *(members[value] for value in values if value in members))


def _closed_last(request: SearchRequest) -> Sql:
    now = request.open_at or timezone.now()
    return Sql("CASE WHEN h.id IN (") + open_at(minute(now)) + Sql(") THEN 0 ELSE 1 END")


def _numbers(statement: Sql) -> list[int]:
    return [row[0] for row in _fetch(statement)]


def _fetch(statement: Sql) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement.text, statement.params)
        return cursor.fetchall()
