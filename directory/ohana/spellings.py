"""How Ohana writes days, dates and times, in the words of the standard."""

import datetime as dt
import re
from collections.abc import Iterator

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
PHONES = {"sms": "text", "tty": "textphone", "hotline": "voice"}
ACCESSIBILITY = {
    "cd": "Information on CD",
    "deaf_interpreter": "Interpreter for the deaf",
    "disabled_parking": "Disabled parking",
    "elevator": "Elevator",
    "ramp": "Ramp",
    "restroom": "Accessible restroom",
    "tape_braille": "Information on tape or in Braille",
    "tty": "Text telephone (TTY)",
    "wheelchair": "Accessible by wheelchair",
    "wheelchair_van": "Van for wheelchairs",
}
TIME = re.compile(r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*([ap])\.?m\.?", re.IGNORECASE)
EVERY_YEAR = 1  # Ohana writes the year 0001 for a holiday of every year.
YEARS_AHEAD = 2


def byday(weekday: str) -> str:
    """MO for Monday, Mon or 1; the text itself when it is no weekday."""
    found = weekday.strip().lower()
    if found.isdigit() and 1 <= int(found) <= 7:
        return BYDAY[int(found) - 1]
    return next((BYDAY[n] for n, name in enumerate(WEEKDAYS) if len(found) > 2 and name.startswith(found[:3])), weekday)


def time_of(text: str) -> str:
    """17:30:00 for 5:30 PM; the text itself when it is no time."""
    found = TIME.fullmatch(text.strip())
    if found is None:
        return text.strip()
    hour = int(found[1]) % 12 + (12 if found[4].lower() == "p" else 0)
    return f"{hour:02}:{found[2] or '00'}:{found[3] or '00'}"


def date_of(text: str) -> dt.date | None:
    """American order, as Ohana expects it: January 31, 2026, 1/31/2026, 1/31/26 or 2026-01-31."""
    for form in ("%B %d, %Y", "%b %d, %Y", "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d"):
        try:
            return dt.datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def days_of(start: dt.date, end: dt.date, today: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    """The dates a holiday falls on: itself, or for one of every year the next two times."""
    if start.year != EVERY_YEAR:
        yield start, end
        return
    found = 0
    for year in range(today.year - 1, today.year + YEARS_AHEAD + 10):
        over_new_year = (end.month, end.day) < (start.month, start.day)
        first, last = _in(start, year), _in(end, year + over_new_year)
        if found < YEARS_AHEAD and last >= today:
            yield first, last
            found += 1


def _in(day: dt.date, year: int) -> dt.date:
    try:
        return day.replace(year=year)
    except ValueError:  # February 29 in a year without one.
        return dt.date(year, 3, 1)
