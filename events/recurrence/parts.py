"""A rule (RFC 5545 §3.3.10) taken apart, and put together again in one spelling."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, TypeVar

from django.utils import timezone

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

Read = TypeVar("Read")


class UnreadableError(ValueError):
    """Carries the piece of the rule that nobody can read."""


class UnknownPartError(UnreadableError):
    """A part of a rule that RFC 5545 knows and we do not, or that nobody knows."""


class TooOftenError(UnreadableError):
    """Every hour and oftener."""


class Weekday(NamedTuple):
    """Monday is 0. `number` 2 is the second one of the month or year, -1 the last, 0 every one."""

    day: int
    number: int = 0

    def __str__(self) -> str:
        return f"{self.number or ''}{WEEKDAYS[self.day]}"


@dataclass(frozen=True, kw_only=True)
class Parts:
    """`until` is the last day in the wall-clock time of the series."""

    freq: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    months: tuple[int, ...] = ()
    weeks: tuple[int, ...] = ()
    yeardays: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    positions: tuple[int, ...] = ()
    week_starts: int = 0

    @property
    def has_impossible_numbers(self) -> bool:
        """A sixth Monday of a month, a 54th of a year."""
        most = 5 if self.freq == "MONTHLY" or self.months else 53
        return any(abs(day.number) > most for day in self.weekdays)

    def __str__(self) -> str:
        """Always in this order, without what goes without saying."""
        said = {
            "FREQ": self.freq,
            "INTERVAL": self.interval if self.interval > 1 else None,
            "COUNT": self.count,
            "UNTIL": f"{self.until:%Y%m%d}" if self.until else None,
            "BYMONTH": _listed(self.months),
            "BYWEEKNO": _listed(self.weeks),
            "BYYEARDAY": _listed(self.yeardays),
            "BYMONTHDAY": _listed(self.monthdays),
            "BYDAY": _listed(self.weekdays),
            "BYSETPOS": _listed(self.positions),
            "WKST": WEEKDAYS[self.week_starts] if self.week_starts else None,
        }
        return ";".join(f"{name}={value}" for name, value in said.items() if value)


def parts_of(rule: str) -> Parts:
    """Raises `UnreadableError`."""
    texts = _texts(rule)
    freq = texts.pop("FREQ", "")
    if freq in ("HOURLY", "MINUTELY", "SECONDLY") or any(name in texts for name in ("BYHOUR", "BYMINUTE", "BYSECOND")):
        raise TooOftenError(freq)
    if freq not in FREQUENCIES:
        raise UnreadableError(freq)
    if unknown := texts.keys() - READERS.keys():
        raise UnknownPartError(min(unknown))
    values: dict[str, Any] = {READERS[name][0]: READERS[name][1](text) for name, text in texts.items()}
    return Parts(freq=freq, **values)


def _texts(rule: str) -> dict[str, str]:
    text = re.sub(r"\s+", "", rule).upper().removeprefix("RRULE:").strip(";")
    texts: dict[str, str] = {}
    for piece in text.split(";"):
        name, equals, value = piece.partition("=")
        if not equals or not value or name in texts:
            raise UnreadableError(piece)
        texts[name] = value
    return texts


def _at_least_one(text: str) -> int:
    if not re.fullmatch(r"[0-9]{1,6}", text) or int(text) < 1:
        raise UnreadableError(text)
    return int(text)


def _day(text: str) -> date:
    """A moment in UTC, as other programs write it, is a day of the district's."""
    match = re.fullmatch(r"([0-9]{8})(T[0-9]{6}(Z)?)?", text)
    try:
        if match and match[3]:
            moment = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            return moment.astimezone(timezone.get_current_timezone()).date()
        return date(int(text[:4]), int(text[4:6]), int(text[6:8])) if match else _unreadable(text)
    except (ValueError, OverflowError) as error:
        raise UnreadableError(text) from error


def _unreadable(text: str) -> date:
    raise UnreadableError(text)


def _list_of(read: Callable[[str], Read]) -> Callable[[str], tuple[Read, ...]]:
    return lambda text: tuple(dict.fromkeys(map(read, text.split(","))))


def _number(*, lowest: int, highest: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not re.fullmatch(r"[+-]?[0-9]{1,3}", text) or not lowest <= int(text) <= highest or not int(text):
            raise UnreadableError(text)
        return int(text)

    return number


def _weekday(text: str) -> Weekday:
    match = re.fullmatch(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)", text)
    if not match or not -53 <= int(match[1] or 1) <= 53 or int(match[1] or 1) == 0:
        raise UnreadableError(text)
    return Weekday(WEEKDAYS.index(match[2]), int(match[1] or 0))


def _week_start(text: str) -> int:
    if text not in WEEKDAYS:
        raise UnreadableError(text)
    return WEEKDAYS.index(text)


def _listed(values: tuple[object, ...]) -> str:
    return ",".join(str(value) for value in values)


READERS: dict[str, tuple[str, Callable[[str], object]]] = {
    "INTERVAL": ("interval", _at_least_one),
    "COUNT": ("count", _at_least_one),
    "UNTIL": ("until", _day),
    "BYMONTH": ("months", _list_of(_number(lowest=1, highest=12))),
    "BYWEEKNO": ("weeks", _list_of(_number(lowest=-53, highest=53))),
    "BYYEARDAY": ("yeardays", _list_of(_number(lowest=-366, highest=366))),
    "BYMONTHDAY": ("monthdays", _list_of(_number(lowest=-31, highest=31))),
    "BYDAY": ("weekdays", _list_of(_weekday)),
    "BYSETPOS": ("positions", _list_of(_number(lowest=-366, highest=366))),
    "WKST": ("week_starts", _week_start),
}
