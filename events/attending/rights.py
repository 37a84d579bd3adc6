"""Who sees the people of an event: the office, the people of its school, and whoever leads the shift. Nobody else."""

from typing import Any

from django.db.models import Q
from django.http import Http404

from core.accounts.rooms import room_of
from events.models import Occurrence
from events.signups.models import ShiftDate, SignUp
from schools.asking.rights import school_ids
from schools.models import SchoolPage

ALL = "signups.run_all"


def runs_all(account: Any) -> bool:
    return bool(account.has_perm(ALL))


def may_record_checks(account: Any) -> bool:
    """Not whoever only leads a shift: what a check said stays between the volunteer and the school."""
    return runs_all(account) or bool(school_ids(account))


def is_at_the_event_desk(account: Any) -> bool:
    return may_record_checks(account) or ShiftDate.objects.filter(lead__account=account).exists()


def events_of(account: Any, event: str = "") -> Q:
    """Those of the account's schools, and all for who runs all; `event` leads there from what is asked."""
    if runs_all(account):
        return Q()
    found = Q(**{f"{event}pk__in": []})
    for pk, path in SchoolPage.objects.filter(pk__in=school_ids(account)).values_list("pk", "path"):
        found |= Q(**{f"{event}school": pk}) | Q(**{f"{event}path__startswith": path})
    return found


def shift_dates_for(account: Any) -> Any:
    return ShiftDate.objects.whole().filter(events_of(account, "occurrence__event__") | _led_by(account))


def _led_by(account: Any) -> Q:
    return Q() if runs_all(account) else Q(lead__account=account)


def date_for(account: Any, pk: int) -> tuple[Occurrence, list[ShiftDate]]:
    """A date with those of its shifts this account may see. The same answer for another's date and for none at all."""
    rows = list(shift_dates_for(account).filter(occurrence=pk).order_by("starts_at", "pk"))
    if not rows:
        raise Http404
    return rows[0].occurrence, rows


def sign_up_for(account: Any, pk: int) -> SignUp:
    found = SignUp.objects.whole().filter(pk=pk, shift_date__in=shift_dates_for(account)).first()
    if found is None:
        raise Http404
    return found


# Signed in, with the second factor where staff needs one, and with an event to run.
at_the_event_desk = room_of(is_at_the_event_desk)
