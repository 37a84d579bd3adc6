"""Who answers a request: an ambassador of the school, else its coordinator, else the office."""

from typing import Any

from django.db import transaction
from django.db.models import Count, Q, QuerySet

from schools.asking.emails import tell_who_answers
from schools.asking.models import HelpRequest, RequestNote
from schools.calendar import today
from schools.models import Appointment

Role = Appointment.Role


def who_answers(request: HelpRequest) -> Appointment | None:
    """None is the office. Who speaks the language comes first, then who has the fewest open requests."""
    if request.school_id is None:
        return None
    found = list(_people_at(request.school_id).order_by("open_requests", "pk"))
    ranked = sorted(
        found, key=lambda each: (each.role != Role.AMBASSADOR, request.language not in each.person.languages)
    )
    return ranked[0] if ranked else None


def people_who_may_answer(request: HelpRequest) -> list[Appointment]:
    """For handing a request over by hand."""
    return list(_people_at(request.school_id).order_by("person__name")) if request.school_id else []


def _people_at(school_id: int) -> QuerySet[Appointment]:
    """Today's, those who can sign in: nobody is given what they cannot see."""
    open_requests = Count("assigned_requests", filter=Q(assigned_requests__status__in=HelpRequest.OPEN))
    now: QuerySet[Appointment] = Appointment.objects.on(today()).filter(school_id=school_id)
    people = now.filter(person__account__is_active=True)
    return people.select_related("person__account").annotate(open_requests=open_requests)


@transaction.atomic
def assign(request: HelpRequest, to: Appointment | None, *, by: Any = None) -> None:
    """Give it to somebody and tell them; once more where it is theirs already changes nothing."""
    locked = HelpRequest.objects.select_for_update().get(pk=request.pk)
    if locked.times_assigned and locked.assigned_id == (to.pk if to else None):
        return
    if locked.times_assigned:
        RequestNote.objects.create(request=locked, kind=RequestNote.Kind.ASSIGNED, by=by)
    locked.assigned, locked.times_assigned = to, locked.times_assigned + 1
    locked.save(update_fields=["assigned", "times_assigned"])
    tell_who_answers(locked)


def reassign_left_behind() -> int:
    """Hand on what lies with people whose term is over or whose account is closed; how many requests that were."""
    day = today()
    gone = (
        Q(assigned__ends_on__lt=day) | Q(assigned__person__account=None) | Q(assigned__person__account__is_active=False)
    )
    left = list(HelpRequest.objects.open().filter(gone, assigned__isnull=False))
    for request in left:
        assign(request, who_answers(request))
    return len(left)


def when_an_appointment_ended(**_kwargs: Any) -> None:
    """A term that still runs is handed on by the timed step, on the day after its last."""
    reassign_left_behind()
