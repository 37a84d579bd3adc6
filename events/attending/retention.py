"""Who volunteered is forgotten a school year and some days after the last time; sums of hours stay.

The number of days is the one the house promises everybody who helps: HELPERS_KEPT_DAYS.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from core.mail import forget
from events.attending.hours import school_year
from events.attending.models import Attendance, HoursTotal
from events.signups.letters import key_prefix
from events.signups.models import Key, SignUp
from events.volunteers.models import Volunteer

EMPTY = {"notes": "", "guardian_name": "", "guardian_reach": "", "override_reason": "", "interpreter": ""}


def purge() -> int:
    return sum(_forget(pk) for pk in list(_over().values_list("pk", flat=True)))


def _over() -> QuerySet[Volunteer]:
    before = timezone.now() - timedelta(days=settings.HELPERS_KEPT_DAYS)
    last = Volunteer.objects.exclude(person_key="").annotate(
        last_begun=Max("sign_ups__shift_date__starts_at"), last_over=Max("sign_ups__shift_date__ends_at")
    )
    over = Q(last_begun__lt=before) & (Q(last_over=None) | Q(last_over__lt=before))
    never = Q(last_begun=None, first_came_on__lt=timezone.localdate(before))
    return last.filter(over | never)


@transaction.atomic
def _forget(pk: int) -> bool:
    """False where they have signed up again meanwhile."""
    Volunteer.objects.select_for_update().get(pk=pk)
    volunteer = _over().filter(pk=pk).first()
    if volunteer is None:
        return False
    for sign_up in volunteer.sign_ups.select_related("shift_date__occurrence__event"):
        forget(key_prefix(sign_up))
        _into_totals(sign_up)
    Key.objects.filter(sign_up__volunteer=volunteer).delete()
    volunteer.sign_ups.update(**EMPTY)
    forget(f"clearance:{pk}:")
    volunteer.clearances.all().delete()
    Volunteer.objects.filter(pk=pk).update(name="", reach="", person_key="", school=None)
    return True


def _into_totals(sign_up: SignUp) -> None:
    attendance = Attendance.objects.filter(sign_up=sign_up).first()
    if attendance is None:
        return
    event, minutes = sign_up.shift_date.occurrence.event, attendance.minutes
    begins, _ends = school_year(timezone.localdate(sign_up.shift_date.starts_at))
    total, _first = HoursTotal.objects.get_or_create(
        year_begins=begins,
        event=event,
        defaults={"title": event.title, "school": event.school or event.host_school},
    )
    if minutes:
        HoursTotal.objects.filter(pk=total.pk).update(
            times=F("times") + 1,
            minutes=F("minutes") + minutes,
            assumed_minutes=F("assumed_minutes") + (minutes if attendance.assumed else 0),
        )
    attendance.delete()
