"""The lock on a shift's places, and the two counts behind it. One place is one person's.

Whoever holds the lock sees everything that was decided before. Should it ever fail, the constraint
`never_one_too_many` behind it lets the second write fail rather than give one place to two people.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from events.signups.models import HOLDING, ShiftDate, SignUp, State
from events.volunteers.models import Volunteer

LONGEST_WAIT = 3  # Seconds for the lock; then somebody is asked to try again.


class BusyError(ValidationError):
    """Nothing has happened; it can be tried again as it is."""

    def __init__(self) -> None:
        super().__init__(
            _("Very many people are signing up at this moment. Nothing you wrote is lost: please press once more."),
            code="busy",
        )


def locked(shift_date_id: int) -> ShiftDate:
    """The row, ours alone until the transaction ends.

    Raises BusyError after three seconds of waiting (PostgreSQL; SQLite waits before its transaction begins).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{LONGEST_WAIT}s'")
    rows = ShiftDate.objects.select_for_update(of=("self",)).select_related("occurrence__event", "tier")
    try:
        return rows.get(pk=shift_date_id)
    except OperationalError as waited:
        raise BusyError from waited


def is_free(row: ShiftDate) -> bool:
    """`row` as `locked` gave it: what is counted here must not change before it is written."""
    return row.sign_ups.filter(state__in=HOLDING).count() < row.places


def hold(row: ShiftDate, sign_up: SignUp) -> None:
    """Raises ValidationError where there is no room for the children."""
    check_children(row, sign_up.children)
    _count(row, +1, sign_up.children)


def give_back(row: ShiftDate, sign_up: SignUp) -> None:
    _count(row, -1, -sign_up.children)


def check_children(row: ShiftDate, children: int) -> None:
    if not children or row.child_care_places is None:
        return
    left = row.child_care_places - row.children
    if children > left:
        sentence = _("The child care has room for %(left)s more. You can sign up without it, or choose another date.")
        raise ValidationError(sentence % {"left": left}, code="children")


def state_on_taking(row: ShiftDate, volunteer: Volunteer, *, consented: bool) -> State:
    if volunteer.is_minor and not consented:
        return State.CONSENT
    if not volunteer.is_cleared_for(row.tier, timezone.localdate(row.starts_at)):
        return State.PENDING
    return State.CONFIRMED


def check_interpreter(row: ShiftDate, language: str) -> None:
    """So many languages can be interpreted; one more person for a language that is asked for already is always fine."""
    if not language or row.interpreter_places is None:
        return
    asked = row.sign_ups.filter(state__in=HOLDING).exclude(interpreter="").values_list("interpreter", flat=True)
    languages = set(asked)
    if language not in languages and len(languages) >= row.interpreter_places:
        raise ValidationError(
            _("No more languages can be interpreted here. You can sign up without it, or choose another date."),
            code="interpreter",
        )


def consent_ends(row: ShiftDate, now: datetime) -> datetime:
    """So long a place is kept for somebody under 18 until a parent agrees."""
    return min(now + timedelta(hours=settings.CONSENT_HOURS), row.starts_at)


def _count(row: ShiftDate, people: int, children: int) -> None:
    ShiftDate.objects.filter(pk=row.pk).update(taken=F("taken") + people, children=F("children") + children)
    row.refresh_from_db(fields=["taken", "children"])
