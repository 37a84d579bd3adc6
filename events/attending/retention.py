"""One school year and ninety days after a shift nobody knows any more who came; how many hours it was, stays."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from core.mail import forget
from events.attending.models import Attendance, HoursTotal, Tap
from events.attending.school_year import forgotten_before
from events.signups.letters import key_prefix
from events.volunteers.models import Volunteer


def forget_volunteers() -> None:
    """A step of `tick`. Who has signed up for something later is kept, and so are their earlier hours."""
    before = forgotten_before(timezone.localdate())
    last = Volunteer.objects.annotate(last=Max("sign_ups__shift_date__starts_at"))
    never = Volunteer.objects.filter(sign_ups=None, clearances=None, first_came_on__lt=before.date())
    never.delete()
    for volunteer in last.filter(last__lt=before):
        _forget(volunteer)
    Tap.objects.filter(received_at__lt=before).delete()


@transaction.atomic
def _forget(volunteer: Volunteer) -> None:
    for sign_up in volunteer.sign_ups.all():
        forget(key_prefix(sign_up))
    attended = Attendance.objects.filter(sign_up__volunteer=volunteer).exclude(left_at=None)
    for attendance in attended.select_related("sign_up__shift_date__occurrence__event"):
        _add_up(attendance)
    volunteer.delete()


def _add_up(attendance: Attendance) -> None:
    row = attendance.sign_up.shift_date
    school = row.occurrence.event.host_school
    total, _first = HoursTotal.objects.get_or_create(
        school=school.title if school else "", month=_month(row.starts_at), defaults={}
    )
    assumed = attendance.minutes if attendance.is_assumed else 0
    counted: dict[str, Any] = {
        "people": F("people") + 1,
        "minutes": F("minutes") + attendance.minutes,
        "assumed_minutes": F("assumed_minutes") + assumed,
    }
    HoursTotal.objects.filter(pk=total.pk).update(**counted)


def _month(at: datetime) -> date:
    return timezone.localdate(at).replace(day=1)
