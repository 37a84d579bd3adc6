"""Opening hours of every kind the directory knows, the usual ones more often."""

from datetime import date, time, timedelta
from typing import Any, TypeAlias

from directory.generate.chance import Chance

Values: TypeAlias = dict[str, Any]

WORKDAYS = "MO,TU,WE,TH,FR"
EVERY_DAY = "MO,TU,WE,TH,FR,SA,SU"


def weekly(days: str, opens: int, closes: int, **more: Any) -> Values:
    return {"freq": "WEEKLY", "byday": days, "opens_at": time(opens), "closes_at": time(closes), **more}


def monthly(opens: int, closes: int, **when: str) -> Values:
    return {"freq": "MONTHLY", "opens_at": time(opens), "closes_at": time(closes), **when}


def kinds_of_hours(today: date) -> list[tuple[Values, ...]]:
    """Each a set of schedules that belong together; without any, nobody knows the hours."""
    first, last = date(today.year, 6, 1), date(today.year, 8, 31)
    return [
        (weekly(WORKDAYS, 9, 17),),
        (weekly(WORKDAYS, 8, 12), weekly(WORKDAYS, 13, 17)),
        (weekly("MO,WE", 10, 18), weekly("TU,TH", 12, 20), weekly("FR", 9, 13)),
        (weekly("SA", 9, 12),),
        (),
        ({"by_appointment": True},),
        (weekly("TU,TH", 16, 19), weekly("SA", 10, 14)),
        (monthly(9, 13, byday="2SA"),),
        (weekly(EVERY_DAY, 20, 7),),
        (weekly(EVERY_DAY, 0, 0),),
        (weekly("WE", 15, 18, interval=2, dtstart=_a_wednesday_before(today)),),
        (monthly(16, 19, byday="-1FR"), monthly(9, 12, byday="1MO")),
        (weekly(WORKDAYS, 11, 13, valid_from=first, valid_to=last),),
        (monthly(8, 11, bymonthday="1,15"),),
        (weekly(WORKDAYS, 9, 17, by_appointment=True), weekly("TH", 17, 19)),
    ]


def a_closure(chance: Chance, today: date) -> Values:
    first = today + timedelta(days=chance.number(-5, 60))
    return {"starts_on": first, "ends_on": first + timedelta(days=chance.number(0, 6))}


def _a_wednesday_before(today: date) -> date:
    return today - timedelta(days=today.weekday() + 5)
