"""The words in which the tests of opening hours speak."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from directory.hours.rules import DateException, Rule
from directory.hours.spans import spans

LOS_ANGELES = ZoneInfo("America/Los_Angeles")
THANKSGIVING = date(2026, 11, 26)


def clock(text):
    return time.fromisoformat(text)


def weekly(byday, opens, closes, **values):
    return Rule(freq="WEEKLY", byday=byday, opens_at=clock(opens), closes_at=clock(closes), **values)


def monthly(byday, opens, closes, **values):
    return Rule(freq="MONTHLY", byday=byday, opens_at=clock(opens), closes_at=clock(closes), **values)


def closed(first, last=None, reason=""):
    return DateException(starts_on=first, ends_on=last, closed=True, reason=reason)


def special(first, opens, closes, last=None, reason=""):
    return DateException(starts_on=first, ends_on=last, opens_at=clock(opens), closes_at=clock(closes), reason=reason)


def moment(text, fold=0):
    """A wall-clock time in Los Angeles, for example "2026-11-26 09:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=LOS_ANGELES, fold=fold)


ALWAYS = weekly("MO,TU,WE,TH,FR,SA,SU", "00:00", "00:00")
OFFICE = weekly("MO,TU,WE,TH,FR", "09:00", "16:30")
SHELTER = weekly("MO,TU,WE,TH,FR,SA,SU", "22:00", "06:00")


def hours(rules, start, end, exceptions=()):
    """Opening and closing as written on the door."""
    found = spans(rules, exceptions, date.fromisoformat(start), date.fromisoformat(end), LOS_ANGELES)
    return [f"{span.opens:%m-%d %H:%M} {span.closes:%m-%d %H:%M}" for span in found]


def opening_dates(rule, start, end):
    found = spans([rule], (), date.fromisoformat(start), date.fromisoformat(end), LOS_ANGELES)
    return [f"{span.opens:%m-%d}" for span in found]
