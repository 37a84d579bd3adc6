"""Opening hours as plain numbers, for the search index."""

from collections.abc import Iterable
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from core.clock import ONE_DAY
from directory.hours.rules import DateException, Rule
from directory.hours.spans import moment, spans


def open_minutes(
    rules: Iterable[Rule], exceptions: Iterable[DateException], start: date, end: date, tz: ZoneInfo
) -> list[tuple[int, int]]:
    """Half-open spans in minutes since 1970 UTC, cut to the days from start to end, without appointments."""
    first = _minute(moment(datetime.combine(start, time.min), tz))
    last = _minute(moment(datetime.combine(end + ONE_DAY, time.min), tz))
    # It begins with the day before, whose night may reach into the first day.
    walk_in = [span for span in spans(rules, exceptions, start - ONE_DAY, end, tz) if not span.by_appointment]
    minutes = [(max(_minute(span.opens), first), min(_minute(span.closes), last)) for span in walk_in]
    return [(opens, closes) for opens, closes in minutes if opens < closes]


def _minute(at: datetime) -> int:
    return int(at.timestamp()) // 60
