"""A parent agrees, by a press of a button on a page that only they were sent, or to staff who wrote it down."""

from django.db import transaction
from django.utils import timezone

from events.signups.letters import write
from events.signups.models import SignUp, State
from events.signups.seats import locked, state_on_taking


@transaction.atomic
def agree(sign_up: SignUp) -> bool:
    """False where there is nothing to agree to any more."""
    row = locked(sign_up.shift_date_id)
    held = row.sign_ups.select_related("volunteer").get(pk=sign_up.pk)
    if held.state != State.CONSENT or row.off or row.has_begun():
        return False
    held.state = state_on_taking(row, held.volunteer, consented=True)
    held.consented_at, held.offered_until = timezone.now(), None
    held.save(update_fields=["state", "consented_at", "offered_until"])
    write("signup_received", held)
    return True
