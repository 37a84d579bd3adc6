"""The dates of a series on the real time line."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from core.clock import MIDNIGHT, ONE_DAY
from directory.hours.spans import moment
from events.recurrence.rule_dates import EARLIEST, LATEST, days_of, gives
from events.recurrence.series import Change, ChangeKind, Happening, Series

LONGEST = 366  # Days; what lasts longer than a year is no date any more.


@dataclass(frozen=True, kw_only=True)
class _Date:
    """One date as the clock on the wall shows it; `day` is its day by the rule, `on` the day it takes place."""

    day: date
    on: date
    begins: time | None
    ends: time | None
    is_cancelled: bool = False
    is_moved: bool = False
    is_extra: bool = False


def happenings(series: Series, start: date, end: date) -> list[Happening]:
    """The dates that begin (or would have begun) on a day from start to end, both included, in their order.

    A date moved elsewhere belongs to the day it moved to. Cancelled ones are among them and say so; a change of a day
    on which nothing would take place changes nothing.
    """
    start, end = max(start, EARLIEST), min(end, LATEST)
    dates = (_changed(series, date_) for date_ in _regular(series, start, end) + _extra(series))
    there = [_placed(series, date_) for date_ in dates if start <= date_.on <= end]
    return sorted(there, key=lambda happening: (happening.starts_at, happening.day))


def happening_of(series: Series, day: date) -> Happening | None:
    """The one whose day by the rule this is, wherever it has moved to."""
    planned = [date_ for date_ in _regular(series, day, day) + _extra(series) if date_.day == day]
    return _placed(series, _changed(series, planned[0])) if planned else None


def as_always(series: Series, day: date) -> Happening:
    """What would take place on a day if nobody had changed anything."""
    return _placed(series, _Date(day=day, on=day, begins=series.begins, ends=series.ends))


def _regular(series: Series, start: date, end: date) -> list[_Date]:
    skipped = {change.day for change in series.changes if change.kind == ChangeKind.SKIPPED}
    days = set(days_of(series.rule, series.first_day, start, end))
    moved = (change.day for change in series.changes if change.kind == ChangeKind.MOVED)
    days.update(day for day in moved if gives(series.rule, series.first_day, day))
    return [_Date(day=day, on=day, begins=series.begins, ends=series.ends) for day in sorted(days - skipped)]


def _extra(series: Series) -> list[_Date]:
    """A date more on a day that has one already is that one: a day is what a date is known by."""
    more = {change.day: change for change in reversed(series.changes) if change.kind == ChangeKind.EXTRA}
    skipped = {change.day for change in series.changes if change.kind == ChangeKind.SKIPPED}
    return [
        _with_times(_Date(day=day, on=day, begins=series.begins, ends=series.ends, is_extra=True), change)
        for day, change in more.items()
        if day in skipped or not gives(series.rule, series.first_day, day)
    ]


def _changed(series: Series, planned: _Date) -> _Date:
    for change in series.changes:
        if change.day != planned.day:
            continue
        if change.kind == ChangeKind.MOVED and not planned.is_moved:
            planned = _with_times(replace(planned, on=change.new_day or planned.on, is_moved=True), change)
        elif change.kind == ChangeKind.CANCELLED:
            planned = replace(planned, is_cancelled=True)
    return planned


def _with_times(planned: _Date, change: Change) -> _Date:
    """A date that begins later than it always ends lasts as long as always, not until the next day."""
    if planned.begins is None:
        return planned  # Whole days have no times to change.
    begins, ends = change.begins or planned.begins, change.ends or planned.ends
    if change.begins and ends and not change.ends and planned.ends and planned.begins < planned.ends <= begins:
        length = datetime.combine(planned.on, planned.ends) - datetime.combine(planned.on, planned.begins)
        ends = (datetime.combine(EARLIEST, begins) + length).time()
    return replace(planned, begins=begins, ends=ends)


def _placed(series: Series, planned: _Date) -> Happening:
    wall_start, wall_end = wall_clock(planned.on, planned.begins, planned.ends, series.days)
    starts_at = moment(wall_start, series.zone)
    return Happening(
        day=planned.day,
        starts_at=starts_at,
        # What begins in an hour that spring skips may seem to end before it has begun.
        ends_at=max(starts_at, moment(wall_end, series.zone)) if wall_end else None,
        is_all_day=planned.begins is None,
        is_cancelled=planned.is_cancelled,
        is_moved=planned.is_moved,
        is_extra=planned.is_extra,
    )


def wall_clock(day: date, begins: time | None, ends: time | None, days: int = 1) -> tuple[datetime, datetime | None]:
    """Without `begins` from midnight to midnight; an end at or before the beginning is on the next day."""
    if begins is None:
        midnight = datetime.combine(day, MIDNIGHT)
        return midnight, midnight + timedelta(days=min(max(days, 1), LONGEST))
    start = datetime.combine(day, begins.replace(tzinfo=None))
    if ends is None:
        return start, None
    end = datetime.combine(day, ends.replace(tzinfo=None))
    return start, end if end > start else end + ONE_DAY


def next_happenings(series: Series, start: date, at_most: int) -> list[Happening]:
    """The first ones from a day on, cancelled ones among them; however rare they are."""
    found: list[Happening] = []
    for years in (1, 5, 40):
        found = happenings(series, start, start + years * 366 * ONE_DAY)
        if len(found) >= at_most:
            break
    return found[:at_most]
