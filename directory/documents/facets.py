"""By what services can be chosen."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from directory.documents.areas import areas_of
from directory.documents.needs import Needs
from directory.documents.parts import Parts
from directory.documents.pieces import language_code
from directory.public.opening import DISTRICT_ZONE, today
from search.analysis import fold
from search.opening import PARTS

Minutes = tuple[tuple[int, int], ...]

# From the age of the first value to below that of the second.
AGES = {"0-5": (0, 6), "6-12": (6, 13), "13-17": (13, 18), "adults": (18, 60), "60+": (60, 200)}
HOURS = (*PARTS, "weekend", "24h")
WHEELCHAIR = "wheelchair"
_STEP_FREE = ("wheelchair", "silla de ruedas", "ramp", "elevator", "elevador", "street level", "step-free", "no steps")
RECENT = "recent"
RECENT_DAYS = 180
DAYS_OF_24_HOURS = 7  # One night of emergency shelter is no service around the clock.


def facets_of(parts: Parts, needs: Needs, opening: Minutes) -> dict[str, tuple[str, ...]]:
    service = parts.service
    found: dict[str, Iterable[str]] = {
        "need": needs.codes(parts.term_ids),
        "language": (language_code(code) for code in parts.spoken if code),
        "cost": (service.cost,),
        "papers": (service.papers,),
        "delivery": service.delivery,
        "who": who(service.minimum_age, service.maximum_age),
        "group": service.groups,
        "hours": hours(opening),
        "access": access(parts),
        "serves": areas_of(area.name for area in parts.areas),
        "confirmed": confirmed(service.assured_date),
        "school": map(str, parts.school_ids),
        "focus": (area.code for area in service.focus.all()),
        "organization": (str(service.organization_id),),
    }
    return {name: tuple(sorted(set(values))) for name, values in found.items()}


def who(youngest: float | None, oldest: float | None) -> Iterator[str]:
    """What says no age is for every age, as its form says."""
    youngest, oldest = youngest or 0, 199 if oldest is None else oldest
    return (value for value, (first, end) in AGES.items() if youngest < end and oldest >= first)


def hours(opening: Minutes) -> Iterator[str]:
    days = list(_days(opening))
    for part, (first, end) in PARTS.items():
        if any(opens < end * 60 and closes > first * 60 for _day, opens, closes in days):
            yield part
    if any(day.weekday() >= 5 for day, _opens, _closes in days):
        yield "weekend"
    if len({day for day, opens, closes in days if opens <= 0 and closes >= 24 * 60 - 1}) >= DAYS_OF_24_HOURS:
        yield "24h"


def access(parts: Parts) -> Iterator[str]:
    notes = " ".join(row.description for place in parts.places for row in place.accessibility)
    folded = " ".join(map(fold, notes.split()))
    if any(" ".join(map(fold, words.split())) in folded for words in _STEP_FREE):
        yield WHEELCHAIR


def confirmed(day: date | None) -> Iterator[str]:
    if day and day >= today() - timedelta(days=RECENT_DAYS):
        yield RECENT


def _days(opening: Minutes) -> Iterator[tuple[date, int, int]]:
    """Spans cut at midnight, in minutes of the district's day."""
    for opens, closes in opening:
        start, end = (datetime.fromtimestamp(at * 60, DISTRICT_ZONE) for at in (opens, closes))
        day = start.date()
        while datetime.combine(day, time.min, DISTRICT_ZONE) < end:
            yield day, _minute(start, day), _minute(end, day)
            day += timedelta(days=1)


def _minute(at: datetime, day: date) -> int:
    """By the clock on the wall, whatever a change of the clocks does to that day."""
    if at.date() != day:
        return 0 if at.date() < day else 24 * 60
    return at.hour * 60 + at.minute
