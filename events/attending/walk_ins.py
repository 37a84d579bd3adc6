"""Who stands at the door without having signed up, and who signed up and is not there.

The places are law on the day, too. A free one goes to whoever walks in. In a full shift nobody is added until a place
is free: 15 minutes after the beginning the lead may say of a name that this person did not come, which frees the
place; or the office raises the places on the page of the event. A person decides whose place it is, never a clock:
the one who is late may be looking for a parking space.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from events.attending.models import Attendance
from events.signups.models import SignUp
from events.signups.on_the_day import give_up, restore, seat_walk_in
from events.signups.seats import locked
from events.volunteers.models import Volunteer


@transaction.atomic
def walk_in(shift_date_id: int, volunteer: Volunteer, *, consented: bool, by: Any) -> SignUp:
    """On the list and here. Raises ValidationError."""
    sign_up = seat_walk_in(locked(shift_date_id), volunteer, consented=consented, by=by)
    Attendance.objects.create(sign_up=sign_up, came_at=timezone.now(), recorded_by=by)
    return sign_up


@transaction.atomic
def did_not_come(sign_up: SignUp, *, by: Any) -> None:
    """Twice is once; who is checked in has come."""
    row = locked(sign_up.shift_date_id)
    held = row.sign_ups.get(pk=sign_up.pk)
    attendance, _first = Attendance.objects.get_or_create(sign_up=held)
    if attendance.did_not_come or attendance.came_at is not None:
        return
    give_up(row, held)
    attendance.did_not_come, attendance.recorded_by = True, by
    attendance.save()


@transaction.atomic
def came_after_all(sign_up: SignUp) -> None:
    row = locked(sign_up.shift_date_id)
    held = row.sign_ups.get(pk=sign_up.pk)
    attendance = Attendance.objects.filter(sign_up=held, did_not_come=True).first()
    if attendance is not None:
        restore(row, held)
        attendance.delete()
