"""The dates of an event in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext

from core.clock import day_and_year_in_words, day_in_words, hours_in_words, time_in_words
from core.languages import Word
from core.models import said
from events.models import EventPage, Occurrence

THIS_YEAR = timedelta(days=300)


@dataclass(frozen=True)
class ShownDate:
    """`starts_at` is in the zone of the event; `was` says of a moved date what day it was to be."""

    key: date
    starts_at: datetime
    day: str
    near: str
    hours: str
    was: str
    is_cancelled: bool
    reason: Word
    is_over: bool

    @property
    def local_day(self) -> date:
        return self.starts_at.date()


def shown_dates(event: EventPage, rows: Iterable[Occurrence], language: str) -> list[ShownDate]:
    now = timezone.now()
    return [shown_date(event, row, language, now) for row in rows]


def shown_date(event: EventPage, row: Occurrence, language: str, now: datetime) -> ShownDate:
    zone = event.zone
    starts = row.starts_at.astimezone(zone)
    ends = row.ends_at.astimezone(zone) if row.ends_at else None
    day = starts.date()
    is_far = abs(row.starts_at - now) > THIS_YEAR
    return ShownDate(
        key=row.day,
        starts_at=starts,
        day=day_and_year_in_words(day) if is_far else day_in_words(day),
        near=near_in_words(day, now.astimezone(zone).date()),
        hours=_hours(event, row, starts, ends),
        was=day_in_words(row.day) if row.is_moved and row.day != day else "",
        is_cancelled=row.is_cancelled,
        reason=said(row.reason, language),
        is_over=row.is_over(now),
    )


def near_in_words(day: date, today: date) -> str:
    if day == today:
        return gettext("Today")
    return gettext("Tomorrow") if day == today + timedelta(days=1) else ""


def _hours(event: EventPage, row: Occurrence, starts: datetime, ends: datetime | None) -> str:
    if row.is_all_day:
        last = (ends - timedelta(minutes=1)).date() if ends else starts.date()
        if last > starts.date():
            return gettext("all day, until %(day)s") % {"day": day_in_words(last)}
        return gettext("all day")
    hours = hours_in_words(starts.time(), ends.time()) if ends else time_in_words(starts.time())
    return hours if event.time_zone == settings.TIME_ZONE else f"{hours} ({event.time_zone.replace('_', ' ')})"
