"""Elasticsearch: one request per question. While it does not answer, the database does."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from elasticsearch import Elasticsearch

from search.engines.base import Engine, Found, Row, facet_counts
from search.engines.elastic import asking, index
from search.engines.elastic.mapping import LAST_RESULT
from search.engines.elastic.server import NotAnswering
from search.engines.elastic.server import asked as answered
from search.geography import miles_between
from search.question import Question
from search.request import Point, SearchRequest
from search.response import FacetCount

Answer = dict[str, Any]


class ElasticsearchEngine:
    name = "elasticsearch"

    def __init__(self, database: Engine) -> None:
        self._database = database

    def find(self, request: SearchRequest, asked: Question) -> Found:
        try:
            return answered(lambda client: _find(client, request, asked))
        except NotAnswering:
            return replace(self._database.find(request, asked), stand_in=self._database.name)

    def titles(self, asked: Question, language: str, n: int) -> Sequence[Row]:
        if not asked:
            return []
        request = SearchRequest(language=language, per_page=n)
        titles_only = replace(asked, titles_only=True)
        try:
            answer = answered(
                lambda client: _send(client, asking.arguments(request, titles_only, start=0, counted=False))
            )
        except NotAnswering:
            return self._database.titles(asked, language, n)
        return _rows(answer, None)


def _find(client: Elasticsearch, request: SearchRequest, asked: Question) -> Found:
    start = (max(request.page, 1) - 1) * request.per_page
    if start + request.per_page > LAST_RESULT:
        start = 0  # Nothing is there; the first answer tells which page is the last.
    answer = _send(client, asking.arguments(request, asked, start=start))
    total = answer["hits"]["total"]["value"]
    pages = max(1, -(-total // request.per_page))
    page = min(max(request.page, 1), pages)
    last_start = min((page - 1) * request.per_page, LAST_RESULT - request.per_page)
    shown = answer
    if total and start != last_start:
        shown = _send(client, asking.arguments(request, asked, start=last_start, counted=False))
    return Found(rows=_rows(shown, request.near), total=total, facets=_facets(answer, request), page=page, pages=pages)


def _send(client: Elasticsearch, body: Answer) -> Answer:
    """Part of an answer would be a wrong answer."""
    return dict(client.search(index=index.alias(), allow_partial_search_results=False, **body).body)


def _rows(answer: Answer, near: Point | None) -> list[Row]:
    return [_row(hit, near) for hit in answer["hits"]["hits"]]


def _row(hit: Answer, near: Point | None) -> Row:
    source = hit["_source"]
    distances = [miles_between(near, place["lat"], place["lon"]) for place in source["places"]] if near else []
    return Row(int(hit["_id"]), source["kind"], source["object_id"], hit["_score"] or 0.0, min(distances, default=None))


def _facets(answer: Answer, request: SearchRequest) -> dict[str, tuple[FacetCount, ...]]:
    counted = answer.get("aggregations", {})
    found = {name: counted[name].get("values", counted[name])["buckets"] for name in request.facets}
    groups = request.groups
    return {name: facet_counts(_counts(buckets), groups.get(name, ())) for name, buckets in found.items()}


def _counts(buckets: Sequence[Answer]) -> dict[str, int]:
    return {each["key"]: each["doc_count"] for each in buckets if each["doc_count"]}
