"""The days a rule gives, without a clock."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice

from dateutil.rrule import MONTHLY, YEARLY, rrule, weekday

from events.recurrence.days_and_weeks import STEPS, days_and_weeks
from events.recurrence.parts import Parts, UnreadableError, Weekday, parts_of

A_GENERATION = timedelta(days=30 * 366)  # 29 February is a Monday every 28 years.
EARLIEST, LATEST = date(1900, 1, 1), date(2200, 1, 1)  # Beyond, somebody has mistyped a year, and zones know nothing.


@lru_cache(maxsize=4096)
def days_of(rule: str, first_day: date, start: date, end: date) -> tuple[date, ...]:
    """Those from start to end, both included. The first day is always one of them (RFC 5545 §3.8.5.3).

    A rule that cannot be read gives that day alone: what is stored must never break a page.
    """
    start, end = max(start, EARLIEST, first_day), min(end, LATEST)
    days = {first_day} if start <= first_day <= end else set()
    if rule and start <= end:
        days.update(_by_rule(rule, first_day, start, end))
    return tuple(sorted(days))


def gives(rule: str, first_day: date, day: date) -> bool:
    return day in days_of(rule, first_day, day, day)


def rule_matches(parts: Parts, first_day: date) -> bool:
    """Whether the first day is a day of the rule, or would stand beside it."""
    return first_day in _dates(parts, first_day, first_day, first_day)


def first_days(parts: Parts, first_day: date, at_most: int) -> list[date]:
    """The first days the rule itself gives, never more than asked for; who has none for years has none."""
    found: list[date] = []
    for day in _dates(parts, first_day, first_day, min(first_day, LATEST - A_GENERATION) + A_GENERATION):
        found.append(day)
        if len(found) == at_most:
            break
    return found


def _by_rule(rule: str, first_day: date, start: date, end: date) -> Iterator[date]:
    try:
        yield from _dates(parts_of(rule), first_day, start, end)
    except UnreadableError:
        return


def _dates(parts: Parts, first_day: date, start: date, end: date) -> Iterator[date]:
    end = min(end, parts.until) if parts.until else end
    if not EARLIEST <= first_day <= end:
        return
    if parts.freq in STEPS:
        days = days_and_weeks(parts, first_day if parts.count else _moved_up(parts, first_day, start), end)
    else:
        days = _months_and_years(parts, first_day, end)
    yield from (day for day in islice(days, parts.count) if day >= start)


def _months_and_years(parts: Parts, first_day: date, end: date) -> Iterator[date]:
    moments = rrule(
        MONTHLY if parts.freq == "MONTHLY" else YEARLY,
        dtstart=datetime.combine(first_day, time.min),
        interval=parts.interval,
        wkst=parts.week_starts,
        bymonth=parts.months or None,
        byweekno=parts.weeks or None,
        byyearday=parts.yeardays or None,
        bymonthday=parts.monthdays or None,
        byweekday=_weekdays(parts, first_day) or None,
        bysetpos=parts.positions or None,
        until=datetime.combine(end, time.min),
    )
    return (moment.date() for moment in moments)


def _moved_up(parts: Parts, first_day: date, start: date) -> date:
    """The first day, moved towards `start` in whole intervals: what began in 2005 costs no more than a new one.

    One interval is left as a run-up, so that the week `start` is in is seen whole. Months and years are few.
    """
    step = STEPS[parts.freq] * parts.interval
    return first_day + max(0, (start - first_day) // step - 1) * step


def _weekdays(parts: Parts, first_day: date) -> list[weekday]:
    if parts.weeks and not parts.weekdays:
        return [weekday(first_day.weekday())]  # As RFC 5545 says; dateutil would take the week's seven days.
    if not any(day.number for day in parts.weekdays):
        return [weekday(day.day) for day in parts.weekdays]
    if parts.has_impossible_numbers:
        raise UnreadableError(parts)  # Before dateutil stumbles over it.
    every = range(1, 6) if parts.freq == "MONTHLY" or parts.months else range(1, 54)
    return [weekday(day.day, number) for day in parts.weekdays for number in _numbers(day, every)]


def _numbers(day: Weekday, every: Iterable[int]) -> Iterable[int]:
    """Beside a second Saturday, dateutil takes a plain Monday for a condition; RFC 5545 means every Monday too."""
    return [day.number] if day.number else every
