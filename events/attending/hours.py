"""Somebody comes, leaves, or forgets to say so; and what that makes in hours."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from events.attending.models import Attendance, Tap
from events.signups.models import SignUp, State

COMING = (State.CONFIRMED, State.PENDING)


@transaction.atomic
def check_in(sign_up: SignUp, by: Any, at: datetime | None = None) -> Attendance:
    """Twice is once: the first moment stands. Raises ValidationError for whoever holds no confirmed place."""
    if sign_up.state not in COMING:
        raise ValidationError(_("%(name)s has no place in this shift.") % {"name": sign_up.volunteer.name})
    facts = {"came_at": at or timezone.now(), "recorded_by": by}
    return Attendance.objects.get_or_create(sign_up=sign_up, defaults=facts)[0]


def check_out(sign_up: SignUp, at: datetime | None = None) -> None:
    """Does nothing for who did not come; a moment before they came is the moment they came."""
    attendance = Attendance.objects.filter(sign_up=sign_up).first()
    if attendance is not None and (attendance.left_at is None or attendance.is_assumed):
        attendance.left_at = max(at or timezone.now(), attendance.came_at)
        attendance.is_assumed = False
        attendance.save(update_fields=["left_at", "is_assumed"])


def undo(sign_up: SignUp) -> None:
    """Takes back the last of both: that somebody left, else that they came."""
    attendance = Attendance.objects.filter(sign_up=sign_up).first()
    if attendance is None:
        return
    if attendance.left_at is None:
        attendance.delete()
    else:
        attendance.left_at, attendance.is_assumed = None, False
        attendance.save(update_fields=["left_at", "is_assumed"])


@transaction.atomic
def tapped(name: str, act: Any) -> bool:
    """Do `act` for a tap that has not been received before; False for one that has."""
    _tap, first = Tap.objects.get_or_create(name=name[:64])
    if first:
        act()
    return first


def end_forgotten() -> None:
    """A step of `tick`: who never checked out left when the shift ended, as far as we know."""
    now = timezone.now()
    open_ones = Attendance.objects.filter(left_at=None).filter(
        Q(sign_up__shift_date__ends_at__lt=now) | Q(sign_up__shift_date__ends_at=None)
    )
    for attendance in open_ones.select_related("sign_up__shift_date"):
        over_at = attendance.sign_up.shift_date.over_at
        if over_at < now:
            attendance.left_at, attendance.is_assumed = max(over_at, attendance.came_at), True
            attendance.save(update_fields=["left_at", "is_assumed"])


def attended_between(start: datetime, end: datetime) -> Any:
    rows = Attendance.objects.filter(sign_up__shift_date__starts_at__gte=start, sign_up__shift_date__starts_at__lt=end)
    return rows.exclude(left_at=None).select_related(
        "sign_up__shift_date__occurrence__event__school", "sign_up__volunteer__school"
    )


def total_minutes(attendances: Iterable[Attendance]) -> int:
    return sum(each.minutes for each in attendances)


def in_hours(minutes: int) -> str:
    """Hours and minutes as a sheet of hours shows them: 3:05."""
    return f"{minutes // 60}:{minutes % 60:02d}"
