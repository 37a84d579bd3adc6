"""Rules by the day and by the week, counted here: what never comes, dateutil would look for until the year 9999."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from core.clock import ONE_DAY
from events.recurrence.parts import Parts

STEPS = {"DAILY": timedelta(days=1), "WEEKLY": timedelta(weeks=1)}


def days_and_weeks(parts: Parts, first_day: date, end: date) -> Iterator[date]:
    """From the first day on, through the end."""
    step, weekdays = STEPS[parts.freq] * parts.interval, {weekday.day for weekday in parts.weekdays}
    start, length = first_day, 1
    if parts.freq == "WEEKLY":
        weekdays = weekdays or {first_day.weekday()}
        start, length = first_day - (first_day.weekday() - parts.week_starts) % 7 * ONE_DAY, 7
    for number in range((end - start) // step + 1):
        days = [start + number * step + n * ONE_DAY for n in range(length)]
        chosen = _at_positions([day for day in days if _fits(day, parts, weekdays)], parts.positions)
        yield from (day for day in chosen if first_day <= day <= end)


def _fits(day: date, parts: Parts, weekdays: set[int]) -> bool:
    if weekdays and day.weekday() not in weekdays:
        return False
    if parts.months and day.month not in parts.months:
        return False
    from_the_end = day.day - monthrange(day.year, day.month)[1] - 1
    return not parts.monthdays or day.day in parts.monthdays or from_the_end in parts.monthdays


def _at_positions(days: list[date], positions: tuple[int, ...]) -> list[date]:
    if not positions:
        return days
    places = {position - 1 if position > 0 else len(days) + position for position in positions}
    return [day for place, day in enumerate(days) if place in places]
