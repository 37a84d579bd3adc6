"""Times and days in the words of the active language."""

from datetime import date, time, timedelta

from django.utils import formats
from django.utils.translation import gettext, pgettext

# "Every second week" without any date to count from: an arbitrary choice, but the same one every time.
FIXED_MONDAY = date(1970, 1, 5)
ONE_DAY = timedelta(days=1)
MIDNIGHT = time(0)
NOON = time(12)
LAST_MINUTE = time(23, 59)  # Many systems cannot write 24:00 and mean it by 23:59.


def time_in_words(at: time) -> str:
    """For example 9 a.m., 4:30 p.m., noon, midnight; 9 a. m. in Spanish, where the article stays outside."""
    if at == MIDNIGHT:
        return pgettext("time of day", "midnight")
    if at == NOON:
        return pgettext("time of day", "noon")
    return formats.time_format(at, _time_format(at))


def weekday_in_words(number: int) -> str:
    """Monday is 0."""
    return formats.date_format(FIXED_MONDAY + number * ONE_DAY, "l")


def day_in_words(day: date) -> str:
    """For dates so near that the year needs no saying."""
    # Translators: a date format of Django, see its template filter "date".
    return formats.date_format(day, pgettext("date format", "l, F j"))


def day_and_year_in_words(day: date) -> str:
    # Translators: a date format of Django, see its template filter "date".
    return formats.date_format(day, pgettext("date format", "l, F j, Y"))


def hours_in_words(opens_at: time, closes_at: time) -> str:
    if opens_at == closes_at:
        return gettext("all day and night")
    closes_at = MIDNIGHT if closes_at >= LAST_MINUTE else closes_at
    values = {"opens": time_in_words(opens_at), "closes": time_in_words(closes_at)}
    return pgettext("opening hours", "%(opens)s to %(closes)s") % values


def _time_format(at: time) -> str:
    # Translators: time formats of Django, see its template filter "time": 9 a.m., 9:30 a.m., 2 p.m., 2:30 p.m.
    if at < NOON:
        whole_hour, with_minutes = (
            pgettext("time format", r"g \a.\m."),
            pgettext("time format", r"g:i \a.\m."),
        )
    else:
        whole_hour, with_minutes = (
            pgettext("time format", r"g \p.\m."),
            pgettext("time format", r"g:i \p.\m."),
        )
    return with_minutes if at.minute else whole_hour
