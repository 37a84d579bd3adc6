"""What the `open` of an address asks for: a moment, or a span within which being open at any time will do."""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24)}
TONIGHT = {"tonight": "today-evening"}
AHEAD = {"now": 0, "today": 0, "tonight": 0, "tomorrow": 1, "overmorrow": 2}

_DAY = re.compile(
    rf"(today|tomorrow|overmorrow|weekend|(?:next)?(?:{'|'.join(WEEKDAYS)})|(?:{'|'.join(MONTHS)})[0-9]{{2}}"
    rf"|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:-({'|'.join(PARTS)}))?"
)
# What is counted for every reader: who needs help asks for now or for what is left of the day.
COUNTED = ("now", "today")
Span = tuple[datetime, datetime | None]


def counted(now: datetime) -> dict[str, Span]:
    """The spans by their names."""
    return {name: span for name in COUNTED if (span := opening(name, now))}


def opening(value: str, now: datetime) -> Span | None:
    """Of a span that has begun only the rest is left; None for what says nothing or lies far away."""
    if value == "now":
        return now, None
    if named := day_and_part(value):
        name, part = named
        day = day_named(name, now)
        return _within(day, name, part, now) if day and _is_near(day, now) else None
    moment = _moment(value)
    return (moment, None) if moment and _is_near(moment.date(), now) else None


def day_and_part(value: str) -> tuple[str, str] | None:
    """`sat-morning` in two; the part may be empty."""
    named = _DAY.fullmatch(TONIGHT.get(value, value))
    return (named[1], named[2] or "") if named else None


def day_named(name: str, now: datetime) -> date | None:
    """The first day of that name from today on, by the district's clock; the "next" Monday is never today."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    weekday = name.removeprefix("next")
    if name in AHEAD:
        return today + timedelta(days=AHEAD[name])
    if name == "weekend":
        return today if today.weekday() == 6 else today + timedelta(days=5 - today.weekday())
    if weekday in WEEKDAYS:
        first = today + timedelta(days=int(weekday != name))
        return first + timedelta(days=(WEEKDAYS.index(weekday) - first.weekday()) % 7)
    try:
        return _next_date(name[:3], name[3:], today) if name[:3] in MONTHS else parse_date(name)
    except ValueError:
        return None


def _next_date(month: str, day: str, today: date) -> date:
    this_year = date(today.year, MONTHS.index(month) + 1, int(day))
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def next_time(clock: str, now: datetime) -> str:
    """The value for the next time the clock shows this, such as 17:30."""
    here = now.astimezone(timezone.get_default_timezone())
    day = here.date() if clock > f"{here:%H:%M}" else here.date() + timedelta(days=1)
    return f"{day.isoformat()}T{clock}"


def _within(day: date, name: str, part: str, now: datetime) -> Span:
    days = 2 if name == "weekend" and day.weekday() == 5 else 1
    first, last = PARTS[part] if part else (0, 24)
    start, end = _at(day, first), _at(day + timedelta(days=days - 1), last)
    return max(start, now) if end > now else start, end


def _at(day: date, hour: int) -> datetime:
    wall = datetime.combine(day, time.min) + timedelta(hours=hour)
    return timezone.make_aware(wall, timezone.get_default_timezone())


def _moment(value: str) -> datetime | None:
    try:
        moment = parse_datetime(value)
    except ValueError:
        return None
    if moment is None or timezone.is_aware(moment):
        return moment
    return timezone.make_aware(moment, timezone.get_default_timezone())


def _is_near(day: date, now: datetime) -> bool:
    return abs(day.year - now.year) <= 1
