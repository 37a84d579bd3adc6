"""The dates of an event, made from its rule and kept as rows that others point at."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone

from events.models import CalendarEdition, EventPage, Occurrence
from events.recurrence.dates import happenings
from events.recurrence.series import Happening

A_YEAR = timedelta(days=366)  # A date may be moved to before the first.
# Sent with `event`, a facts page, after its dates were made anew; within the same transaction.
dates_made = Signal()
# Sent with `occurrence` before it is deleted or cancelled: whoever points at it for nothing lets go.
date_leaves = Signal()


def until() -> date:
    return timezone.localdate() + timedelta(days=settings.EVENTS_AHEAD_DAYS)


@transaction.atomic
def make_dates(event: EventPage) -> None:
    """Make the dates of a facts page that are missing, and set right those that are there.

    A date that the rule gives no longer is deleted if it is to come and nothing points at it; else it is cancelled:
    somebody counts on it. What is over stays as it was.
    """
    series = event.series
    if series is None:
        return
    there = {row.day: row for row in event.occurrences.select_for_update()}
    reasons = {row.day: row.reason for row in event.changed_dates.all()}
    wanted = {each.day: each for each in happenings(series, series.first_day - A_YEAR, until())}
    for day, happening in wanted.items():
        _keep(event, there.get(day), happening, reasons.get(day, {}))
    _leave(row for day, row in there.items() if day not in wanted)
    dates_made.send(sender=EventPage, event=event)
    CalendarEdition.objects.filter(event=event).update(made_until=until())


def _keep(event: EventPage, row: Occurrence | None, happening: Happening, reason: dict[str, str]) -> None:
    if row is not None and row.is_over():
        return
    facts: dict[str, Any] = {
        "starts_at": happening.starts_at,
        "ends_at": happening.ends_at,
        "is_all_day": happening.is_all_day,
        "is_moved": happening.is_moved,
        "is_cancelled": happening.is_cancelled or event.is_cancelled,
        "reason": reason if happening.is_cancelled or not event.is_cancelled else event.cancelled_because,
    }
    if row is None:
        Occurrence.objects.create(event=event, day=happening.day, **facts)
    elif any(getattr(row, name) != value for name, value in facts.items()):
        for name, value in facts.items():
            setattr(row, name, value)
        row.save(update_fields=list(facts))


def _leave(rows: Iterable[Occurrence]) -> None:
    for row in rows:
        if row.is_over() or row.is_cancelled:
            continue
        date_leaves.send(sender=Occurrence, occurrence=row)
        if in_use(row):
            row.is_cancelled = True
            row.save(update_fields=["is_cancelled"])
        else:
            row.delete()


def in_use(row: Occurrence) -> bool:
    """Whether anything would be lost with it."""
    names = filter(None, (relation.get_accessor_name() for relation in row._meta.related_objects))
    return any(getattr(row, name).exists() for name in names)


def make_all_dates() -> None:
    """A step of `tick`: every day the horizon moves on by one, and nothing is to do after the first time in a day."""
    for event in EventPage.objects.facts().live().exclude(edition__made_until__gte=until()):
        make_dates(event)
