"""Pieces of SQL that SQLite and PostgreSQL understand alike. Values are always parameters, never text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import cos, radians
from typing import Any

from search import words_table
from search.geography import EARTH_RADIUS, box
from search.models import SearchDocument, SearchFacet, SearchOpening, SearchPlace, SearchText
from search.request import KIND, Point, SearchRequest

LONGEST_OPENING = 24 * 60  # Longer spans are stored in pieces.
FAR_AWAY = 30_000.0  # Miles: what has no place comes after everything that has one.


@dataclass(frozen=True)
class Sql:
    text: str
    params: tuple[Any, ...] = ()

    def __add__(self, other: "Sql") -> "Sql":
        return Sql(f"{self.text} {other.text}", (*self.params, *other.params))


DOCUMENT = Sql(SearchDocument._meta.db_table)
FACET = Sql(SearchFacet._meta.db_table)
OPENING = Sql(SearchOpening._meta.db_table)
PLACE = Sql(SearchPlace._meta.db_table)
TEXT = Sql(SearchText._meta.db_table)
WORDS = Sql(words_table.TABLE)
HEADS = Sql(words_table.HEADS)  # PostgreSQL only.


def joined(separator: str, parts: Iterable[Sql]) -> Sql:
    parts = list(parts)
    return Sql(separator.join(part.text for part in parts), tuple(value for part in parts for value in part.params))


def where(conditions: Iterable[Sql]) -> Sql:
    conditions = list(conditions)
    return Sql("WHERE") + joined(" AND ", conditions) if conditions else Sql("")


def minute(moment: datetime) -> int:
    return int(moment.astimezone(UTC).timestamp()) // 60


def plain_conditions(request: SearchRequest) -> list[Sql]:
    """What holds whatever facet is counted: open and near. The document is `d`."""
    conditions = []
    if request.open_at is not None:
        conditions.append(Sql("d.id IN (") + open_at(*minutes(request.open_at, request.open_until)) + Sql(")"))
    if request.near is not None and request.within_miles is not None:
        conditions.append(Sql("d.id IN (") + within(request.near, request.within_miles) + Sql(")"))
    return conditions


def group_conditions(groups: dict[str, frozenset[str]], document: str) -> list[Sql]:
    """One condition per group on a column with the id of a document."""
    return [chosen(name, values, document) for name, values in sorted(groups.items())]


def chosen(name: str, values: Iterable[str], document: str) -> Sql:
    values = tuple(sorted(values))
    listed = Sql(f"({', '.join(['%s'] * len(values))})", values)
    if name == KIND:
        inside = Sql("SELECT id FROM") + DOCUMENT + Sql("WHERE kind IN")
    else:
        inside = Sql("SELECT document_id FROM") + FACET + Sql("WHERE name = %s AND value IN", (name,))
    return Sql(f"{document} IN (") + inside + listed + Sql(")")


def numbered(column: str, ids: Sequence[int]) -> Sql:
    """Whole numbers of ours may stand in the text: thousands of parameters are more than SQLite takes."""
    return Sql(f"{column} IN ({', '.join(map(str, ids))})")


def minutes(since: datetime, until: datetime | None) -> tuple[int, int]:
    """The first and the last minute of a span; of a moment both are the same."""
    first = minute(since)
    return first, max(first, minute(until) - 1) if until else first


def open_at(minute: int, last: int | None = None) -> Sql:
    """The documents open in a minute, or in any minute from it to the last."""
    return Sql("SELECT document_id FROM") + opened(minute, minute if last is None else last)


def opened(minute: int, last: int) -> Sql:
    """The openings in any minute of a span."""
    condition = Sql("WHERE opens > %s AND opens <= %s AND closes > %s", (minute - LONGEST_OPENING, last, minute))
    return OPENING + condition


def within(center: Point, miles: float) -> Sql:
    """The box is found by an index, the circle inside it by arithmetic."""
    in_box = Sql("p.latitude BETWEEN %s AND %s AND p.longitude BETWEEN %s AND %s", box(center, miles))
    in_circle = haversine(center) + Sql("<= %s", (miles,))
    return Sql("SELECT p.document_id FROM") + PLACE + Sql("p") + where([in_box, in_circle])


def nearest(center: Point) -> Sql:
    """Miles from the center to the nearest place of document `d`, or NULL."""
    return Sql("(SELECT min(") + haversine(center) + Sql(") FROM") + PLACE + Sql("p WHERE p.document_id = d.id)")


def haversine(center: Point) -> Sql:
    """Miles from the center to place `p`. `abs` forgives what rounding makes of the other end of the world."""
    chord = "(power(sin(radians(p.latitude - %s) / 2), 2) + %s * cos(radians(p.latitude))"
    chord += " * power(sin(radians(p.longitude - %s) / 2), 2))"
    params = (center.latitude, cos(radians(center.latitude)), center.longitude)
    return Sql(f"2 * {EARTH_RADIUS} * atan2(sqrt({chord}), sqrt(abs(1 - {chord})))", params + params)
