"""A check of a volunteer is recorded: that it was done, when, until when, and by whom it was seen."""

from datetime import date
from typing import Any

from django.dispatch import Signal

from events.volunteers.models import Clearance, ClearanceTier, Volunteer

# Sent with `volunteer` when a check was recorded.
cleared = Signal()


def record(volunteer: Volunteer, tier: ClearanceTier, *, done_on: date, by: Any, expires_on: date | None) -> Clearance:
    clearance, _first = Clearance.objects.update_or_create(
        volunteer=volunteer,
        tier=tier,
        done_on=done_on,
        defaults={"expires_on": expires_on, "checked_by": by, "warned_on": None},
    )
    cleared.send(sender=Clearance, volunteer=volunteer)
    return clearance


def ends_on(tier: ClearanceTier, done_on: date) -> date | None:
    """As the district says how long such a check is good for."""
    if tier.lasts_months is None:
        return None
    months = done_on.month - 1 + tier.lasts_months
    year, month = done_on.year + months // 12, months % 12 + 1
    return next(day for day in (_day(year, month, done_on.day - back) for back in range(4)) if day is not None)


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
