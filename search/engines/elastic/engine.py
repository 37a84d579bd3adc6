"""Elasticsearch: one request per question. While it does not answer, the database does."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from elasticsearch import ApiError, Elasticsearch
from elasticsearch.exceptions import HTTP_EXCEPTIONS

from search.engines.base import Engine, Found, Row, facet_counts
from search.engines.elastic import asking, index
from search.engines.elastic.mapping import LAST_RESULT
from search.engines.elastic.server import NotAnswering
from search.engines.elastic.server import asked as answered
from search.geography import miles_between
from search.question import Question
from search.request import OPEN, Point, SearchRequest
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
            (answer,) = answered(lambda client: _send(client, asking.hits(request, titles_only, start=0)))
        except NotAnswering:
            return self._database.titles(asked, language, n)
        return _rows(answer, None)


def _find(client: Elasticsearch, request: SearchRequest, asked: Question) -> Found:
    start = (max(request.page, 1) - 1) * request.per_page
    if start + request.per_page > LAST_RESULT:
        start = 0  # Nothing is there; the first answer tells which page is the last.
    bodies = [asking.hits(request, asked, start=start), asking.counts(request, asked)]
    if OPEN in request.facets:
        bodies.append(asking.open_counts(request, asked))
    shown, *counted = _send(client, *bodies)
    total = counted[0]["hits"]["total"]["value"]
    pages = max(1, -(-total // request.per_page))
    page = min(max(request.page, 1), pages)
    last_start = min((page - 1) * request.per_page, LAST_RESULT - request.per_page)
    if total and start != last_start:
        (shown,) = _send(client, asking.hits(request, asked, start=last_start))
    return Found(rows=_rows(shown, request.near), total=total, facets=_facets(counted, request), page=page, pages=pages)


def _send(client: Elasticsearch, *bodies: Answer) -> list[Answer]:
    """Part of an answer would be a wrong answer. Raises as a request of its own would for a body that fails."""
    where = {"index": index.alias(), "allow_partial_search_results": False}
    answer = client.msearch(searches=[line for body in bodies for line in (where, body)])
    answers = list(answer.body["responses"])
    for each in answers:
        if "error" in each:
            refusal = HTTP_EXCEPTIONS.get(each["status"], ApiError)
            raise refusal(str(each["error"].get("reason")), answer.meta, each)
    return answers


def _rows(answer: Answer, near: Point | None) -> list[Row]:
    return [_row(hit, near) for hit in answer["hits"]["hits"]]


def _row(hit: Answer, near: Point | None) -> Row:
    source = hit["_source"]
    distances = [miles_between(near, place["lat"], place["lon"]) for place in source["places"]] if near else []
    return Row(int(hit["_id"]), source["kind"], source["object_id"], hit["_score"] or 0.0, min(distances, default=None))


def _facets(counted: Sequence[Answer], request: SearchRequest) -> dict[str, tuple[FacetCount, ...]]:
    found = {name: each for answer in counted for name, each in answer.get("aggregations", {}).items()}
    buckets = {name: found[name].get("values", found[name])["buckets"] for name in request.facets}
    return {name: facet_counts(_counts(buckets[name]), request.groups.get(name, ())) for name in request.facets}


def _counts(buckets: Sequence[Answer]) -> dict[str, int]:
    return {each["key"]: each["doc_count"] for each in buckets if each["doc_count"]}
