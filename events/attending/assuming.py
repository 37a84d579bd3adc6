"""Who came and was never checked out stayed to the end of the shift, as far as anybody knows; it is marked so."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from events.attending.models import Attendance

GRACE = timedelta(hours=1)  # So long the taps of the last minutes may take to arrive.


def assume() -> None:
    """A step of `tick`."""
    now = timezone.now()
    open_ones = Attendance.objects.filter(came_at__isnull=False, left_at=None, sign_up__shift_date__starts_at__lt=now)
    for attendance in open_ones.select_related("sign_up__shift_date"):
        if attendance.sign_up.shift_date.over_at + GRACE <= now:
            _assume(attendance.pk)


@transaction.atomic
def _assume(pk: int) -> None:
    held = Attendance.objects.select_for_update(of=("self",)).select_related("sign_up__shift_date").get(pk=pk)
    if held.came_at is not None and held.left_at is None:
        held.left_at, held.assumed = max(held.came_at, held.sign_up.shift_date.over_at), True
        held.save(update_fields=["left_at", "assumed"])
