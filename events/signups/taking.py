"""Taking a place, or the next place on the waiting list."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from events.signups.letters import ask_guardian, write
from events.signups.models import ShiftDate, SignUp, State
from events.signups.releasing import release
from events.signups.seats import check_interpreter, consent_ends, hold, is_free, locked, state_on_taking
from events.signups.tasks import write_to_new
from events.volunteers.models import ClearanceTier, Volunteer


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody asks for besides the place."""

    notes: str = ""
    children: int = 0
    interpreter: str = ""
    guardian_name: str = ""
    guardian_reach: str = ""
    swap: bool = False  # Leave what is at the same time.
    override_reason: str = ""  # Staff alone may say one.
    entered_by: Any = None


class OverlapError(ValidationError):
    """At the same time as another shift of this person, which is `other`."""

    def __init__(self, other: SignUp):
        super().__init__(_("You are signed up for something else at that time."), code="overlap")
        self.other = other


class TwiceError(ValidationError):
    """This person has a place in this very shift, or waits for one."""


def take(shift_date_id: int, volunteer: Volunteer, wish: Wish) -> SignUp:
    """A place, or the next place on the waiting list.

    Raises ValidationError where the shift takes nobody, or not this person; `OverlapError` and `TwiceError` say which.
    """
    with transaction.atomic():
        return seat(locked(shift_date_id), volunteer, wish)


def seat(row: ShiftDate, volunteer: Volunteer, wish: Wish) -> SignUp:
    """`row` as `locked` gave it."""
    _check_shift(row)
    _check_person(row, volunteer)
    _check_other_shifts(row, volunteer, wish)
    check_interpreter(row, wish.interpreter)
    state = state_on_taking(row, volunteer, consented=False) if is_free(row) else State.WAITING
    sign_up = SignUp.objects.create(
        shift_date=row,
        volunteer=volunteer,
        state=state,
        made_at=timezone.now(),
        notes=wish.notes,
        children=wish.children,
        interpreter=wish.interpreter,
        guardian_name=wish.guardian_name,
        guardian_reach=wish.guardian_reach,
        entered_by=wish.entered_by,
        override_reason=wish.override_reason,
    )
    if sign_up.holds_a_place:
        hold(row, sign_up)
    if state == State.CONSENT:
        sign_up.offered_until = consent_ends(row, sign_up.made_at)
        sign_up.save(update_fields=["offered_until"])
        ask_guardian(sign_up)
    # After the lock is given back: a letter takes longer than a place. Should it fail, `tick` writes it.
    transaction.on_commit(partial(write_to_new.enqueue, sign_up.pk), robust=True)
    return sign_up


@transaction.atomic
def put_back(sign_up: SignUp) -> SignUp:
    """What was cancelled by mistake: a place where one is free, else the place in line that it had.

    Raises ValidationError where the shift takes nobody any more, or not this person.
    """
    row = locked(sign_up.shift_date_id)
    gone = row.sign_ups.select_related("volunteer").get(pk=sign_up.pk)
    if gone.is_active:
        return gone
    _check_shift(row)
    _check_person(row, gone.volunteer)
    _check_other_shifts(row, gone.volunteer, Wish())
    check_interpreter(row, gone.interpreter)
    consented, now = gone.consented_at is not None, timezone.now()
    gone.state = state_on_taking(row, gone.volunteer, consented=consented) if is_free(row) else State.WAITING
    gone.cancelled_at, gone.offered_until = None, consent_ends(row, now) if gone.state == State.CONSENT else None
    if gone.holds_a_place:
        hold(row, gone)
    gone.save(update_fields=["state", "cancelled_at", "offered_until"])
    write("signup_received", gone, what=f"{gone.state}:{now.isoformat()}")
    return gone


def _check_shift(row: ShiftDate) -> None:
    if row.off:
        raise ValidationError(_("This does not take place any more. Please choose another date."))
    if row.has_begun():
        raise ValidationError(_("This has begun already. Please choose another date."))


def _check_person(row: ShiftDate, volunteer: Volunteer) -> None:
    if row.sign_ups.active().filter(volunteer=volunteer).exists():
        raise TwiceError(_("This name is on the list already. You need not do anything else."), code="twice")
    if volunteer.is_younger_than(row.minimum_age):
        raise ValidationError(_("Here one must be at least %(age)s years old.") % {"age": row.minimum_age})
    if _must_be_checked_first(row.tier) and not volunteer.is_cleared_for(row.tier, timezone.localdate(row.starts_at)):
        sentence = _("Before you sign up here, one thing is checked: %(check)s. We explain the steps below.")
        raise ValidationError(sentence % {"check": row.tier}, code="check")


def _must_be_checked_first(tier: ClearanceTier | None) -> bool:
    return tier is not None and tier.without_it == ClearanceTier.WithoutIt.REFUSED


def _check_other_shifts(row: ShiftDate, volunteer: Volunteer, wish: Wish) -> None:
    others = volunteer.sign_ups.holding().exclude(shift_date=row).at_the_time_of(row)
    for other in others.exclude(shift_date__occurrence__is_cancelled=True).select_related("shift_date"):
        if wish.override_reason:
            continue
        if not wish.swap:
            raise OverlapError(other)
        release(other)
