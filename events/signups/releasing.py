"""Giving a place back, by whoever has it or by staff: the next in line is offered it in the same moment."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.signups.letters import tell_lead, write
from events.signups.models import SignUp, State
from events.signups.seats import give_back, locked
from events.signups.waiting import offer_places

LATE = timedelta(hours=48)


@transaction.atomic
def release(sign_up: SignUp) -> bool:
    """False where there is nothing to give back any more: cancelled twice is cancelled once."""
    row = locked(sign_up.shift_date_id)
    held = row.sign_ups.select_related("volunteer").get(pk=sign_up.pk)
    if not held.is_active or row.over_at < timezone.now():
        return False
    was_waiting = held.state == State.WAITING
    if held.holds_a_place:
        give_back(row, held)
    held.state, held.cancelled_at, held.offered_until = State.CANCELLED, timezone.now(), None
    held.save(update_fields=["state", "cancelled_at", "offered_until"])
    write("signup_cancelled", held, what=held.cancelled_at.isoformat())  # Each time: it may have been put back between.
    if not was_waiting:
        if not row.off and row.starts_at - timezone.now() < LATE:
            tell_lead(held)
        offer_places(row)
    return True
