"""When a listing is to be confirmed again: what harms most when it is wrong is asked about soonest, all year round.

A service that families go to or call is due LISTING_CONFIRM_DAYS after its last confirmation. Its own organization is
asked as soon as the first of its listings is due, and about all of them at once. What was never confirmed is due on a
day of its own within the first such time, told by its key, so that a new directory does not ask everybody on one day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings

from directory.models import Organization, Service


@dataclass(frozen=True)
class Due:
    organization: Organization
    listings: list[Any]


def due_on(key: UUID, confirmed_on: date | None, listed_on: date, *, days: int) -> date:
    """Of a listing that was never confirmed, a day within `days` after it came in."""
    if confirmed_on is not None:
        return confirmed_on + timedelta(days=days)
    return listed_on + timedelta(days=1 + key.int % days)


def confirm_days(listing: Any) -> int:
    """Help with hours, phones or places of its own ages fastest; words about an organization slowest."""
    if isinstance(listing, Organization):
        return int(settings.ORGANIZATION_CONFIRM_DAYS)
    return int(settings.LISTING_CONFIRM_DAYS)


def true_until(listing: Any) -> date | None:
    """So long a confirmation counts; None where there was none."""
    confirmed_on = listing.assured_date
    return confirmed_on + timedelta(days=confirm_days(listing)) if confirmed_on else None


def all_due(on: date) -> list[Due]:
    """Of every organization with public services, those listings that are due."""
    services: dict[Any, list[Any]] = {}
    for service in Service.objects.public().select_related("organization"):
        services.setdefault(service.organization_id, []).append(service)
    owners = Organization.objects.public().filter(pk__in=[key for key in services if key]).order_by("name")
    found = ((owner, [*_due([owner], on), *_due(services[owner.pk], on)]) for owner in owners)
    return [Due(owner, listings) for owner, listings in found if listings]


def _due(listings: Iterable[Any], on: date) -> list[Any]:
    return [row for row in listings if due_on(row.pk, row.assured_date, _since(row), days=confirm_days(row)) <= on]


def _since(listing: Any) -> date:
    first = listing.first_published_at
    return first.date() if first else date.min + timedelta(days=366)
