"""Who sees which requests: people of a school those of that school, the office all. No other exists for them."""

from typing import Any

from django.http import Http404

from core.accounts.rooms import room_of
from schools.asking.models import HelpRequest
from schools.asking.querysets import HelpRequestQuerySet
from schools.calendar import today
from schools.models import Appointment, SchoolPage

ALL = "asking.answer_all"


def answers_all(account: Any) -> bool:
    return bool(account.has_perm(ALL))


def school_ids(account: Any) -> list[int]:
    """Where this person is appointed today."""
    return list(Appointment.objects.on(today()).of(account).values_list("school_id", flat=True))


def is_at_the_desk(account: Any) -> bool:
    return answers_all(account) or bool(school_ids(account))


def schools_for(account: Any) -> Any:
    live = SchoolPage.objects.facts().live().order_by("title")
    return live if answers_all(account) else live.filter(pk__in=school_ids(account))


def requests_for(account: Any) -> HelpRequestQuerySet:
    requests: HelpRequestQuerySet = HelpRequest.objects.whole()
    return requests if answers_all(account) else requests.at(school_ids(account))


def request_for(account: Any, reference: str) -> HelpRequest:
    """The same answer for a request of another school and for one that never was."""
    found = requests_for(account).filter(reference=reference).first()
    if found is None:
        raise Http404
    return found


# Signed in, with the second factor where staff needs one, and with somebody to answer.
at_the_desk = room_of(is_at_the_desk)
