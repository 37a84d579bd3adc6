"""From a query string to a request. It comes from strangers: whatever is unknown or broken is ignored."""

import re
from collections.abc import Iterable
from datetime import datetime
from typing import cast

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from search import registry
from search.request import SORTS, Point, SearchRequest, Sort
from search.zips import point_of_zip

LONGEST_TEXT = 400
MOST_VALUES = 30
FARTHEST_MILES = 100
LAST_PAGE = 100_000
LONGEST_VALUE = 120

_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


def search_request(
    data: QueryDict, language: str, *, facets: Iterable[str] = (), per_page: int = 20, now: datetime | None = None
) -> SearchRequest:
    """Understands q, kind, open, zip, within, sort, page, and every facet by its registered name."""
    return SearchRequest(
        language=language,
        text=_text(data),
        filters=_filters(data),
        near=_near(data),
        within_miles=_miles(data),
        open_at=_open_at(data, now or timezone.now()),
        kinds=_values(data, "kind") & registry.kinds(),
        sort=_sort(data),
        page=_number(data, "page", 1, LAST_PAGE) or 1,
        per_page=per_page,
        facets=tuple(facets),
    )


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
    chosen = {name: known(values) & values for name, (known, values) in given.items() if values}
    return {name: values for name, values in chosen.items() if values}


def _near(data: QueryDict) -> Point | None:
    return point_of_zip(_last(data, "zip"))


def _miles(data: QueryDict) -> float | None:
    return _number(data, "within", 1, FARTHEST_MILES) if _near(data) else None


def _open_at(data: QueryDict, now: datetime) -> datetime | None:
    """`now`, or a moment of the district's clock such as 2026-11-28T10:00."""
    wanted = _last(data, "open")
    if wanted == "now":
        return now
    try:
        moment = parse_datetime(wanted)
    except ValueError:
        return None
    if moment is None or abs(moment.year - now.year) > 1:
        return None
    return moment if timezone.is_aware(moment) else timezone.make_aware(moment)


def _sort(data: QueryDict) -> Sort:
    wanted = _last(data, "sort")
    return cast(Sort, wanted) if wanted in SORTS else "best"


def _number(data: QueryDict, name: str, least: int, most: int) -> int | None:
    written = _last(data, name)
    if not re.fullmatch(r"[0-9]{1,6}", written):
        return None
    number = int(written)
    return number if least <= number <= most else None
