"""Opening hours for search engines, in the words of schema.org."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from directory.hours.answers import LOOKS_AHEAD
from directory.hours.days import (
    LAST_MINUTE,
    MIDNIGHT,
    ONE_DAY,
    days_between,
    exceptions_in_force,
    hours_by_day,
    wall_clock,
)
from directory.hours.recurrence import dates_of, pattern_of
from directory.hours.rules import DateException, Rule

Specification = dict[str, str | list[str]]

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def jsonld(rules: Iterable[Rule], exceptions: Iterable[DateException], today: date) -> list[Specification]:
    """OpeningHoursSpecification: weekly hours as such, every other date of the next 60 days by itself.

    Search engines take a dated entry as all the hours of that date. Appointments are unknown to them and left out.
    """
    walk_in = [rule for rule in rules if not rule.by_appointment]
    return _weekly(walk_in, today) + _dated(walk_in, list(exceptions), today)


def _weekly(rules: Sequence[Rule], today: date) -> list[Specification]:
    coming = [rule for rule in rules if rule.last_day is None or rule.last_day >= today]
    return [_weekly_entry(rule, today) for rule in coming if _is_weekly(rule)]


def _is_weekly(rule: Rule) -> bool:
    pattern = pattern_of(rule)
    return pattern is not None and pattern.is_every_week and None not in (rule.opens_at, rule.closes_at)


def _weekly_entry(rule: Rule, today: date) -> Specification:
    pattern = pattern_of(rule)
    numbers = sorted({day.weekday for day in pattern.weekdays}) if pattern else []
    entry: Specification = {
        "@type": "OpeningHoursSpecification",
        "dayOfWeek": [DAY_NAMES[number] for number in numbers],
        **_times(*wall_clock(today, rule.opens_at, rule.closes_at)),
    }
    if rule.first_day and rule.first_day > today:
        entry["validFrom"] = rule.first_day.isoformat()
    if rule.last_day:
        entry["validThrough"] = rule.last_day.isoformat()
    return entry


def _dated(rules: Sequence[Rule], exceptions: Sequence[DateException], today: date) -> list[Specification]:
    horizon = today + LOOKS_AHEAD
    dates = {day for day in days_between(today, horizon) if exceptions_in_force(exceptions, day)}
    for rule in rules:
        if not _is_weekly(rule):
            dates.update(dates_of(rule, today, horizon))
    hours = hours_by_day(rules, exceptions, today, horizon)
    times = {day: [_times(span.opens, span.closes) for span in hours[day]] for day in sorted(dates)}
    return [
        _dated_entry(first, last, each)
        for first, last in _runs(times)
        for each in times[first] or [{"opens": "00:00", "closes": "00:00"}]
    ]


def _dated_entry(first: date, last: date, times: dict[str, str]) -> Specification:
    return {
        "@type": "OpeningHoursSpecification",
        **times,
        "validFrom": first.isoformat(),
        "validThrough": last.isoformat(),
    }


def _runs(times: dict[date, list[dict[str, str]]]) -> list[tuple[date, date]]:
    """Days in a row with the same hours, such as a closed winter break, as first and last day."""
    runs: list[tuple[date, date]] = []
    for day, hours in times.items():
        if runs and runs[-1][1] + ONE_DAY == day and times[runs[-1][1]] == hours:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _times(opens: datetime, closes: datetime) -> dict[str, str]:
    """Twice midnight means closed to search engines, so a day that ends at midnight ends a minute early."""
    last = LAST_MINUTE if closes.time() == MIDNIGHT else closes.time()
    return {"opens": f"{opens:%H:%M}", "closes": f"{last:%H:%M}"}
