"""The day before the last one to bring things, whoever has not brought theirs is reminded, once."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from events.drives.emails import begin_of, remind
from events.drives.models import Pledge
from schools.calendar import today

ONE_DAY = timedelta(days=1)


def remind_of_tomorrow() -> None:
    """Also of a last day that was moved after the reminder. Who pledged today has just read when it is."""
    tomorrow = today() + ONE_DAY
    due = Pledge.objects.filter(stand__drive__last_drop_off_on=tomorrow, state=Pledge.State.PROMISED)
    due = due.filter(reach__contains="@", pledged_at__lt=begin_of(today()))
    for pk in due.filter(~Q(reminded_of=tomorrow) | Q(reminded_of=None)).values_list("pk", flat=True):
        _remind(pk)


@transaction.atomic
def _remind(pk: int) -> None:
    pledge = Pledge.objects.select_for_update().get(pk=pk)
    day = pledge.stand.drive.last_drop_off_on
    if not pledge.is_promised or day is None or pledge.reminded_of == day:
        return
    Pledge.objects.filter(pk=pk).update(reminded_of=day)
    try:
        with transaction.atomic():
            remind(pledge, begin_of(day))
    except ValidationError:
        return  # One address that cannot be written to must not keep the others from their reminder.
