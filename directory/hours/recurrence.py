"""On which dates a rule applies."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice
from typing import Literal, TypeVar

from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, WEEKLY, YEARLY, rrule, weekday

from core.clock import FIXED_MONDAY
from directory.hours.rules import Rule

WEEK = (MO, TU, WE, TH, FR, SA, SU)
WEEKDAYS = {str(day): day for day in WEEK}
Frequency = Literal[0, 1, 2]  # What dateutil calls yearly, monthly and weekly.
FREQUENCIES: dict[str, Frequency] = {"WEEKLY": WEEKLY, "MONTHLY": MONTHLY}

Part = TypeVar("Part")


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """A rule as far as it could be understood."""

    freq: Frequency
    anchor: date
    interval: int = 1
    weekdays: tuple[weekday, ...] = ()
    monthdays: tuple[int, ...] = ()
    yeardays: tuple[int, ...] = ()
    weeknumbers: tuple[int, ...] = ()
    week_starts: weekday = MO
    count: int | None = None
    only_date: date | None = None
    is_always: bool = False

    @property
    def is_every_week(self) -> bool:
        """Whether it repeats its days of the week without end or gap."""
        return self.names_only_weekdays and self.interval == 1 and self.count is None

    @property
    def names_only_weekdays(self) -> bool:
        """No numbers: neither the second Saturday nor the fifteenth."""
        numbered = any(day.n for day in self.weekdays) or self.monthdays or self.yeardays or self.weeknumbers
        return bool(self.weekdays and not numbered)


class UnreadableError(ValueError):
    """The rule does not say on which days it applies."""


@lru_cache(maxsize=4096)
def pattern_of(rule: Rule) -> Pattern | None:
    """Broken parts of a list are skipped; None when what remains would have to be guessed."""
    try:
        return _read(rule)
    except UnreadableError:
        return None


@lru_cache(maxsize=4096)
def dates_of(rule: Rule, start: date, end: date) -> tuple[date, ...]:
    """The dates from start to end, both included."""
    pattern = pattern_of(rule)
    first = max(filter(None, (start, rule.first_day)))
    last = min(filter(None, (end, rule.last_day)))
    if pattern is None or first > last:
        return ()
    return tuple(day for day in islice(_series(pattern, first, last), pattern.count) if day >= first)


def _series(pattern: Pattern, first: date, last: date) -> Iterator[date]:
    anchor = pattern.anchor if pattern.count else _moved_up(pattern, first)
    moments = rrule(
        pattern.freq,
        dtstart=datetime.combine(anchor, time.min),
        interval=pattern.interval,
        wkst=pattern.week_starts,
        byweekday=pattern.weekdays or None,
        bymonthday=pattern.monthdays or None,
        byyearday=pattern.yeardays or None,
        byweekno=pattern.weeknumbers or None,
        until=datetime.combine(last, time.min),
    )
    return (moment.date() for moment in moments)


def _moved_up(pattern: Pattern, first: date) -> date:
    """The anchor, moved towards `first` in whole intervals: a rule from 2005 costs no more than a new one."""
    if pattern.freq == WEEKLY:
        step = timedelta(weeks=pattern.interval)
        return pattern.anchor + max(0, (first - pattern.anchor) // step) * step
    months = pattern.interval * (12 if pattern.freq == YEARLY else 1)
    passed = (first.year - pattern.anchor.year) * 12 + first.month - pattern.anchor.month
    if passed < months:
        return pattern.anchor
    year, month = divmod(pattern.anchor.year * 12 + pattern.anchor.month - 1 + passed // months * months, 12)
    return date(year, month + 1, 1)


def _read(rule: Rule) -> Pattern:
    weekdays = _parts(rule.byday, _weekday)
    monthdays = _parts(rule.bymonthday, _number_up_to(31))
    yeardays = _parts(rule.byyearday, _number_up_to(366))
    weeknumbers = _parts(rule.byweekno, _number_up_to(53))
    freq = _frequency(rule, weekdays, monthdays, yeardays)
    if freq is None:
        return _without_frequency(rule)
    weekdays = _fitting(weekdays, freq)
    if not (weekdays or monthdays or yeardays):
        weekdays, monthdays = _days_of_the_first_date(rule, freq)
    return Pattern(
        freq=freq,
        anchor=rule.dtstart or rule.valid_from or FIXED_MONDAY,
        interval=_at_least_one(rule.interval) or 1,
        weekdays=weekdays,
        monthdays=monthdays,
        yeardays=yeardays,
        weeknumbers=weeknumbers,
        week_starts=WEEKDAYS.get(rule.wkst.strip().upper(), MO),
        # Without a date to count from, a number of times says nothing.
        count=_at_least_one(rule.count) if rule.dtstart or rule.valid_from else None,
    )


def _frequency(
    rule: Rule, weekdays: tuple[weekday, ...], monthdays: tuple[int, ...], yeardays: tuple[int, ...]
) -> Frequency | None:
    freq = rule.freq.strip().upper()
    if freq and freq not in FREQUENCIES:
        raise UnreadableError(freq)
    if freq:
        return FREQUENCIES[freq]
    if monthdays or any(day.n for day in weekdays):
        return MONTHLY
    if weekdays:
        return WEEKLY
    return YEARLY if yeardays else None


def _without_frequency(rule: Rule) -> Pattern:
    only_date = rule.dtstart or (rule.valid_from if rule.valid_from == rule.valid_to else None)
    if only_date:
        days = (WEEK[only_date.weekday()],)
        return Pattern(freq=WEEKLY, anchor=only_date, weekdays=days, count=1, only_date=only_date)
    if rule.by_appointment:
        return Pattern(freq=WEEKLY, anchor=FIXED_MONDAY, weekdays=WEEK, is_always=True)
    raise UnreadableError("no days")


def _fitting(weekdays: tuple[weekday, ...], freq: int) -> tuple[weekday, ...]:
    """A week has no second Saturday; and beside a second Saturday, dateutil wants plain Mondays counted too."""
    numbered = any(day.n for day in weekdays)
    if freq == WEEKLY and numbered:
        plain = tuple(day for day in weekdays if not day.n)
        if not plain:
            raise UnreadableError("only numbered days in a weekly rule")
        return plain
    if numbered:
        return tuple(each for day in weekdays for each in ([day] if day.n else [day(n) for n in range(1, 6)]))
    return weekdays


def _days_of_the_first_date(rule: Rule, freq: int) -> tuple[tuple[weekday, ...], tuple[int, ...]]:
    if rule.dtstart is None:
        raise UnreadableError("no days")
    if freq == WEEKLY:
        return (WEEK[rule.dtstart.weekday()],), ()
    return (), (rule.dtstart.day,)


def _parts(text: str, read: Callable[[str], Part | None]) -> tuple[Part, ...]:
    """The readable parts of a comma-separated list; a list without any is unreadable, not empty."""
    parts = tuple(part for part in map(read, text.upper().split(",")) if part is not None)
    if text.strip() and not parts:
        raise UnreadableError(text)
    return parts


def _weekday(part: str) -> weekday | None:
    match = re.fullmatch(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)", part.strip())
    if match is None:
        return None
    day = WEEKDAYS[match[2]]
    return day(int(match[1])) if match[1] else day


def _number_up_to(limit: int) -> Callable[[str], int | None]:
    def number(part: str) -> int | None:
        match = re.fullmatch(r"[+-]?[0-9]{1,3}", part.strip())
        return int(part) if match and 1 <= abs(int(part)) <= limit else None

    return number


def _at_least_one(number: int | None) -> int | None:
    return number if number and number > 0 else None
