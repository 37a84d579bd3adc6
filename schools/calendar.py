"""What day it is at the schools, and on which days somebody works there."""

from datetime import date

from django.conf import settings
from django.utils import timezone
from wagtail.models import Site

from core.business_days import business_day_after, business_days_between, weekdays_in
from core.clock import ONE_DAY
from core.models import District


def today() -> date:
    """In the district's time zone (`TIME_ZONE`)."""
    return timezone.localdate()


def due_after(days: int, *, since: date | None = None) -> date:
    """The day by which so many of the office's business days have passed."""
    return business_day_after(since or today(), days, weekdays_in(_office_days()), holidays())


def late_since(days: int) -> date:
    """What came in on this day or before it has waited longer than so many of the office's business days."""
    weekdays, off, now = weekdays_in(_office_days()), holidays(), today()
    day = now
    while business_day_after(day, days, weekdays, off) >= now:
        day -= ONE_DAY
    return day


def days_left(until: date) -> int:
    """The office's business days from today to a day; 0 when it is today or over."""
    return business_days_between(today(), until, weekdays_in(_office_days()), holidays())


def days_over(due: date) -> int:
    """The office's business days since a day that has passed; 0 when it has not."""
    return business_days_between(due, today(), weekdays_in(_office_days()), holidays())


def holidays() -> frozenset[date]:
    """`HOLIDAYS` of the settings; what is no date is left out, and a system check names it."""
    return frozenset(day for text in settings.HOLIDAYS if (day := date_in(text)) is not None)


def date_in(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _office_days() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return District.for_site(site).office_days if site else ""
