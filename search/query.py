"""From a query string to a request. It comes from strangers: whatever is unknown or broken is ignored."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import cast

from django.http import QueryDict
from django.utils import timezone

from search import registry
from search.opening import opening
from search.request import SORTS, Point, SearchRequest, Sort
from search.understanding import understood
from search.zips import point_of_zip

LONGEST_TEXT = 400
MOST_VALUES = 30
FARTHEST_MILES = 100
LAST_PAGE = 100_000
LONGEST_VALUE = 120
PRECISION = 2  # Decimals of a visitor's own position: about half a mile, not a house.

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")
_POSITION = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,20})?),(-?[0-9]{1,3}(?:\.[0-9]{1,20})?)")


def search_request(
    data: QueryDict, language: str, *, facets: Iterable[str] = (), per_page: int = 20, now: datetime | None = None
) -> SearchRequest:
    """Understands q, kind, open, zip, near, place, within, sort, page, and every facet by its registered name.

    Words of q that choose a filter do so unless the query string chooses otherwise.
    """
    now = now or timezone.now()
    open_at, open_until = opening(_last(data, "open"), now) or (None, None)
    asked = SearchRequest(
        language=language,
        text=_text(data),
        filters=_filters(data),
        near=_near(data),
        open_at=open_at,
        open_until=open_until,
        within_miles=_number(data, "within", 1, FARTHEST_MILES),
        kinds=_values(data, "kind") & registry.kinds(),
        sort=_sort(data),
        page=_number(data, "page", 1, LAST_PAGE) or 1,
        per_page=per_page,
        facets=tuple(facets),
    )
    asked = understood(asked, now)
    return asked if asked.near else replace(asked, within_miles=None)


def _last(data: QueryDict, name: str) -> str:
    """Of repeated values the last one counts, as in every form."""
    return _CONTROL.sub(" ", data.get(name) or "").strip()


def _values(data: QueryDict, name: str) -> frozenset[str]:
    given = [value.strip() for value in data.getlist(name)[:MOST_VALUES]]
    return frozenset(value for value in given if value and len(value) <= LONGEST_VALUE and not _CONTROL.search(value))


def _text(data: QueryDict) -> str:
    return _last(data, "q")[:LONGEST_TEXT]


def _filters(data: QueryDict) -> dict[str, frozenset[str]]:
    given = {name: (known, _values(data, name)) for name, known in registry.facets().items()}
    chosen = {name: known(values) for name, (known, values) in given.items() if values}
    return {name: values for name, values in chosen.items() if values}


def _near(data: QueryDict) -> Point | None:
    """The visitor's position, else a place of the directory, else a ZIP code."""
    return _position(_last(data, "near")) or _place(_last(data, "place")) or point_of_zip(_last(data, "zip"))


def _position(written: str) -> Point | None:
    found = _POSITION.fullmatch(written)
    if not found:
        return None
    latitude, longitude = (round(float(number), PRECISION) for number in found.groups())
    return Point(latitude, longitude) if abs(latitude) <= 90 and abs(longitude) <= 180 else None


def _place(object_id: str) -> Point | None:
    return registry.place(object_id) if 0 < len(object_id) <= LONGEST_VALUE else None


def _sort(data: QueryDict) -> Sort:
    wanted = _last(data, "sort")
    return cast(Sort, wanted) if wanted in SORTS else "best"


def _number(data: QueryDict, name: str, least: int, most: int) -> int | None:
    written = _last(data, name)
    if not re.fullmatch(r"[0-9]{1,6}", written):
        return None
    number = int(written)
    return number if least <= number <= most else None
