"""Places once a shift is at the door: who did not come gives the place up, and who walks in takes a free one."""

from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from events.signups.models import ShiftDate, SignUp, State
from events.signups.seats import give_back, hold, is_free
from events.volunteers.models import Volunteer

PATIENCE = timedelta(minutes=15)
EARLIEST = timedelta(hours=3)


def may_be_given_up(row: ShiftDate, now: datetime) -> bool:
    return now >= row.starts_at + PATIENCE


def give_up(row: ShiftDate, held: SignUp) -> None:
    """Of somebody who did not come. `row` is locked. No letter: they know, and nobody scolds a neighbor."""
    if held.state != State.CONFIRMED or not may_be_given_up(row, timezone.now()):
        raise ValidationError(_("Please wait until 15 minutes after the beginning."))
    give_back(row, held)
    held.state, held.cancelled_at = State.CANCELLED, timezone.now()
    held.save(update_fields=["state", "cancelled_at"])


def restore(row: ShiftDate, held: SignUp) -> None:
    """They came after all. `row` is locked."""
    if held.state != State.CANCELLED or not is_free(row):
        raise ValidationError(_("The place has been given to somebody else meanwhile."))
    hold(row, held)
    held.state, held.cancelled_at = State.CONFIRMED, None
    held.save(update_fields=["state", "cancelled_at"])


def seat_walk_in(row: ShiftDate, volunteer: Volunteer, *, consented: bool, by: Any) -> SignUp:
    """`row` is locked. The places are law here, too: raises ValidationError with what staff can do."""
    now = timezone.now()
    _check(row, volunteer, now, consented=consented)
    sign_up: SignUp = SignUp.objects.create(
        shift_date=row,
        volunteer=volunteer,
        state=State.CONFIRMED,
        made_at=now,
        entered_by=by,
        consented_at=now if volunteer.is_minor else None,
    )
    hold(row, sign_up)
    return sign_up


def _check(row: ShiftDate, volunteer: Volunteer, now: datetime, *, consented: bool) -> None:
    if row.off or not row.starts_at - EARLIEST <= now <= row.over_at:
        raise ValidationError(_("Nobody can walk in now: the shift is over, cancelled, or not near yet."))
    if row.sign_ups.active().filter(volunteer=volunteer).exists():
        raise ValidationError(_("This name is on the list already. Look for it there."))
    if volunteer.is_younger_than(row.minimum_age):
        raise ValidationError(_("Here one must be at least %(age)s years old.") % {"age": row.minimum_age})
    if volunteer.is_minor and not consented:
        raise ValidationError(_("Under 18, a parent or guardian has to be there and agree."))
    if not volunteer.is_cleared_for(row.tier, timezone.localdate(row.starts_at)):
        raise ValidationError(_("Before somebody helps here, this is checked: %(check)s.") % {"check": row.tier})
    if not is_free(row):
        raise ValidationError(
            _(
                "Every place is taken. From 15 minutes after the beginning you can give up the place of somebody who "
                "did not come, or the office raises the places on the page of the event."
            )
        )
