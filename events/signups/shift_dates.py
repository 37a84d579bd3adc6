"""The shifts of an event at each of its dates, made when the dates are."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from directory.hours.spans import moment
from events.models import EventPage, Occurrence, Shift
from events.signups.models import ShiftDate
from events.signups.waiting import offer_places

TIMES = ("starts_at", "ends_at")


@transaction.atomic
def make_shift_dates(event: EventPage, since: datetime | None = None, **_kwargs: Any) -> None:
    """Of dates that are not over, or were not at `since`.

    What was promised stays: no place is taken away from anybody, and a shift with people in it is never deleted.
    """
    shifts = list(event.shifts.all())
    for occurrence in event.occurrences.coming(since or timezone.now()).order_by("starts_at"):
        rows = list(occurrence.shift_dates.select_for_update())
        there = {row.shift_id: row for row in rows}
        wanted = [shift for shift in shifts if shift.only_on in (None, occurrence.day)]
        for shift in wanted:
            _keep(there.get(shift.pk), shift, occurrence)
        kept = {shift.pk for shift in wanted}
        for row in rows:
            if row.shift_id not in kept:
                _leave(row)


def leave_empty_ones(occurrence: Occurrence, **_kwargs: Any) -> None:
    """Of a date that is about to go: what nobody signed up for keeps it no longer."""
    occurrence.shift_dates.filter(sign_ups=None).delete()


def _keep(row: ShiftDate | None, shift: Shift, occurrence: Occurrence) -> None:
    starts_at, ends_at = _hours(shift, occurrence)
    facts = {
        "role": shift.role,
        "note": shift.note,
        "starts_at": starts_at,
        "ends_at": ends_at,
        "minimum_age": shift.minimum_age,
        "tier_id": shift.tier_id,
        "languages": shift.languages,
        "lead_id": shift.lead_id,
        "interpreter_places": shift.interpreter_places,
        "is_cancelled": False,
    }
    if row is None:
        counts = {"places": shift.places, "child_care_places": shift.child_care_places}
        ShiftDate.objects.create(shift=shift, occurrence=occurrence, **facts, **counts)
        return
    facts["places"] = max(shift.places, row.taken)
    asked = shift.child_care_places
    facts["child_care_places"] = None if asked is None else max(asked, row.children)
    changed = [name for name, value in facts.items() if getattr(row, name) != value]
    for name in changed:
        setattr(row, name, facts[name])
    if changed:
        row.save(update_fields=changed)
        offer_places(row)


def _leave(row: ShiftDate) -> None:
    if row.sign_ups.exists():
        row.is_cancelled = True
        row.save(update_fields=["is_cancelled"])
    else:
        row.delete()


def _hours(shift: Shift, occurrence: Occurrence) -> tuple[datetime, datetime | None]:
    """Times of a shift are those of the clock on the wall; where it gives none, those of the event."""
    if shift.begins is None:
        return occurrence.starts_at, occurrence.ends_at
    zone = occurrence.event.zone
    day = occurrence.starts_at.astimezone(zone).date()
    starts_at = moment(datetime.combine(day, shift.begins), zone)
    if shift.ends is None:
        return starts_at, occurrence.ends_at if occurrence.ends_at and occurrence.ends_at > starts_at else None
    last_day = day if shift.ends > shift.begins else day + timedelta(days=1)
    return starts_at, moment(datetime.combine(last_day, shift.ends), zone)
