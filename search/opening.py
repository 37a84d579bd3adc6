"""What the `open` of an address asks for: a moment, or a span within which being open at any time will do."""

import re
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
PARTS = {"morning": (5, 12), "afternoon": (12, 18), "evening": (17, 24)}
TONIGHT = {"tonight": "today-evening"}

_DAY = re.compile(
    rf"(today|tomorrow|weekend|{'|'.join(WEEKDAYS)}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})(?:-({'|'.join(PARTS)}))?"
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
    if named := _DAY.fullmatch(TONIGHT.get(value, value)):
        day = day_named(named[1], now)
        return _within(day, named[1], named[2], now) if day and _is_near(day, now) else None
    moment = _moment(value)
    return (moment, None) if moment and _is_near(moment.date(), now) else None


def day_named(name: str, now: datetime) -> date | None:
    """The first day of that name from today on, by the district's clock."""
    today = timezone.localdate(now, timezone.get_default_timezone())
    if name in ("now", "today", "tonight"):
        return today
    if name == "tomorrow":
        return today + timedelta(days=1)
    if name == "weekend":
        return today if today.weekday() == 6 else today + timedelta(days=5 - today.weekday())
    if name in WEEKDAYS:
        return today + timedelta(days=(WEEKDAYS.index(name) - today.weekday()) % 7)
    try:
        return parse_date(name)
    except ValueError:
        return None


def next_time(clock: str, now: datetime) -> str:
    """The value for the next time the clock shows this, such as 17:30."""
    here = now.astimezone(timezone.get_default_timezone())
    day = here.date() if clock > f"{here:%H:%M}" else here.date() + timedelta(days=1)
    return f"{day.isoformat()}T{clock}"


def _within(day: date, name: str, part: str | None, now: datetime) -> Span:
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
