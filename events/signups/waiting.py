"""The waiting list: a place that becomes free is offered to whoever waits longest, for a while, then to the next."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.signups.letters import ask_guardian, write
from events.signups.models import ShiftDate, SignUp, State
from events.signups.seats import consent_ends, give_back, hold, is_free, locked, state_on_taking
from events.volunteers.models import Volunteer

ENDS_BEFORE_START = timedelta(hours=2)
SHORTEST_OFFER = timedelta(minutes=30)  # Less, and nobody would see it in time.


def offer_ends(row: ShiftDate, now: datetime) -> datetime | None:
    """None where an offer would end too soon: then a free place is for whoever comes first."""
    ends = min(now + timedelta(hours=settings.OFFER_HOURS), row.starts_at - ENDS_BEFORE_START)
    return ends if ends >= now + SHORTEST_OFFER else None


def offer_places(row: ShiftDate) -> None:
    """Offer what is free, in order. `row` is locked, by `seats.locked` or with the other shifts of its event."""
    now = timezone.now()
    ends = offer_ends(row, now)
    if ends is None or row.off:
        return
    for waiting in row.sign_ups.in_line().select_related("volunteer"):
        if not is_free(row):
            return
        _offer(row, waiting, ends)


def _offer(row: ShiftDate, waiting: SignUp, ends: datetime) -> None:
    """Whose children have no room any more stays in line."""
    try:
        hold(row, waiting)
    except ValidationError:
        return
    waiting.state, waiting.offered_until = State.OFFERED, ends
    waiting.save(update_fields=["state", "offered_until"])
    write("signup_offer", waiting, not_after=ends)


@transaction.atomic
def accept(sign_up_id: int) -> SignUp:
    """Take what is offered, or what has become free since offers ended. Raises ValidationError with what is now."""
    row = locked(SignUp.objects.values_list("shift_date_id", flat=True).get(pk=sign_up_id))
    sign_up = row.sign_ups.select_related("volunteer").get(pk=sign_up_id)
    now = timezone.now()
    if row.off or row.has_begun(now):
        raise ValidationError(_("This has begun already, or does not take place any more."))
    if sign_up.state == State.WAITING and is_free(row):
        hold(row, sign_up)
    elif sign_up.state != State.OFFERED or sign_up.offered_until is None or sign_up.offered_until < now:
        raise ValidationError(_("This place is no longer offered to you. You stay on the list if you were on it."))
    sign_up.state = state_on_taking(row, sign_up.volunteer, consented=sign_up.consented_at is not None)
    asks = sign_up.state == State.CONSENT
    sign_up.offered_until = consent_ends(row, now) if asks else None
    sign_up.save(update_fields=["state", "offered_until"])
    if asks:
        ask_guardian(sign_up)
    write("signup_received", sign_up)
    return sign_up


def pass_on_expired() -> None:
    """A step of `tick`: offers nobody took in time go to the next, and places for which no parent agreed."""
    now = timezone.now()
    over = SignUp.objects.filter(state__in=(State.OFFERED, State.CONSENT), offered_until__lt=now)
    for shift_date_id in set(over.values_list("shift_date_id", flat=True)):
        with transaction.atomic():
            row = locked(shift_date_id)
            for sign_up in row.sign_ups.filter(pk__in=over.values("pk")):
                give_back(row, sign_up)
                sign_up.state = State.EXPIRED
                sign_up.save(update_fields=["state"])
                write("signup_expired", sign_up)
            offer_places(row)


def confirm_cleared(volunteer: Volunteer, **_kwargs: Any) -> None:
    """Places that waited for a check are theirs as soon as it is recorded."""
    for sign_up in volunteer.sign_ups.filter(state=State.PENDING).select_related("shift_date__tier"):
        row = sign_up.shift_date
        if volunteer.is_cleared_for(row.tier, timezone.localdate(row.starts_at)):
            sign_up.state = State.CONFIRMED
            sign_up.save(update_fields=["state"])
            write("signup_received", sign_up)
