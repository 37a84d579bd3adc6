"""Dates of the demo that are over: who came, one hour that nobody wrote down, a walk-in, and one who did not come."""

from datetime import timedelta

from django.utils import timezone

from events.attending.models import Attendance
from events.demo.people import names_from, neighbor
from events.models import EventPage
from events.signups.models import ShiftDate, SignUp, State
from events.signups.seats import hold
from events.signups.shift_dates import make_shift_dates

DAYS_BEFORE = 6
LATE = timedelta(minutes=20)


def write_down_what_was(event: EventPage) -> None:
    now = timezone.now()
    make_shift_dates(event, since=now - timedelta(days=60))
    for row in ShiftDate.objects.filter(occurrence__event=event, occurrence__is_cancelled=False):
        if row.over_at < now and not row.sign_ups.exists():
            _fill(row)


def _fill(row: ShiftDate) -> None:
    """Every place but one; the last but one walked in, the last did not come."""
    people = max(2, row.places - 1)
    for number, name in zip(range(people), names_from(row.pk), strict=False):
        made_at = row.starts_at + LATE if number == people - 2 else row.starts_at - timedelta(days=DAYS_BEFORE)
        signed = SignUp(shift_date=row, volunteer=neighbor(name, number), state=State.CONFIRMED, made_at=made_at)
        if number == people - 1:
            signed.state, signed.cancelled_at = State.CANCELLED, row.starts_at + LATE
        signed.save()
        if signed.holds_a_place:
            hold(row, signed)
        _attended(signed, was_seen_leaving=number > 0)


def _attended(signed: SignUp, *, was_seen_leaving: bool) -> None:
    row = signed.shift_date
    if not signed.holds_a_place:
        Attendance.objects.create(sign_up=signed, did_not_come=True)
        return
    came_at = max(row.starts_at, signed.made_at)
    Attendance.objects.create(sign_up=signed, came_at=came_at, left_at=row.over_at, assumed=not was_seen_leaving)
