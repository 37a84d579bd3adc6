"""A time zone as calendars carry it along (VTIMEZONE, RFC 5545 §3.6.5): every clock change of the years asked for.

The library's own writes spring's onset in the new time instead of the old one, and so misses it by an hour.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

A_WEEK, A_MINUTE = timedelta(weeks=1), timedelta(minutes=1)


class Change(NamedTuple):
    """`onset` as the clock on the wall shows it before it is changed."""

    offset_from: timedelta
    offset_to: timedelta
    name: str
    is_daylight: bool
    onset: datetime


@lru_cache(maxsize=64)
def timezone_of(zone: ZoneInfo, first_year: int, last_year: int) -> Timezone:
    component = Timezone()
    component.add("tzid", zone.key)
    changes = sorted([_beginning(zone, first_year), *_changes(zone, first_year, last_year)])
    for _same, group in groupby(changes, key=lambda change: change[:4]):
        component.add_component(_observance(list(group)))
    return component


def _observance(changes: list[Change]) -> TimezoneStandard | TimezoneDaylight:
    first, *others = changes
    piece = TimezoneDaylight() if first.is_daylight else TimezoneStandard()
    piece.add("dtstart", first.onset)
    piece.add("tzoffsetfrom", first.offset_from)
    piece.add("tzoffsetto", first.offset_to)
    piece.add("tzname", first.name)
    if others:
        piece.add("rdate", [change.onset for change in others])
    return piece


def _beginning(zone: ZoneInfo, year: int) -> Change:
    """What was in force before the first change; for most of Arizona the only one."""
    start = datetime(year, 1, 1, tzinfo=UTC).astimezone(zone)
    offset = _offset(start)
    return Change(offset, offset, start.tzname() or zone.key, bool(start.dst()), datetime(year, 1, 1))


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    before, end = datetime(first_year, 1, 1, tzinfo=UTC), datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while before < end:
        after = before + A_WEEK
        if _offset(before.astimezone(zone)) != _offset(after.astimezone(zone)):
            yield _change(zone, before, after)
        before = after


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """Found by halving the week it lies in, to the minute."""
    old = _offset(before.astimezone(zone))
    while after - before > A_MINUTE:
        middle = before + ((after - before) / 2 // A_MINUTE) * A_MINUTE
        before, after = (middle, after) if _offset(middle.astimezone(zone)) == old else (before, middle)
    local = after.astimezone(zone)
    return Change(
        old, _offset(local), local.tzname() or zone.key, bool(local.dst()), (after + old).replace(tzinfo=None)
    )


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()
