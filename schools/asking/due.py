"""By when somebody answers: an honest day, on which the office is open."""

from datetime import date, timedelta

from django.conf import settings
from wagtail.models import Site

from core.models import District
from core.office_hours import DAYS

WORKDAYS = frozenset(range(5))
NEVER_LATER = 60  # Days; an office that is closed longer must not make this loop.


def due_on(received_on: date) -> date:
    """So many open days of the office after the day it came; that day itself does not count."""
    open_days, closed_on = _open_days(), holidays()
    day, left = received_on, settings.REQUEST_ANSWERED_WITHIN_DAYS
    latest = received_on + timedelta(days=NEVER_LATER)
    while left > 0 and day < latest:
        day += timedelta(days=1)
        left -= day.weekday() in open_days and day not in closed_on
    return day


def open_days_between(start: date, end: date) -> int:
    """From the day after `start` to `end`; negative when `end` has passed already."""
    if end < start:
        return -open_days_between(end, start)
    open_days, closed_on = _open_days(), holidays()
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(day.weekday() in open_days and day not in closed_on for day in days)


def holidays() -> frozenset[date]:
    """Those of the settings that are dates; a system check names the others."""
    return frozenset(day for text in settings.HOLIDAYS if (day := day_of(text)))


def day_of(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _open_days() -> frozenset[int]:
    site = Site.objects.filter(is_default_site=True).first()
    written = District.for_site(site).office_days if site else ""
    return frozenset(DAYS.index(day) for day in written.split(",") if day in DAYS) or WORKDAYS
