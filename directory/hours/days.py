"""The hours of each day as the clock on the wall shows them, exceptions included."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta

from core.clock import LAST_MINUTE, MIDNIGHT, ONE_DAY
from directory.hours.merging import Span, merged
from directory.hours.recurrence import dates_of, pattern_of
from directory.hours.rules import DateException, Rule


def is_readable(rule: Rule) -> bool:
    """Whether the rule says on which days and at which hours; appointments need no hours."""
    return pattern_of(rule) is not None and _has_hours(rule)


def days_between(start: date, end: date) -> list[date]:
    return [start + n * ONE_DAY for n in range((end - start).days + 1)]


def hours_by_day(
    rules: Iterable[Rule], exceptions: Iterable[DateException], start: date, end: date
) -> dict[date, list[Span]]:
    """Naive wall-clock spans under the day on which they begin; a night runs on into the next day."""
    days: dict[date, list[Span]] = {day: [] for day in days_between(start, end)}
    for rule in filter(_has_hours, rules):
        for day in dates_of(rule, start, end):
            days[day].append(_regular_span(rule, day))
    exceptions = list(exceptions)
    for day in days:
        if special := exceptions_in_force(exceptions, day):
            days[day] = [_special_span(exception, day) for exception in special if not exception.closed]
    return {day: merged(spans) for day, spans in days.items()}


def exceptions_in_force(exceptions: Iterable[DateException], day: date) -> Sequence[DateException]:
    """The narrowest dates win: one open morning within a closed winter break. Closed beats open among equals."""
    covering = [exception for exception in exceptions if exception.says_something and exception.covers(day)]
    shortest = min((_length(exception) for exception in covering), default=None)
    narrowest = [exception for exception in covering if _length(exception) == shortest]
    return [exception for exception in narrowest if exception.closed][:1] or narrowest


def is_whole_day(span: Span) -> bool:
    return span.opens.time() == MIDNIGHT and span.closes - span.opens >= ONE_DAY


def _length(exception: DateException) -> timedelta:
    return exception.last_day - exception.starts_on


def _has_hours(rule: Rule) -> bool:
    return rule.by_appointment or None not in (rule.opens_at, rule.closes_at)


def _regular_span(rule: Rule, day: date) -> Span:
    opens, closes = wall_clock(day, rule.opens_at, rule.closes_at)
    return Span(opens=opens, closes=closes, by_appointment=rule.by_appointment)


def _special_span(exception: DateException, day: date) -> Span:
    opens, closes = wall_clock(day, exception.opens_at, exception.closes_at)
    return Span(opens=opens, closes=closes, reason=exception.reason)


def wall_clock(day: date, opens_at: time | None, closes_at: time | None) -> tuple[datetime, datetime]:
    """Without both times (appointments only) and with twice the same, it is the whole day."""
    midnight = datetime.combine(day, MIDNIGHT)
    if opens_at is None or closes_at is None or opens_at == closes_at:
        return midnight, midnight + ONE_DAY
    opens = datetime.combine(day, opens_at.replace(tzinfo=None))
    closes = datetime.combine(day, closes_at.replace(tzinfo=None))
    if closes.time() >= LAST_MINUTE:
        closes = midnight + ONE_DAY
    return opens, closes if closes > opens else closes + ONE_DAY
