"""Who sees who comes: the office all of it, people of a school their school's events, a shift lead their shift's."""

from typing import Any

from django.db.models import Q
from django.http import Http404

from core.accounts.rooms import room_of
from events.models import Occurrence
from events.models.occurrences import OccurrenceQuerySet
from events.signups.models import ShiftDate, SignUp
from schools.asking.rights import answers_all, school_ids
from schools.models import SchoolPage

RUN_ALL = "signups.run_all"


def runs_all(account: Any) -> bool:
    return bool(account.has_perm(RUN_ALL)) or answers_all(account)


def occurrences_for(account: Any) -> OccurrenceQuerySet:
    """In no order; those of drafts, too, since people may have signed up before."""
    rows = Occurrence.objects.all()
    if runs_all(account):
        return rows
    if not account.is_authenticated:
        return rows.none()
    mine = Q(shift_dates__lead__account=account)
    for school in SchoolPage.objects.filter(pk__in=school_ids(account)):
        below = Q(event__path__startswith=school.path, event__depth=school.depth + 1)
        mine |= below | Q(event__school=school)
    return rows.filter(pk__in=rows.filter(mine).values("pk"))


def has_events(account: Any) -> bool:
    return runs_all(account) or (account.is_authenticated and occurrences_for(account).exists())


at_the_event_desk = room_of(has_events)


def occurrence_for(account: Any, pk: int) -> Occurrence:
    """The same answer for an event of others and for one that never was."""
    found = occurrences_for(account).select_related("event__locale", "event__school", "event__location").filter(pk=pk)
    occurrence = found.first()
    if occurrence is None:
        raise Http404
    return occurrence


def sign_up_for(account: Any, pk: int) -> SignUp:
    found = SignUp.objects.whole().filter(pk=pk, shift_date__occurrence__in=occurrences_for(account)).first()
    if found is None:
        raise Http404
    return found


def shift_date_for(account: Any, pk: int) -> ShiftDate:
    found = ShiftDate.objects.whole().filter(pk=pk, occurrence__in=occurrences_for(account)).first()
    if found is None:
        raise Http404
    return found
