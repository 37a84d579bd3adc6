"""One request in parts that the server answers at once: the page of hits, which need not all be weighed to find the
best; and what is counted, which needs no weights.

The server remembers what it has counted until the index changes. What is open changes every minute, so it is counted
by itself.
"""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from search.engines.elastic.clauses import Query, query
from search.engines.elastic.mapping import alphabet, facet
from search.engines.sql import FAR_AWAY, minute, minutes
from search.geography import EARTH_RADIUS
from search.opening import Span, counted
from search.question import Question
from search.request import OPEN, Point, SearchRequest

MOST_VALUES = 5_000  # Of one facet.
HIT_FIELDS = ["kind", "object_id", "places"]

# The same formulas as in the statements of the databases.
_CLOSENESS = """
double nearest = params.far;
for (def place : doc['places']) {
  double up = Math.sin(Math.toRadians(place.lat - params.lat) / 2);
  double aside = Math.sin(Math.toRadians(place.lon - params.lon) / 2);
  double chord = up * up + Math.cos(Math.toRadians(params.lat)) * Math.cos(Math.toRadians(place.lat)) * aside * aside;
  double miles = 2 * params.radius * Math.atan2(Math.sqrt(chord), Math.sqrt(Math.abs(1 - chord)));
  nearest = Math.min(nearest, miles);
}
return _score * (1 + 0.25 / (1 + nearest / 5));
"""
# Every opening has one beginning and one end: what has begun more often than it has ended is open.
_CLOSED = """
int open = 0;
for (def opens : doc['opens']) { if (opens <= params.minute) open++; else break; }
for (def closes : doc['closes']) { if (closes <= params.minute) open--; else break; }
return open > 0 ? 0 : 1;
"""

Body = dict[str, Any]
Groups = Mapping[str, frozenset[str]]
Choices = Mapping[str, Query]  # By the name of the facet they are made in.


def hits(request: SearchRequest, asked: Question, *, start: int) -> Body:
    return {
        "query": _scored(request, asked, [*_within(request), *_choices(request).values()]),
        "from": start,
        "size": request.per_page,
        "sort": _order(request, asked),
        "track_scores": bool(asked),
        "track_total_hits": False,
        "_source": HIT_FIELDS,
    }


def counts(request: SearchRequest, asked: Question) -> Body:
    """The total and every facet but what is open."""
    # A choice within a facet that is counted must not hide the other values of that facet: it is applied afterwards.
    choices = _choices(request)
    after = {name: choice for name, choice in choices.items() if name in request.facets}
    before = [choice for name, choice in choices.items() if name not in after]
    return {
        "query": _unscored(request, asked, before),
        **({"post_filter": {"bool": {"filter": list(after.values())}}} if after else {}),
        "size": 0,
        "track_total_hits": True,
        "aggs": {name: _counts(name, after) for name in request.facets if name != OPEN},
    }


def open_counts(request: SearchRequest, asked: Question) -> Body:
    others = [choice for name, choice in _choices(request).items() if name != OPEN]
    spans = {name: _open_in(span) for name, span in counted(timezone.now()).items()}
    return {
        "query": _unscored(request, asked, others),
        "size": 0,
        "track_total_hits": False,
        "aggs": {OPEN: {"filters": {"filters": spans, "keyed": False}}},
    }


def _counts(name: str, after: Choices) -> dict[str, Any]:
    others = [choice for other, choice in after.items() if other != name]
    values = {"terms": {"field": facet(name), "size": MOST_VALUES}}
    return {"filter": {"bool": {"filter": others}}, "aggs": {"values": values}} if others else values


def _choices(request: SearchRequest) -> Choices:
    return {**_chosen(request.groups), **_open(request)}


def _chosen(groups: Groups) -> Choices:
    return {name: {"terms": {facet(name): sorted(values)}} for name, values in sorted(groups.items())}


def _open(request: SearchRequest) -> Choices:
    return {} if request.open_at is None else {OPEN: _open_in((request.open_at, request.open_until))}


def _open_in(span: Span) -> Query:
    first, last = minutes(*span)
    return {"range": {"opening": {"gte": first, "lte": last, "relation": "intersects"}}}


def _within(request: SearchRequest) -> list[Query]:
    if request.near is None or request.within_miles is None:
        return []
    return [{"geo_distance": {"distance": f"{request.within_miles}mi", "places": _geo(request.near)}}]


def _unscored(request: SearchRequest, asked: Question, conditions: list[Query]) -> Query:
    return {"bool": {"filter": [query(asked, request.language), *_within(request), *conditions]}}


def _scored(request: SearchRequest, asked: Question, conditions: list[Query]) -> Query:
    wanted = query(asked, request.language)
    if conditions:
        wanted = {"bool": {"must": [wanted], "filter": conditions}}
    if not asked or request.near is None:
        return wanted
    params = {"lat": request.near.latitude, "lon": request.near.longitude, "far": FAR_AWAY, "radius": EARTH_RADIUS}
    return {"script_score": {"query": wanted, "script": {"source": _CLOSENESS, "params": params}}}


def _order(request: SearchRequest, asked: Question) -> list[Any]:
    best = _best(request, asked)
    keys = {
        "best": best,
        "nearest": [_nearest(request.near), *best] if request.near and asked else best,
        "open": [_closed_last(request), *best],
        "newest": [{"updated": "desc"}],
    }[request.sort]
    return [*keys, {"id": "asc"}]


def _best(request: SearchRequest, asked: Question) -> list[Any]:
    """Relevance; without words the nearest; without a place the alphabet, the reader's language first."""
    if asked:
        return ["_score"]
    if request.near:
        return [_nearest(request.near)]
    return [{alphabet(request.language): {"order": "asc", "missing": "_last", "unmapped_type": "keyword"}}]


def _nearest(center: Point) -> Query:
    return {"_geo_distance": {"places": _geo(center), "order": "asc", "unit": "mi", "mode": "min"}}


def _closed_last(request: SearchRequest) -> Query:
    now = minute(request.open_at or timezone.now())
    return {"_script": {"type": "number", "order": "asc", "script": {"source": _CLOSED, "params": {"minute": now}}}}


def _geo(center: Point) -> dict[str, float]:
    return {"lat": center.latitude, "lon": center.longitude}
