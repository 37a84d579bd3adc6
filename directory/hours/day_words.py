"""The days of a rule in words."""

from collections.abc import Sequence

from dateutil.rrule import MONTHLY, weekday
from django.utils.translation import gettext, ngettext, pgettext

from core.clock import day_and_year_in_words, weekday_in_words
from directory.hours.recurrence import Pattern


def days_in_words(pattern: Pattern) -> str:
    """For example "Monday to Friday", "Every other week on Tuesday", "Second Saturday of the month"."""
    words = _days(pattern)
    return words[:1].upper() + words[1:]


def _days(pattern: Pattern) -> str:
    if pattern.only_date:
        return day_and_year_in_words(pattern.only_date)
    if pattern.names_only_weekdays:
        return _weekly(pattern)
    by_weekday = pattern.weekdays and not pattern.monthdays
    by_number = not pattern.weekdays and (min(pattern.monthdays, default=0) > 0 or pattern.monthdays == (-1,))
    readable = pattern.freq == MONTHLY and (by_weekday or by_number)
    if not readable or pattern.yeardays or pattern.weeknumbers:
        return gettext("on certain days of the year")
    return _monthly(pattern)


def _weekly(pattern: Pattern) -> str:
    days = _weekdays(sorted({day.weekday for day in pattern.weekdays}))
    if pattern.interval == 1:
        return days
    if pattern.freq == MONTHLY:
        return _every_few_months(days, pattern.interval)
    if pattern.interval == 2:
        return gettext("every other week: %(days)s") % {"days": days}
    words = ngettext("every %(number)s week: %(days)s", "every %(number)s weeks: %(days)s", pattern.interval)
    return words % {"days": days, "number": pattern.interval}


def _monthly(pattern: Pattern) -> str:
    days = _numbered_weekdays(pattern.weekdays) if pattern.weekdays else _days_of_the_month(pattern.monthdays)
    return days if pattern.interval == 1 else _every_few_months(days, pattern.interval)


def _every_few_months(days: str, interval: int) -> str:
    if interval == 2:
        return gettext("every other month: %(days)s") % {"days": days}
    words = ngettext("every %(number)s month: %(days)s", "every %(number)s months: %(days)s", interval)
    return words % {"days": days, "number": interval}


def _weekdays(numbers: Sequence[int]) -> str:
    if len(numbers) == 7:
        return gettext("every day")
    first, last = numbers[0], numbers[-1]
    if len(numbers) > 2 and last - first + 1 == len(numbers):
        values = {"first_day": weekday_in_words(first), "last_day": weekday_in_words(last)}
        return pgettext("days of the week", "%(first_day)s to %(last_day)s") % values
    return listed([weekday_in_words(number) for number in numbers])


def _numbered_weekdays(weekdays: Sequence[weekday]) -> str:
    days = [numbered_weekday(day) for day in weekdays]
    return gettext("%(days)s of the month") % {"days": listed(days)}


def numbered_weekday(day: weekday) -> str:
    words = {
        1: gettext("first %(weekday)s"),
        2: gettext("second %(weekday)s"),
        3: gettext("third %(weekday)s"),
        4: gettext("fourth %(weekday)s"),
        5: gettext("fifth %(weekday)s"),
        -1: gettext("last %(weekday)s"),
        -2: gettext("second to last %(weekday)s"),
        -3: gettext("third to last %(weekday)s"),
        -4: gettext("fourth to last %(weekday)s"),
        -5: gettext("fifth to last %(weekday)s"),
    }
    return words[day.n] % {"weekday": weekday_in_words(day.weekday)}


def _days_of_the_month(numbers: Sequence[int]) -> str:
    if numbers == (-1,):
        return gettext("last day of the month")
    days = listed([str(number) for number in sorted(numbers)])
    words = ngettext("on day %(days)s of the month", "on days %(days)s of the month", len(numbers))
    return words % {"days": days}


def listed(items: Sequence[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    values = {"items": ", ".join(items[:-1]), "last_item": items[-1]}
    return pgettext("list", "%(items)s and %(last_item)s") % values
