"""What an agency tells us about its hours: regular rules and the dates on which they do not hold."""

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any, Self


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One HSDS schedule.

    The same opening and closing time means the whole day; closing before opening means past midnight.
    Without a frequency, days of the week mean every week, and a lone `dtstart` means that date only.
    """

    freq: str = ""
    interval: int = 1
    byday: str = ""
    bymonthday: str = ""
    byyearday: str = ""
    byweekno: str = ""
    wkst: str = ""
    count: int | None = None
    until: date | None = None
    dtstart: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    opens_at: time | None = None
    closes_at: time | None = None
    by_appointment: bool = False
    notes: object = ""  # A string, or words that know their language: they are only handed through.

    @classmethod
    def of(cls, row: object, **words: object) -> Self:
        """Read anything that has attributes named like HSDS; `words` replace prose, for a translated note."""
        return cls(**(_filled_attributes(cls, row) | words))

    @property
    def first_day(self) -> date | None:
        return max(filter(None, (self.valid_from, self.dtstart)), default=None)

    @property
    def last_day(self) -> date | None:
        return min(filter(None, (self.valid_to, self.until)), default=None)


@dataclass(frozen=True, kw_only=True)
class DateException:
    """Dates on which the regular hours do not hold: closed, or open at other hours."""

    starts_on: date
    ends_on: date | None = None
    closed: bool = False
    opens_at: time | None = None
    closes_at: time | None = None
    reason: object = ""  # A string, or words that know their language: they are only handed through.

    @classmethod
    def of(cls, row: object, **words: object) -> Self:
        """Read a row by its attribute names; `words` replace prose, for a translated reason."""
        return cls(**(_filled_attributes(cls, row) | words))

    @property
    def last_day(self) -> date:
        return max(self.starts_on, self.ends_on or self.starts_on)

    @property
    def says_something(self) -> bool:
        """Neither closed nor with hours, it leaves the regular hours alone."""
        return self.closed or None not in (self.opens_at, self.closes_at)

    def covers(self, day: date) -> bool:
        return self.starts_on <= day <= self.last_day


def _filled_attributes(cls: type, row: object) -> dict[str, Any]:
    values = {field.name: getattr(row, field.name, None) for field in fields(cls)}
    return {name: value for name, value in values.items() if value not in (None, "")}
