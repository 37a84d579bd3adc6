"""When a service is open, as the index keeps it: this week and the next, in minutes."""

from datetime import timedelta

from directory.hours.minutes import open_minutes
from directory.models import Service
from directory.models.services import ServiceStatus
from directory.public.opening import DISTRICT_ZONE, all_hours, today

# From Monday to Monday, so that a document changes once a week and not every night.
DAYS_KEPT = 14


def opening_minutes(service: Service) -> tuple[tuple[int, int], ...]:
    """None while it is temporarily closed, even after the day on which it was to open again."""
    if service.status == ServiceStatus.TEMPORARILY_CLOSED:
        return ()
    start = today() - timedelta(days=today().weekday())
    end = start + timedelta(days=DAYS_KEPT - 1)
    found = {
        span
        for hours in all_hours(service)
        for span in open_minutes(hours.rules, hours.exceptions, start, end, DISTRICT_ZONE)
    }
    return tuple(sorted(found))
