"""Days on which an office works: promises are counted in them, never in calendar days."""

from collections.abc import Collection
from datetime import date, timedelta

from core.office_hours import DAYS

ONE_DAY = timedelta(days=1)
SCHOOL_WEEK = frozenset(range(5))


def weekdays_in(office_days: str) -> frozenset[int]:
    """ "MO,TU,FR" as numbers, Monday 0; Monday to Friday where nothing usable is written."""
    return frozenset(DAYS.index(day) for day in office_days.split(",") if day in DAYS) or SCHOOL_WEEK


def is_business_day(day: date, weekdays: Collection[int], holidays: Collection[date] = ()) -> bool:
    return day.weekday() in weekdays and day not in holidays


def business_day_after(
    day: date, count: int, weekdays: Collection[int] = SCHOOL_WEEK, holidays: Collection[date] = ()
) -> date:
    """The day by which `count` business days have passed; the first day itself never counts.

    Zero: the day itself, or the next one on which somebody works.
    """
    weekdays = weekdays or SCHOOL_WEEK
    while not count and not is_business_day(day, weekdays, holidays):
        day += ONE_DAY
    while count:
        day += ONE_DAY
        count -= is_business_day(day, weekdays, holidays)
    return day


def business_days_between(
    start: date, end: date, weekdays: Collection[int] = SCHOOL_WEEK, holidays: Collection[date] = ()
) -> int:
    """How many business days are left after `start`, `end` included; 0 where the end has come."""
    days = (start + ONE_DAY * n for n in range(1, (end - start).days + 1))
    return sum(is_business_day(day, weekdays or SCHOOL_WEEK, holidays) for day in days)
