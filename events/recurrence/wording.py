"""A series in words: "Every second Tuesday, 4 p.m. to 6 p.m., until June 10, 2027"."""

from datetime import date

from dateutil.rrule import MONTHLY, weekday
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from core.clock import day_and_year_in_words, hours_in_words, time_in_words, weekday_in_words
from directory.hours.day_words import days_in_words, listed, numbered_weekday
from directory.hours.recurrence import Pattern
from events.recurrence.parts import Parts, UnreadableError, Weekday, parts_of
from events.recurrence.series import ChangeKind, Series

EVERY_DAY, WORKING_DAYS = set(range(7)), set(range(5))


def in_words(series: Series) -> str:
    """In the active language; the changed dates are not told, they stand in the list of dates."""
    parts = _parts(series)
    words = _with_hours(_days(series, parts), series)
    if parts and parts.until:
        day = formats.date_format(parts.until, "DATE_FORMAT")
        return _("%(series)s, until %(day)s") % {"series": words, "day": day}
    if parts and parts.count and parts.count > 1:
        times = ngettext("%(series)s, %(number)s time", "%(series)s, %(number)s times", parts.count)
        return times % {"series": words, "number": parts.count}
    return words


def _parts(series: Series) -> Parts | None:
    try:
        return parts_of(series.rule) if series.rule else None
    except UnreadableError:
        return None


def _with_hours(days: str, series: Series) -> str:
    if series.begins is None:
        if series.days <= 1:
            return days
        words = ngettext("%(series)s, for %(number)s day", "%(series)s, for %(number)s days", series.days)
        return words % {"series": days, "number": series.days}
    hours = hours_in_words(series.begins, series.ends) if series.ends else time_in_words(series.begins)
    return pgettext("opening hours", "%(days)s, %(hours)s") % {"days": days, "hours": hours}


def _days(series: Series, parts: Parts | None) -> str:
    is_once = parts is None or parts.count == 1
    if is_once and not any(change.kind == ChangeKind.EXTRA for change in series.changes):
        return _("Once: %(day)s") % {"day": day_and_year_in_words(series.first_day)}
    words = _repeated(parts, series.first_day) if parts and not is_once else ""
    return words or _("On the dates below")


def _repeated(parts: Parts, first_day: date) -> str:
    """Empty for what would need a lawyer's sentence."""
    if parts.weeks or parts.yeardays:
        return ""
    if parts.freq == "YEARLY":
        return _yearly(parts, first_day)
    if parts.months:
        return ""
    if parts.freq == "MONTHLY":
        return _monthly(parts, first_day)
    if parts.positions or parts.monthdays:
        return ""
    return _daily(parts) if parts.freq == "DAILY" else _weekly(parts, first_day)


def _daily(parts: Parts) -> str:
    if parts.weekdays:
        return _every_week(_plain(parts.weekdays)) if parts.interval == 1 else ""
    if parts.interval == 1:
        return _("Every day")
    return ngettext("Every %(number)s day", "Every %(number)s days", parts.interval) % {"number": parts.interval}


def _weekly(parts: Parts, first_day: date) -> str:
    days = _plain(parts.weekdays) or [first_day.weekday()]
    if parts.interval == 1:
        return _every_week(days)
    values = {"number": parts.interval, "days": listed([weekday_in_words(day) for day in days])}
    if parts.interval > 2:
        return ngettext("Every %(number)s week: %(days)s", "Every %(number)s weeks: %(days)s", parts.interval) % values
    return (_("Every second %(days)s") if len(days) == 1 else _("Every second week: %(days)s")) % values


def _every_week(days: list[int]) -> str:
    if set(days) == EVERY_DAY:
        return _("Every day")
    if set(days) == WORKING_DAYS:
        return _("Every weekday")
    return _("Every %(days)s") % {"days": listed([weekday_in_words(day) for day in days])}


def _monthly(parts: Parts, first_day: date) -> str:
    weekdays, monthdays = _numbered(parts), parts.monthdays
    if weekdays is None or (weekdays and monthdays):
        return ""
    if not weekdays and not monthdays:
        monthdays = (first_day.day,)
    if not weekdays and min(monthdays) < 0 and monthdays != (-1,):
        return ""
    if parts.interval > 1:
        pattern = Pattern(
            freq=MONTHLY, anchor=first_day, interval=parts.interval, weekdays=weekdays, monthdays=monthdays
        )
        return days_in_words(pattern)
    if weekdays:
        return _("The %(days)s of every month") % {"days": listed([numbered_weekday(day) for day in weekdays])}
    if monthdays == (-1,):
        return _("On the last day of every month")
    days = listed([str(day) for day in sorted(monthdays)])
    words = ngettext("On day %(days)s of every month", "On days %(days)s of every month", len(monthdays))
    return words % {"days": days}


def _yearly(parts: Parts, first_day: date) -> str:
    weekdays = _numbered(parts)
    if weekdays is None or len(parts.months) > 1 or len(parts.monthdays) > 1:
        return ""
    if weekdays:
        return _weekday_of_the_year(parts, weekdays) if parts.months and not parts.monthdays else ""
    if parts.monthdays and not parts.months:
        return ""
    return _date_of_the_year(parts, first_day)


def _weekday_of_the_year(parts: Parts, weekdays: tuple[weekday, ...]) -> str:
    days = listed([numbered_weekday(day) for day in weekdays])
    month = formats.date_format(date(2028, parts.months[0], 1), "F")
    words = _("Every year, the %(days)s of %(month)s")
    return words % {"days": days, "month": month} if parts.interval == 1 else ""


def _date_of_the_year(parts: Parts, first_day: date) -> str:
    month, number = (*parts.months, first_day.month)[0], (*parts.monthdays, first_day.day)[0]
    try:
        day = formats.date_format(date(2028, month, number), "MONTH_DAY_FORMAT")  # A leap year: it has every day.
    except ValueError:
        return ""
    if parts.interval == 1:
        return _("Every year on %(day)s") % {"day": day}
    words = ngettext("Every %(number)s year, on %(day)s", "Every %(number)s years, on %(day)s", parts.interval)
    return words % {"number": parts.interval, "day": day}


def _plain(weekdays: tuple[Weekday, ...]) -> list[int]:
    return sorted({day.day for day in weekdays})


def _numbered(parts: Parts) -> tuple[weekday, ...] | None:
    """Weekdays with the number they have in their month; None when these parts mean something else."""
    days = parts.weekdays
    if parts.positions:
        if len(days) != 1 or days[0].number or parts.monthdays:
            return None
        days = tuple(Weekday(days[0].day, position) for position in parts.positions)
    if any(not -5 <= day.number <= 5 or not day.number for day in days):
        return None
    return tuple(weekday(day.day, day.number) for day in days)
