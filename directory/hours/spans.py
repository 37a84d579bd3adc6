"""Opening hours on the real time line."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from directory.hours.days import hours_by_day
from directory.hours.merging import Span, merged
from directory.hours.rules import DateException, Rule


def spans(
    rules: Iterable[Rule], exceptions: Iterable[DateException], start: date, end: date, tz: ZoneInfo
) -> list[Span]:
    """The spans that begin on the days from start to end, both included, as moments in the zone `tz`."""
    days = hours_by_day(rules, exceptions, start, end).values()
    # Python compares two moments of one zone by the clock on the wall, which shows one hour twice in autumn:
    # so the arithmetic is done in UTC.
    pieces = [_moved(span, lambda wall: moment(wall, tz)) for day in days for span in day]
    real = merged(piece for piece in pieces if piece.opens < piece.closes)
    return [_moved(span, lambda utc: utc.astimezone(tz)) for span in real]


def moment(wall: datetime, tz: ZoneInfo) -> datetime:
    """In UTC. A time that spring skips moves forward; of a time that autumn repeats, the first is meant."""
    return wall.replace(tzinfo=tz, fold=0).astimezone(UTC)


def _moved(span: Span, move: Callable[[datetime], datetime]) -> Span:
    return replace(span, opens=move(span.opens), closes=move(span.closes))
