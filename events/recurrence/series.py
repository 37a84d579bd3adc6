"""A series of dates as its organisers write it, in the wall-clock time of its zone, and the moments it comes to."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    """How one date differs from the rule."""

    SKIPPED = "skipped", _("not on this day")
    CANCELLED = "cancelled", _("cancelled")
    MOVED = "moved", _("moved")
    EXTRA = "extra", _("one date more")


@dataclass(frozen=True, kw_only=True)
class Change:
    """`day` is the day by the rule; of a date more, that day itself. Times left empty are those of the series."""

    day: date
    kind: ChangeKind
    new_day: date | None = None
    begins: time | None = None
    ends: time | None = None


@dataclass(frozen=True, kw_only=True)
class Series:
    """`rule` is the value of an RRULE (RFC 5545 §3.3.10), empty for what takes place once.

    Without `begins` it lasts whole days, `days` of them. `ends` at or before `begins` is past midnight; without it
    nobody has said when it ends.
    """

    first_day: date
    zone: ZoneInfo
    begins: time | None = None
    ends: time | None = None
    days: int = 1
    rule: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Happening:
    """One date of a series. Moments are in UTC; `day`, by the rule, is what a calendar knows it by (RECURRENCE-ID)."""

    day: date
    starts_at: datetime
    ends_at: datetime | None
    is_all_day: bool = False
    is_cancelled: bool = False
    is_moved: bool = False
    is_extra: bool = False
