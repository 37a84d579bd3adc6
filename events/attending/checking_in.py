"""Somebody is here, or has left: by a tap, which counts once however often a phone sends it."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.attending.models import Attendance, Tap
from events.signups.models import ShiftDate, SignUp, State
from events.signups.seats import locked

OPENS_BEFORE = timedelta(hours=3)
CLOSES_AFTER = timedelta(days=3)  # A phone that had no signal may send until then.


def is_open(row: ShiftDate, now: datetime) -> bool:
    return row.starts_at - OPENS_BEFORE <= now <= row.over_at + CLOSES_AFTER


@transaction.atomic
def tap(sign_up: SignUp, act: str, key: UUID, *, at: datetime, by: Any) -> Attendance:
    """What is true after this tap. Raises ValidationError with what to do first."""
    row = locked(sign_up.shift_date_id)
    held = row.sign_ups.get(pk=sign_up.pk)
    _check(row, held)
    attendance, _first = Attendance.objects.get_or_create(sign_up=held)
    _tap, is_new = Tap.objects.get_or_create(key=key, defaults={"sign_up": held, "act": act, "at": at, "by": by})
    if is_new:
        {Tap.Act.CAME: _came, Tap.Act.LEFT: _left, Tap.Act.UNDO: _undo}[Tap.Act(act)](attendance, at)
        attendance.recorded_by = by
        attendance.save()
    return attendance


def _check(row: ShiftDate, held: SignUp) -> None:
    if row.off or not is_open(row, timezone.now()):
        raise ValidationError(_("Check-in is open from three hours before a shift until three days after it."))
    if held.state == State.PENDING:
        raise ValidationError(_("The check of this person is not written down yet. Please do that first."))
    if held.state == State.CONSENT:
        raise ValidationError(_("A parent has not agreed yet. Please ask them first."))
    if held.state != State.CONFIRMED:
        raise ValidationError(_("This person has no place in this shift."))


def _came(attendance: Attendance, at: datetime) -> None:
    attendance.came_at = attendance.came_at or at


def _left(attendance: Attendance, at: datetime) -> None:
    """What somebody saw replaces what was assumed."""
    if attendance.came_at is None:
        raise ValidationError(_("This person is not checked in yet."))
    if attendance.left_at is None or attendance.assumed:
        attendance.left_at, attendance.assumed = max(at, attendance.came_at), False


def _undo(attendance: Attendance, _at: datetime) -> None:
    """The last of the two: that somebody left, else that they came."""
    if attendance.left_at is not None:
        attendance.left_at, attendance.assumed = None, False
    else:
        attendance.came_at = None
