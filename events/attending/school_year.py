"""The school year, as statements and promises count it."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

FIRST = (7, 1)


def begins() -> tuple[int, int]:
    """Month and day, as `SCHOOL_YEAR_BEGINS` says; the first of July for what is no day."""
    try:
        first = date.fromisoformat(f"2001-{settings.SCHOOL_YEAR_BEGINS}")
    except ValueError:
        return FIRST
    return first.month, first.day


def school_year(day: date) -> tuple[date, date]:
    """Its first day, and the first day of the next."""
    first = date(day.year, *begins())
    if first > day:
        first = date(day.year - 1, *begins())
    return first, date(first.year + 1, *begins())


def forgotten_before(today: date) -> datetime:
    """Shifts of a school year are kept until so many days after its end."""
    first, _next = school_year(today - timedelta(days=settings.VOLUNTEERS_KEPT_DAYS))
    return timezone.make_aware(datetime.combine(first, time.min), timezone.get_default_timezone())
