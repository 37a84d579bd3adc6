"""The calendar as a grid of days: a month or a week, with what takes place on each."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import formats, timezone
from django.utils.translation import gettext

from core.clock import day_in_words, weekday_in_words
from events.public.asked import Asked, last_of_month
from events.public.finding import EventCard, cards_of, within

A_WEEK = timedelta(days=7)
FIRST_WEEKDAY = 6  # Sunday, as calendars on kitchen walls here begin.


@dataclass(frozen=True)
class Day:
    day: date
    number: int
    name: str
    events: list[EventCard]
    is_today: bool
    is_outside: bool


def grid_context(asked: Asked, language: str) -> dict[str, Any]:
    day = asked.day or timezone.localdate()
    start, end = _month(day) if asked.view == "month" else _week(day)
    first, last = _first_of_week(start), _first_of_week(end) + A_WEEK - timedelta(days=1)
    cards = cards_of(within(asked, first, last).order_by("starts_at", "pk"), language)
    by_day: defaultdict[date, list[EventCard]] = defaultdict(list)
    for card in cards:
        by_day[card.date.local_day].append(card)
    days = [_day(first + timedelta(days=n), by_day, start, end) for n in range((last - first).days + 1)]
    return {
        "caption": _caption(asked, start, end),
        "weekdays": [weekday_in_words((FIRST_WEEKDAY + n) % 7) for n in range(7)],
        "weeks": [days[n : n + 7] for n in range(0, len(days), 7)],
        "previous_url": asked.query(day=start - timedelta(days=1)),
        "next_url": asked.query(day=end + timedelta(days=1)),
        "total": len(cards),
    }


def _day(day: date, by_day: dict[date, list[EventCard]], start: date, end: date) -> Day:
    is_outside = not start <= day <= end
    return Day(day, day.day, day_in_words(day), by_day.get(day, []), day == timezone.localdate(), is_outside)


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), last_of_month(day)


def _week(day: date) -> tuple[date, date]:
    first = _first_of_week(day)
    return first, first + A_WEEK - timedelta(days=1)


def _first_of_week(day: date) -> date:
    return day - timedelta(days=(day.weekday() - FIRST_WEEKDAY) % 7)


def _caption(asked: Asked, start: date, end: date) -> str:
    if asked.view == "month":
        month = formats.date_format(start, "YEAR_MONTH_FORMAT")
        return month[:1].upper() + month[1:]
    return gettext("%(first)s to %(last)s") % {"first": day_in_words(start), "last": day_in_words(end)}
