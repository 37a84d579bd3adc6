"""When a service is open, as the index keeps it: this week and the next, in minutes."""

from datetime import date, timedelta

from directory.hours.minutes import open_minutes
from directory.models import Service
from directory.models.services import ServiceStatus
from directory.public.opening import DISTRICT_ZONE, all_hours, today

# From Monday to Monday, so that a document changes once a week and not every night.
DAYS_KEPT = 14


def opening_minutes(service: Service) -> tuple[tuple[int, int], ...]:
    start = today() - timedelta(days=today().weekday())
    end = start + timedelta(days=DAYS_KEPT - 1)
    first = _first_open_day(service, start)
    if first is None or first > end:
        return ()
    found = {
        span
        for hours in all_hours(service)
        for span in open_minutes(hours.rules, hours.exceptions, first, end, DISTRICT_ZONE)
    }
    return tuple(sorted(found))


def _first_open_day(service: Service, start: date) -> date | None:
    """None while a service is closed and nobody knows until when."""
    if service.status != ServiceStatus.TEMPORARILY_CLOSED:
        return start
    return max(start, service.closed_until) if service.closed_until else None
